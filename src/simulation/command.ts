/** `motcua simulate --days 30 --seed 1 --dossiers 10000` */
import { parseArgs } from "node:util";
import { InventedBeforeError } from "#features/identity/index.ts";
import type { Deps } from "../deps.ts";
import { simulate } from "./simulate.ts";

export const simulateHelp = `motcua simulate [--days 30] [--dossiers 3000] [--seed 1]

Lives through so many days before now with invented citizens and officials, by the real use cases on a moved clock.
Only in demo mode, and once for each seed. Papers are set and signed as always, which takes most of the time.
Afterwards \`motcua verify\` checks all of it.
`;

class SimulationError extends Error {}

export async function simulateCommand(
  deps: Deps,
  args: readonly string[],
  out: { write(text: string): unknown },
): Promise<number> {
  const say = (line: string) => out.write(`${line}\n`);
  try {
    const asked = readArguments(args);
    if (deps.config.mode !== "demo")
      throw new SimulationError("Invented people live in demo mode only (MOTCUA_MODE=demo).");
    const startedAt = performance.now();
    const { dossiers, moves, refused } = await simulate(deps, asked, say);
    const seconds = (performance.now() - startedAt) / 1000;
    say(`\n${dossiers} dossiers in ${seconds.toFixed(0)} s (${((seconds * 1000) / dossiers).toFixed(1)} ms each)\n`);
    for (const [name, count] of [...moves].sort(([, a], [, b]) => b - a))
      say(`  ${name.padEnd(22)}${String(count).padStart(7)}`);
    if (refused.size > 0) say("\nRefused, as the rules want it:");
    for (const [name, count] of [...refused].sort(([, a], [, b]) => b - a))
      say(`  ${name.padEnd(44)}${String(count).padStart(5)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof SimulationError || error instanceof InventedBeforeError)) throw error;
    say(`${error.message}\n\n${simulateHelp}`);
    return 2;
  }
}

function readArguments(args: readonly string[]) {
  const { values } = readOptions(args);
  const whole = (name: string, text: string, most: number) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < 1 || number > most) {
      throw new SimulationError(`--${name} wants a whole number from 1 to ${most}, not "${text}".`);
    }
    return number;
  };
  return {
    days: whole("days", values.days, 365),
    dossiers: whole("dossiers", values.dossiers, 1_000_000),
    seed: values.seed,
  };
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        days: { type: "string", default: "30" },
        dossiers: { type: "string", default: "3000" },
        seed: { type: "string", default: "1" },
      },
    });
  } catch (error) {
    throw new SimulationError(error instanceof Error ? error.message : String(error));
  }
}

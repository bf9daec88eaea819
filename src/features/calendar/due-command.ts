/** `motcua due --from 2026-11-20T15:30:00+07:00 --count 5`: answers what `GET /api/v1/calendar/due` answers. */
import { parseArgs } from "node:util";
import { BadInputError } from "#foundation/errors/index.ts";
import { isLanguage } from "#foundation/i18n/index.ts";
import { answerDue, type DueDeps } from "./answer-due.ts";

export const dueHelp = `motcua due --from <time> --count <n> [--kind working_day|calendar_day|hour] [--unit <code>] [--lang vi|en]

The due moment by that unit's calendar, with its working, as JSON.
  --from    when the limit starts, with its offset: 2026-11-20T15:30:00+07:00
  --count   how many working days (default), days or working hours
  --unit    a unit code such as TP-TUPHAP or 14773; without it the city's own calendar
`;

export type CommandOutput = { readonly exitCode: 0 | 2; readonly text: string };

export function dueCommand(deps: DueDeps, args: readonly string[]): CommandOutput {
  const option = { type: "string", multiple: true } as const;
  let values: { readonly [name: string]: readonly string[] | boolean | undefined };
  try {
    const options = { from: option, count: option, kind: option, unit: option, lang: option } as const;
    values = parseArgs({ args: [...args], options: { ...options, help: { type: "boolean" } } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { exitCode: 2, text: `${error.message}\n\n${dueHelp}` };
  }
  if (values.help === true) return { exitCode: 0, text: dueHelp };
  const language = Array.isArray(values.lang) ? values.lang[0] : "vi";
  if (!isLanguage(language)) return { exitCode: 2, text: `--lang: vi, en\n\n${dueHelp}` };
  const asked = Object.entries(values).flatMap(([name, given]) =>
    name === "lang" || !Array.isArray(given) ? [] : given.map((value): [string, string] => [name, String(value)]),
  );
  try {
    return { exitCode: 0, text: `${JSON.stringify(answerDue(deps, asked, language), null, 2)}\n` };
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    const lines = error.faults.map((fault) => `--${fault.path}: ${fault.message}\n`);
    return { exitCode: 2, text: `${lines.join("")}\n${dueHelp}` };
  }
}

/** Procedures whose result is given at once: received, appraised, signed and handed back at one place. */
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import { channels, type Dossier } from "./dossier.ts";
import { limitOf } from "./due.ts";

/** Its published limit is that very day (61/2018/NĐ-CP art. 17(4); the 15:00 rule of `limitOf`). */
export function hasImmediateResult({ definition }: Pick<ProcedureVersion, "definition">): boolean {
  return limitOf(definition.deadline).kind === "same_day";
}

/**
 * Whoever waits at the desk for a result of today needs no slip to come back with, unless they ask. Who sent it online or
 * by post is not there to be asked.
 */
export function mayGoWithoutReceipt(
  dossier: Pick<Dossier, "channel">,
  version: Pick<ProcedureVersion, "definition">,
): boolean {
  return dossier.channel === channels.counter && hasImmediateResult(version);
}

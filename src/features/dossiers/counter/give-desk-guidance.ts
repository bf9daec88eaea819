/** Guidance for somebody who asks and files nothing is kept (61/2018/NĐ-CP art. 15(2)), without a word of who they were. */
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import type { Official } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { normaliseText } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { mayReceive } from "../access.ts";
import { channels } from "../dossier.ts";
import { stepsOf } from "../steps.ts";
import { insertDeskGuidance } from "./guidance.queries.ts";

export type GuidanceRefusal = "not-theirs" | "empty" | "tooLong" | "personal";

const longest = 4000;

/** Nine digits and more, also written in groups, are a number of a paper or a phone and of no use to the guidance. */
export function namesAPerson(said: string): boolean {
  return /(?:\d[ .-]?){8}\d/.test(said);
}

export async function giveDeskGuidance(
  { db, clock, organisation }: { db: Db; clock: Clock; organisation: () => Organisation },
  by: Official,
  id: string,
  guidance: {
    readonly version: ProcedureVersion;
    readonly unitId: number;
    readonly channel: "counter" | "post";
    readonly said: string;
  },
): Promise<Result<null, GuidanceRefusal>> {
  const { version, unitId, channel } = guidance;
  if (!mayReceive(by, stepsOf(version, unitId, organisation()), organisation())) return refused("not-theirs");
  const said = normaliseText(guidance.said).toWellFormed();
  if (said === "") return refused("empty");
  if (said.length > longest) return refused("tooLong");
  if (namesAPerson(said)) return refused("personal");
  await insertDeskGuidance(db, {
    id,
    unitId,
    procedureId: version.procedureId,
    officialId: by.accountId,
    givenAt: clock.now(),
    channel: channels[channel],
    said,
  });
  return accepted(null);
}

/** One of the hands that make a city together: submits what arrives on its days and has it lived to its end. */
import type pg from "pg";
import { codeBlocks, submitDossiers } from "#features/dossiers/index.ts";
import { movableClock } from "#foundation/clock/index.ts";
import { answersChecker, type Deps } from "../../src/deps.ts";
import { forwarder, type Submitted } from "./forward.ts";
import { insertUploadsLike } from "./queries.ts";
import { randomFrom } from "./random.ts";
import { readResidents } from "./residents.ts";
import { type Sent, submissionsOf } from "./submissions.ts";
import { uploadPicture } from "./upload.ts";
import { endsAt } from "./when.ts";

/** So many people at one moment. */
export type Arrival = { readonly at: Date; readonly count: number };

const perForwarding = 1000;
/** Of all dossiers: the demo citizen has some hundreds of a million. */
const demoShare = 0.0003;

export async function fillDays(
  deps: Deps,
  owner: pg.Pool,
  arrivals: readonly Arrival[],
  seed: number,
  done: (dossiers: number) => void,
): Promise<void> {
  const random = randomFrom(seed);
  const { citizens, demo, officialsAt } = await readResidents(deps, owner);
  const uploadId = await uploadPicture(deps, demo.accountId);
  const clock = movableClock(endsAt);
  const next = submissionsOf(deps, random);
  const forward = forwarder(deps, owner, officialsAt);
  const submitter = submitDossiers({
    ...deps.dossiers,
    clock,
    codes: codeBlocks(deps.database.db, Date.now),
    checkAnswers: answersChecker(clock),
  });
  let waiting: Submitted[] = [];
  let underWay: Promise<void> = Promise.resolve();
  for (const { at, count } of arrivals) {
    clock.set(at);
    const sent = Array.from({ length: count }, () => next(random.chance(demoShare) ? demo : random.pick(citizens), at));
    const uploads = sent.flatMap(({ by, submission }) =>
      submission.components.flatMap(({ uploadIds }) => uploadIds.map((id) => ({ id, accountId: by.accountId }))),
    );
    await insertUploadsLike(owner, uploadId, uploads, new Date(at.getTime() - 60_000));
    waiting.push(...(await Promise.all(sent.map((one) => submit(submitter, one)))));
    done(count);
    if (waiting.length < perForwarding) continue;
    const batch = waiting;
    waiting = [];
    // One batch is written while the next ones arrive.
    await underWay;
    underWay = forward(batch, random);
  }
  await underWay;
  await forward(waiting, random);
}

async function submit(submitter: ReturnType<typeof submitDossiers>, sent: Sent): Promise<Submitted> {
  const result = await submitter.submit(sent.by, sent.id, sent.submission);
  if (!result.ok) throw new Error(`A made submission was refused: ${JSON.stringify(result.refusal)}`);
  return { ...sent, code: result.value.code, submittedAt: result.value.submittedAt };
}

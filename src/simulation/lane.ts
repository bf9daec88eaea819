/**
 * The dossiers of one office, lived through in the order of time by the real use cases on a clock that is moved. Offices
 * share nothing but the database, so several live side by side.
 */
import { Readable } from "node:stream";
import { addTime, endOfWorkingDay, type WorkingCalendar } from "#features/calendar/index.ts";
import { componentsToUpload, type ProcedureVersion } from "#features/catalogue/index.ts";
import { type FileStore, uploadFile } from "#features/documents/index.ts";
import {
  codeBlocks,
  type Dossier,
  type DossierDeps,
  findDossierByCode,
  moveDossier,
  type Submission,
  stepsOf,
  submitDossiers,
} from "#features/dossiers/index.ts";
import { exampleAnswers, formOf } from "#features/eforms/index.ts";
import type { Applicant, Official } from "#features/identity/index.ts";
import { movableClock } from "#foundation/clock/index.ts";
import { isDatabaseGone } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { type Life, type NextStep, nextStep, requestOf } from "./next-step.ts";
import type { Staff } from "./officials.ts";
import { aPerson } from "./people.ts";
import { agenda } from "./queue.ts";
import { type Random, randomOf } from "./random.ts";
import { sampleScan } from "./sample-scan.ts";
import { traitsOf } from "./traits.ts";

const mostTries = 20;
const mostRefusals = 5;

/** A busy machine makes people wait: for a connection, for the next paper number. Who waited too long changed nothing and tries again. */
async function patiently<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= mostTries || !isDatabaseGone(error)) throw error;
    }
  }
}

/** A dossier to be: which procedure, where, when, and by whose account. */
export type Birth = {
  readonly name: string;
  readonly version: ProcedureVersion;
  readonly unitCode: string;
  readonly at: Date;
  readonly applicant: Applicant;
};

/** What all lanes share. */
export type City = {
  readonly files: FileStore;
  readonly staff: Staff;
  readonly seed: string;
  readonly until: Date;
  /** Codes of offices that may be asked for their opinion. */
  readonly offices: readonly string[];
};

export type Tally = {
  readonly dossiers: number;
  readonly moves: ReadonlyMap<string, number>;
  /** Moves that were refused, by move and reason: rules met by chance. */
  readonly refused: ReadonlyMap<string, number>;
};

type Living = {
  dossier: Dossier;
  readonly birth: Birth;
  readonly random: Random;
  readonly traits: ReturnType<typeof traitsOf>;
  readonly done: Set<string>;
  refusals: number;
};
type Event = { readonly birth: Birth } | { readonly living: Living; readonly step: NextStep };

export async function liveThrough(
  deps: DossierDeps,
  births: readonly Birth[],
  { files, staff, seed, until, offices }: City,
  onDossier: () => void,
): Promise<Tally> {
  const clock = movableClock(births[0]?.at ?? until);
  const here: DossierDeps = { ...deps, clock, codes: codeBlocks(deps.database.db, () => clock.now().getTime()) };
  const submitter = submitDossiers(here);
  const things = agenda<Event>();
  for (const birth of births) things.add(birth.at, { birth });
  const moves = new Map<string, number>();
  const refused = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  let dossiers = 0;

  for (let thing = things.next(); thing !== undefined && thing.at < until.getTime(); thing = things.next()) {
    clock.set(new Date(thing.at));
    if ("birth" in thing.item) {
      plan(await send(thing.item.birth));
      dossiers++;
      onDossier();
    } else {
      const { living, step } = thing.item;
      await make(living, step);
      plan(living);
    }
  }
  return { dossiers, moves, refused };

  async function send(birth: Birth): Promise<Living> {
    const random = randomOf(seed, birth.name);
    const { version, applicant } = birth;
    const owner = aPerson(random);
    const uploads = componentsToUpload(version.definition).map(async ({ componentKey }) => {
      const upload = await patiently(() =>
        uploadFile(
          { db: deps.database.db, files, sealing: deps.sealing, clock },
          { accountId: applicant.accountId },
          {
            name: `${componentKey}.pdf`,
            content: Readable.from([sampleScan(random.pick([1, 2, 3, 4, 5, 6, 7, 8]))]),
            maxBytes: 1e6,
          },
        ),
      );
      if (!upload.ok) throw new Error(`A sample scan was refused: ${JSON.stringify(upload.refusal)}`);
      return { componentKey, uploadIds: [upload.value.uploadId] };
    });
    const id = random.uuid();
    const submission: Submission = {
      procedureCode: version.code,
      unitCode: birth.unitCode,
      owner: { kind: "citizen", name: owner.name, idNumber: owner.idNumber, phone: owner.phone },
      answers: exampleAnswers(formOf(version.definition), dayOf(clock.now())),
      components: await Promise.all(uploads),
      resultChannel: random.pick(["online", "online", "counter", "post"] as const),
    };
    const sent = await patiently(() => submitter.submit(applicant, id, submission));
    if (!sent.ok) throw new Error(`${birth.name} (${version.code}) was refused: ${JSON.stringify(sent.refusal)}`);
    const dossier = await findDossierByCode(deps.database.db, sent.value.code);
    if (dossier === undefined) throw new Error(`${sent.value.code} was sent and is not there`);
    return { dossier, birth, random, traits: traitsOf(random), done: new Set(), refusals: 0 };
  }

  async function make(living: Living, step: NextStep): Promise<void> {
    const actor = actorOf(living, step);
    const before = living.dossier.state;
    living.done.add(step.move);
    if (step.move === "requestSupplement" && before !== "submitted") living.done.add("requestSupplement in handling");
    if (actor === undefined) {
      living.refusals++;
      count(refused, `${step.move}: nobody there`);
      return;
    }
    const result = await patiently(() => moveDossier(here, actor, living.dossier.id, step.move, requestOf(step)));
    if (result.ok) {
      living.dossier = result.value.dossier;
      count(moves, step.move);
    } else {
      living.refusals++;
      count(refused, `${step.move}: ${result.refusal.reason}`);
    }
  }

  function actorOf(living: Living, { by }: NextStep): Applicant | Official | undefined {
    if (by.kind === "applicant") return living.birth.applicant;
    const { assigneeId } = living.dossier;
    const named = by.kind === "assignee" && assigneeId !== null ? staff.byId(assigneeId) : undefined;
    return named ?? staff.someoneAt(by.role, by.unitId, living.random);
  }

  function plan(living: Living): void {
    // A refusal changes nothing, so the same step would be planned for ever: after a few the dossier is left as it is.
    if (living.refusals > mostRefusals) return;
    const calendar = deps.workingCalendarOf(living.dossier.receivingUnitId);
    const step = nextStep(lifeOf(living, calendar), living.random);
    if (step === null) return;
    const at =
      step.by.kind === "applicant"
        ? new Date(clock.now().getTime() + step.afterHours * 3_600_000)
        : addTime(calendar, clock.now(), { kind: "hour", count: Math.max(0.05, step.afterHours) }).dueAt;
    things.add(at, { living, step });
  }

  function lifeOf({ dossier, traits, done, birth }: Living, calendar: WorkingCalendar): Life {
    const now = clock.now();
    return {
      dossier,
      traits,
      done,
      now,
      steps: stepsOf(birth.version, dossier.receivingUnitId, deps.organisation()),
      offices,
      legalBasis: birth.version.definition.legalBasis[0]?.number ?? "",
      workingDayIn(days) {
        for (let ahead = Math.max(1, days); ; ahead++) {
          const day = dayOf(new Date(now.getTime() + ahead * 86_400_000));
          if (endOfWorkingDay(calendar, day) !== null) return day;
        }
      },
    };
  }
}

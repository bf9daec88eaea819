/**
 * A month of the sample city, lived by invented people through the real use cases: so that every screen has something
 * true to show, and every rule is met by chance. The same seed gives the same people, dossiers, moves and times; numbers
 * that offices of the city share are dealt in whatever order they come.
 */
import { type Applicant, addInventedAccounts } from "#features/identity/index.ts";
import { listenToEvents } from "#features/supervision/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Deps } from "../deps.ts";
import { arrivalsBetween, daysBefore } from "./arrivals.ts";
import { type Birth, liveThrough, type Tally } from "./lane.ts";
import { staffTheCity } from "./officials.ts";
import { aPerson } from "./people.ts";
import { randomOf } from "./random.ts";

export type Simulation = {
  readonly days: number;
  readonly seed: string;
  readonly dossiers: number;
};

const applicantCount = 400;
/** Lanes at once: more than the cores, since each waits for the disk most of its time. */
const lanesAtOnce = 6;

export async function simulate(
  deps: Deps,
  { days, seed, dossiers }: Simulation,
  say: (line: string) => void,
): Promise<Tally> {
  const { db } = deps.database;
  const now = deps.clock.now();
  const from = daysBefore(now, days);
  const at = { now: from, from: dayOf(from) };
  say(`Inventing the people of ${deps.organisation().units.length} units …`);
  const staff = await staffTheCity(db, deps.organisation(), seed, at);
  const applicants = await inventApplicants(deps, seed, at);
  const lanes = birthsByLane(deps, { seed, dossiers, from, until: now, applicants });
  const offices = deps
    .organisation()
    .units.filter((unit) => unit.level === "city" && unit.kind === "specialist_office")
    .map((unit) => unit.code);

  let done = 0;
  const step = Math.max(1, Math.round(dossiers / 20));
  const onDossier = () => {
    done++;
    if (done % step === 0) say(`${done} of ${dossiers} dossiers sent`);
  };
  const tallies: Tally[] = [];
  const waiting = [...lanes.values()].sort((a, b) => b.length - a.length);
  await Promise.all(
    Array.from({ length: lanesAtOnce }, async () => {
      for (let births = waiting.shift(); births !== undefined; births = waiting.shift()) {
        tallies.push(
          await liveThrough(deps.dossiers, births, { files: deps.files, staff, seed, until: now, offices }, onDossier),
        );
      }
    }),
  );
  say("Counting the figures …");
  await listenToEvents({ ...deps, db });
  return tallies.reduce(together, { dossiers: 0, moves: new Map(), refused: new Map() });
}

async function inventApplicants(
  deps: Deps,
  seed: string,
  at: { now: Date; from: string },
): Promise<readonly Applicant[]> {
  const accounts = Array.from({ length: applicantCount }, (_, number) => {
    const random = randomOf(seed, "applicant", number);
    const login = `nguoi-dan-${number + 1}@mo-phong`;
    return { id: random.uuid(), login, kind: "citizen" as const, name: aPerson(random).name, postings: [] };
  });
  await addInventedAccounts(deps.database.db, accounts, at);
  return accounts.map(({ id, login, kind, name }) => ({ kind, accountId: id, login, name, isDemo: true }));
}

/** What people ask wards for is ordinary and much; the city's divisions share the rest. Each lane is one office. */
function birthsByLane(
  deps: Deps,
  {
    seed,
    dossiers,
    from,
    until,
    applicants,
  }: { seed: string; dossiers: number; from: Date; until: Date; applicants: readonly Applicant[] },
): ReadonlyMap<string, Birth[]> {
  const random = randomOf(seed, "births");
  const today = dayOf(until);
  const catalogue = deps.catalogue();
  const versions = catalogue
    .inForceOn(today)
    .filter((version) => catalogue.versionOn(version.code, dayOf(from)) === version);
  const ofWards = versions.filter((version) => version.definition.authorityLevel === "commune");
  const ofCity = versions.filter((version) => version.definition.authorityLevel !== "commune");
  const lanes = new Map<string, Birth[]>();
  arrivalsBetween(from, until, dossiers, random).forEach((at, number) => {
    const version = random.pick(ofCity.length === 0 || random.chance(0.7) ? ofWards : ofCity);
    const unitId = random.pick(catalogue.receivingUnitIds(version.code, today));
    const unit = deps.organisation().getById(unitId);
    const lane = unit.level === "commune" ? unit.code : version.definition.agency;
    const birth = { name: `dossier ${number}`, version, unitCode: unit.code, at, applicant: random.pick(applicants) };
    const births = lanes.get(lane);
    if (births === undefined) lanes.set(lane, [birth]);
    else births.push(birth);
  });
  return lanes;
}

function together(a: Tally, b: Tally): Tally {
  const sum = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) => {
    const all = new Map(one);
    for (const [name, count] of other) all.set(name, (all.get(name) ?? 0) + count);
    return all;
  };
  return { dossiers: a.dossiers + b.dossiers, moves: sum(a.moves, b.moves), refused: sum(a.refused, b.refused) };
}

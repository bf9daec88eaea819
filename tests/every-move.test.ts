/**
 * Every move, from every state, by everybody: generated from the table of moves. What it allows is done once, also when it
 * is asked for twice at the same moment; what it does not is refused as documented, and leaves everything as it was.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Dossier,
  isDossierState,
  type Move,
  type MoveName,
  moveNames,
  moves,
  states,
} from "#features/dossiers/index.ts";
import { verify } from "../src/verify.ts";
import { post } from "./support/desk.ts";
import { cityMoments, lateMoments, type Moment, type WayName, wardMoments } from "./support/moments.ts";
import { peopleAround, singleLogin } from "./support/people-around.ts";
import { type Answer, type TestProgram, testProgram } from "./support/program.ts";
import { type SavedPoints, savedPoints } from "./support/saved-point.ts";
import { type Demand, type Stage, stage } from "./support/stage.ts";
import { type Expected, expected, type Person } from "./support/who-may.ts";

const monday = "2026-11-16T01:30:00Z";
/** Three weeks later: past every due date, every three days and every ten minutes. */
const late = "2026-12-07T01:30:00Z";

let program: TestProgram;
let saved: SavedPoints;
let on: Stage;
/** What was really done: each way from a state to a state, and each role that went it. */
const done = new Set<string>();

beforeAll(async () => {
  program = await testProgram({ now: monday });
  saved = await savedPoints(program.database.ownerUrl);
  on = await stage(program);
});
afterAll(() => saved.close());

type Attempt = { readonly person: Person; readonly move: MoveName; readonly answer: Expected };

function attemptsAt(moment: Moment, way: WayName): readonly Attempt[] {
  return peopleAround(moment, way).flatMap((person) =>
    moveNames.map((move) => ({ person, move, answer: expected(move, person, moment, on.stepsOf(way)) })),
  );
}

async function everyMoveAt(moment: Moment, way: WayName): Promise<void> {
  program.clock.set(monday);
  const dossier = await on.bringTo(moment, way);
  if (moment.isLate) program.clock.set(late);
  expect({ state: dossier.state, step: dossier.step, assignee: dossier.assigneeId }).toEqual({
    state: moment.state,
    step: moment.step,
    assignee: moment.assignee === undefined ? null : on.accountOf(moment.assignee),
  });
  const point = await saved.save(dossier.id);
  const attempts = attemptsAt(moment, way);
  for (const [person, ofOne] of Map.groupBy(attempts, (attempt) => attempt.person)) {
    const refused = ofOne.filter(({ answer }) => answer.status !== 200);
    const told = await Promise.all(refused.map((attempt) => tryOnce(attempt, dossier, way)));
    expect(told, `${person.login} ${moment.title}`).toEqual(refused.map(asExpected));
    expect(await saved.save(dossier.id), `what ${person.login} was refused ${moment.title}`).toEqual(point);
  }
  for (const attempt of attempts.filter(({ answer }) => answer.status === 200)) {
    // The register of a year is without gaps: a number that was dealt is not put back.
    const isFresh = attempt.move === "accept";
    const target = isFresh ? await on.bringTo(moment, way) : dossier;
    await oneOfTwo(attempt, target, way);
    if (!isFresh) await saved.putBack(point);
  }
}

const asExpected = ({ move, answer }: Attempt) => ({ move, ...answer });

async function tryOnce({ person, move, answer }: Attempt, dossier: Dossier, way: WayName) {
  const told = await on.move(person.login, dossier.code, move, await on.saidWith(move, dossier, way));
  const isProblem = (told.headers.get("content-type") ?? "").startsWith("application/problem+json");
  if (!isProblem || told.json.status !== told.status) throw new Error(`${move}: ${told.status} ${told.bytes}`);
  return { move, status: told.status, ...("type" in answer ? { type: told.json.type } : {}) };
}

/** The same person, the same page, two presses of the button: one is done, the other is told so. */
async function oneOfTwo({ person, move }: Attempt, dossier: Dossier, way: WayName): Promise<void> {
  const where = `${person.login} ${move} ${dossier.state}`;
  const said = { ...(await on.saidWith(move, dossier, way)), seenEvent: dossier.eventCount };
  const answers = await Promise.all([0, 1].map(() => on.move(person.login, dossier.code, move, said)));
  const [made, ...others] = answers.filter(({ status }) => status === 200);
  if (made === undefined || others.length > 0) throw new Error(`${where}: ${answers.map(inWords).join("; ")}`);
  expect(answers.map(({ status }) => status >= 400 && status < 500).sort(), where).toEqual([false, true]);

  const after = await on.dossierOf(dossier.code);
  const { db } = program.deps.database;
  const events = await db
    .selectFrom("dossierEvent")
    .select(["number", "type", "state", "actorId", "role", "dueAt"])
    .where("dossierId", "=", dossier.id)
    .orderBy("number")
    .execute();
  const rule: Move = moves[move];
  expect(rule.leads[dossier.state], where).toContain(after.state);
  expect(made.json.state, where).toBe(after.state);
  expect({ events: events.length, row: after.eventCount }, where).toEqual({
    events: dossier.eventCount + 1,
    row: dossier.eventCount + 1,
  });
  expect(events.at(-1), where).toMatchObject({
    type: move,
    state: after.state,
    dueAt: after.dueAt,
    actorId: person.login === null ? null : on.accountOf(person.login),
  });
  done.add(`${move}: ${dossier.state} -> ${after.state}`);
  done.add(`${move} by ${typeof rule.by === "string" ? rule.by : events.at(-1)?.role}`);
}

const inWords = ({ status, bytes }: Answer) => `${status} ${bytes.toString().slice(0, 200)}`;

describe("every move by everybody", () => {
  it.each(wardMoments.map((moment) => [moment.title, moment] as const))("of a ward: %s", (_, moment) =>
    everyMoveAt(moment, "ward"),
  );
  it.each(cityMoments.map((moment) => [moment.title, moment] as const))("of ward and city: %s", (_, moment) =>
    everyMoveAt(moment, "city"),
  );
});

/** Everybody who works on a dossier of ward and city, each with one place only, and how they pass it on. */
const onTheWay: readonly (readonly [login: string, move: MoveName])[] = [
  ["reception-of-ward", "accept"],
  ["reception-of-ward", "handOver"],
  ["specialist-of-ward", "handOver"],
  ["leader-of-ward", "handOver"],
  ["reception-of-tp-motcua", "handOver"],
  ["head-of-office-of-tp-ldtbxh", "handOver"],
  ["specialist-of-tp-ldtbxh", "proposeResult"],
  ["head-of-office-of-tp-ldtbxh", "handOver"],
  ["leader-of-tp-ubnd", "approve"],
  ["clerk-of-tp-vp", "handOver"],
  ["return-of-ward", "returnResult"],
];

describe("everybody on the way of a dossier", () => {
  it("passes it on and sets right what they said themselves", async () => {
    program.clock.set(monday);
    const { code, id } = await on.bringTo({ title: "sent", walk: [], state: "submitted", step: 0 }, "city");
    for (const [login, move] of onTheWay) {
      const said = { note: `Lời của ${login}.`, ...(await on.saidWith(move, await on.dossierOf(code), "city")) };
      expect((await on.move(login, code, move, said)).status, `${login} ${move}`).toBe(200);
      if (move !== "handOver" && move !== "returnResult") continue;
      const { eventCount } = await on.dossierOf(code);
      const corrected = move === "handOver" ? { note: "Lời đúng." } : { handedTo: "Người được ủy quyền" };
      const answer = await on.move(login, code, "correct", { note: "Ghi nhầm.", corrects: eventCount, corrected });
      expect(answer.status, `${login} corrects ${move}`).toBe(200);
    }
    const { db } = program.deps.database;
    const events = await db
      .selectFrom("dossierEvent")
      .select(["type", "role"])
      .where("dossierId", "=", id)
      .where("type", "!=", "submit")
      .execute();
    for (const { type, role } of events) done.add(`${type} by ${role}`);
  });

  it.each([
    ["reception", "ward", "ward", "sent"],
    ["specialist", "ward", "ward", "with a specialist by name"],
    ["leader", "ward", "ward", "with the leader"],
    ["clerk", "ward", "ward", "decided before the other office answered"],
    ["return", "ward", "ward", "ready to be given"],
    ["head_of_office", "TP-LDTBXH", "city", "with the head of the office"],
  ] as const)(
    "as %s of %s neither sees nor moves it once their posting ended (%s: %s)",
    async (role, place, way, title) => {
      const all = way === "ward" ? wardMoments : cityMoments;
      const moment = all.find((one) => one.title === title);
      if (moment === undefined) throw new Error(`There is no moment "${title}"`);
      program.clock.set(monday);
      const dossier = await on.bringTo(moment, way);
      const login = singleLogin(role, place);
      const path = `/api/v1/dossiers/${dossier.code}`;
      expect((await program.ask(login, "GET", path)).status).toBe(200);
      const point = await saved.save(dossier.id);

      // Sunday was their last day; they are still signed in on Monday morning.
      await post(program, login, on.unitOf(place), role, { to: "2026-11-15" });
      program.clock.set("2026-11-16T01:30:02Z");
      const answers = await Promise.all(
        moveNames.map(async (move) => {
          const said = await on.saidWith(move, dossier, way);
          return [move, (await on.move(login, dossier.code, move, said)).status];
        }),
      );
      const seen = await program.ask(login, "GET", path);
      await post(program, login, on.unitOf(place), role);

      expect(answers).toEqual(moveNames.map((move) => [move, 404]));
      expect(seen.status).toBe(404);
      expect(await saved.save(dossier.id)).toEqual(point);
    },
  );
});

/** What a supplement leaves out stays as it was, so it demands no words. */
const demanded = moveNames.flatMap((move) =>
  moves[move].demands.filter((demand) => demand !== "answers").map((demand): [MoveName, Demand] => [move, demand]),
);

describe("what a move demands", () => {
  it.each(demanded)("%s: without its %s it is not made, and nothing changes", async (move, demand) => {
    program.clock.set(monday);
    const places = [
      ...wardMoments.map((moment) => ({ moment, way: "ward" as const })),
      ...cityMoments.map((moment) => ({ moment, way: "city" as const })),
    ];
    const allowed = places.flatMap(({ moment, way }) =>
      attemptsAt(moment, way)
        .filter((attempt) => attempt.move === move && attempt.answer.status === 200)
        .map(({ person }) => ({ person, moment, way })),
    );
    const [place] = allowed;
    if (place === undefined) throw new Error(`Nobody may ever ${move}`);
    const dossier = await on.bringTo(place.moment, place.way);
    const point = await saved.save(dossier.id);
    const left = Object.keys(await on.saidFor(demand, dossier, place.way));

    const said = Object.entries(await on.saidWith(move, dossier, place.way));
    const answer = await on.move(
      place.person.login,
      dossier.code,
      move,
      Object.fromEntries(said.filter(([field]) => !left.includes(field))),
    );

    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.json.errors.length).toBeGreaterThan(0);
    expect(await saved.save(dossier.id)).toEqual(point);
  });
});

// Last: what a session was known as is trusted until a later second, so the clock is not turned back before anything else.
describe("every move too late", () => {
  it.each(lateMoments.map((moment) => [moment.title, moment] as const))("%s", (_, moment) =>
    everyMoveAt(moment, "ward"),
  );
});

describe("all of it together", () => {
  it("covers the table: each way from a state to a state was gone, each role went its moves", () => {
    // No procedure of the sample city has parts beside its steps, which alone are answered before the first hand-over
    // (linked.test.ts); what happens by itself is nobody's move (uncollected.test.ts).
    const elsewhere = ["answerConsultation: accepted -> accepted"];
    const all = moveNames.flatMap((move) => {
      const { leads, by }: Move = moves[move];
      if (by === "time") return [];
      const ways = Object.keys(states)
        .filter(isDossierState)
        .flatMap((from) => (leads[from] ?? []).map((to) => `${move}: ${from} -> ${to}`));
      return [...ways, ...(typeof by === "string" ? [by] : by).map((role) => `${move} by ${role}`)];
    });

    expect([...done].sort()).toEqual(all.filter((way) => !elsewhere.includes(way)).sort());
  });

  it("leaves histories that give every row again", async () => {
    const lines: string[] = [];
    expect(await verify(program.deps, { write: (line: string) => lines.push(line) }), lines.join("")).toBe(0);
  });
});

/** The people and procedures of `moments.ts` on a real program: brings a dossier to a moment, and says what a move demands. */
import { randomUUID } from "node:crypto";
import {
  type Dossier,
  findDossierByCode,
  isMoveName,
  type Move,
  type MoveName,
  moves,
} from "#features/dossiers/index.ts";
import type { Moment, WayName, WayStep } from "./moments.ts";
import { anOfficial } from "./officials.ts";
import { single, singleLogin } from "./people-around.ts";
import type { TestProgram } from "./program.ts";
import { aSubmission } from "./submission.ts";
import { askedOffice } from "./who-may.ts";

/** A certificate of marital status, by a ward; a move of somebody who is supported, by a ward and the city. */
const procedures: Readonly<Record<WayName, string>> = { ward: "1.004873", city: "1.001731" };

export type Demand = Move["demands"][number];

export async function stage(program: TestProgram) {
  const { db } = program.deps.database;
  const wards = program.deps.organisation().units.filter(({ kind }) => kind === "ward" || kind === "commune");
  const [received, neighbour] = wards.map(({ code }) => code);
  if (received === undefined || neighbour === undefined) throw new Error("The city has two wards at least");
  for (const [role, place] of single) {
    const unitCode = place === "ward" ? received : place === "neighbour" ? neighbour : place;
    await anOfficial(program, singleLogin(role, place), role, unitCode);
  }
  const rows = await db.selectFrom("account").select(["id", "login"]).execute();
  const accounts = new Map(rows.map(({ id, login }) => [login.replace("@demo", ""), id]));

  function definitionOf(way: WayName) {
    const version = program.deps.catalogue().versionOn(procedures[way], "2026-11-16");
    if (version === undefined) throw new Error(`${procedures[way]} is not in force`);
    return version.definition;
  }

  const accountOf = (login: string): string => {
    const id = accounts.get(login);
    if (id === undefined) throw new Error(`There is no ${login}`);
    return id;
  };

  const stepsOf = (way: WayName): readonly WayStep[] => definitionOf(way).internalProcess;

  /** Who may be named at a step: of the people with one place, the one whose place it is. */
  function sitsAt({ role, agency }: WayStep): string {
    return accountOf(singleLogin(role, agency.startsWith("XA") ? "ward" : agency));
  }

  function assigneeAt(step: number, way: WayName): string {
    const [present, next] = stepsOf(way).slice(step);
    if (present === undefined) throw new Error(`There is no step ${step}`);
    return sitsAt(present.role === "head_of_office" && next?.role === "specialist" ? next : present);
  }

  async function guidanceOf(dossierId: string): Promise<number> {
    const events = db.selectFrom("dossierEvent").select("number").where("dossierId", "=", dossierId);
    const { number } = await events.where("type", "=", "giveGuidance").executeTakeFirstOrThrow();
    return number;
  }

  /** All that a move demands, so that it is refused for no other reason than who makes it and when. */
  async function saidWith(move: MoveName, dossier: Dossier, way: WayName): Promise<Record<string, unknown>> {
    const demands: readonly Demand[] = moves[move].demands;
    return Object.assign({}, ...(await Promise.all(demands.map((demand) => saidFor(demand, dossier, way)))));
  }

  async function saidFor(demand: Demand, dossier: Dossier, way: WayName): Promise<Record<string, unknown>> {
    switch (demand) {
      case "reason":
        return { note: "Theo quy định." };
      case "faults":
        return { faults: [{ legalBasis: definitionOf(way).legalBasis[0]?.number, message: "Thiếu chữ ký." }] };
      case "assignee":
        return { assigneeId: assigneeAt(dossier.step, way) };
      case "proposal":
        return { proposal: "Đủ điều kiện." };
      case "answers":
        return {};
      case "handedTo":
        return { handedTo: "Lê Thị Minh Hòa" };
      case "newDate":
        return { cause: "verification", newDueOn: "2026-12-11" };
      case "question":
        // One office is asked in some of the moments already, so another is asked now.
        return {
          note: "Có ý kiến gì không?",
          unitCodes: [dossier.consultedUnits === null ? askedOffice : "TP-NOIVU"],
          answerBy: "2026-12-10",
        };
      case "verification":
        return { note: "Đúng thực tế.", verification: { on: "16/11/2026", place: "Tổ 3", participants: "Tổ trưởng" } };
      case "settlement":
        return { note: "Theo đơn.", settlement: { paid: 0, refundable: 0, papers: "Trả đủ" } };
      case "digitisation":
        return { digitisation: [{ of: definitionOf(way).components[0]?.componentKey, state: 0 }] };
      case "correction":
        return { corrects: await guidanceOf(dossier.id), corrected: { note: "Mang theo căn cước." } };
    }
  }

  async function dossierOf(code: string): Promise<Dossier> {
    const dossier = await findDossierByCode(db, code);
    if (dossier === undefined) throw new Error(`${code} is not there`);
    return dossier;
  }

  async function send(way: WayName, isBrought: boolean): Promise<string> {
    const who = isBrought ? "reception-ward" : "citizen";
    const body = await aSubmission(program, who, procedures[way], received);
    const path = isBrought ? "/api/v1/receptions" : "/api/v1/dossiers";
    const brought = { channel: "counter", outcome: { move: "accept", wantsReceipt: true } };
    const answer = await program.ask(
      who,
      "POST",
      path,
      { ...body, resultChannel: "counter", ...(isBrought ? brought : {}) },
      { "idempotency-key": randomUUID() },
    );
    if (answer.status !== 201) throw new Error(answer.bytes.toString());
    return answer.json.code;
  }

  return {
    accountOf,
    stepsOf,
    saidWith,
    saidFor,
    unitOf: (place: string) => (place === "ward" ? received : place),
    dossierOf,
    move: (who: string | null, code: string, move: MoveName, said: object) =>
      program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${move}`, said),

    /** A dossier of its own that stands at this moment. */
    async bringTo(moment: Moment, way: WayName): Promise<Dossier> {
      const code = await send(way, moment.isBrought === true);
      for (const pair of moment.walk) {
        const [who = "", move = ""] = pair.split(" ");
        if (!isMoveName(move)) throw new Error(`${moment.title}: there is no move ${move}`);
        const said = await saidWith(move, await dossierOf(code), way);
        const answer = await program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${move}`, said);
        if (answer.status !== 200) throw new Error(`${moment.title}: ${pair}: ${answer.bytes}`);
      }
      return dossierOf(code);
    },
  };
}

export type Stage = Awaited<ReturnType<typeof stage>>;

/**
 * What the table of moves says of one person at one moment, read a second time: beside the program, in the few words of a
 * test. A rule that the table does not carry stands in `beside`.
 */
import { type Move, type MoveName, moveNames, moves } from "#features/dossiers/index.ts";
import type { Role } from "#features/identity/index.ts";
import type { Moment, WayStep } from "./moments.ts";

/** A place somebody holds, and which agencies of a process lie within it. */
export type Desk = { readonly role: Role; readonly covers: (agency: string) => boolean };
export type Person =
  | { readonly kind: "stranger"; readonly login: null }
  | { readonly kind: "applicant"; readonly login: string; readonly isOwner: boolean }
  | { readonly kind: "official"; readonly login: string; readonly desks: readonly Desk[] };
type Official = Extract<Person, { kind: "official" }>;

export type Expected = { readonly status: 200 } | { readonly status: number; readonly type?: string };
const yes: Expected = { status: 200 };
const conflict = (reason: string): Expected => ({ status: 409, type: `/problems/${reason}` });
const forbidden: Expected = { status: 403 };
const movedOn = conflict("moved-on");

/** The office whose opinion is asked in the moments where one is. */
export const askedOffice = "TP-TUPHAP";
const overseers: readonly Role[] = ["director", "inspector", "quality"];
const heads: readonly Role[] = ["head_of_office", "leader"];

export function expected(move: MoveName, person: Person, at: Moment, steps: readonly WayStep[]): Expected {
  if (person.kind === "stranger") return { status: 401 };
  if (!sees(person, at, steps)) return { status: 404 };
  const { by, as, leads }: Move = moves[move];
  const isOfTheState = leads[at.state] !== undefined;
  if (by === "applicant") {
    if (!speaksForApplicant(move, person, at, steps)) return forbidden;
    return isOfTheState ? beside(move, person, at, steps) : movedOn;
  }
  if (person.kind !== "official") return forbidden;
  // Nobody makes it: its time comes.
  if (by === "time") return forbidden;
  if (by === "whoever handed it over") {
    if (at.handedOverBy === person.login && isOfTheState) return yes;
    return everHandsOver(person, steps) ? movedOn : forbidden;
  }
  if (as === "consulted") {
    if (at.isAsked !== true || !answersFor(person)) return forbidden;
    return isOfTheState ? yes : movedOn;
  }
  if (!steps.some((step) => by.includes(step.role) && sits(person, step))) return forbidden;
  if (!isOfTheState) return movedOn;
  if (as === "process") return beside(move, person, at, steps);
  const present = presentStep(at, steps);
  if (move === "assign") return heads.some((role) => sits(person, { ...present, role })) ? yes : movedOn;
  if (!by.includes(present.role) || !sits(person, present)) return movedOn;
  if (at.assignee !== undefined && at.assignee !== person.login) return forbidden;
  return beside(move, person, at, steps);
}

/** What a move wants beside its line in the table. */
function beside(move: MoveName, person: Person, at: Moment, steps: readonly WayStep[]): Expected {
  const { supplements = 0, limit = 1, awaits = null } = at;
  switch (move) {
    case "handOver":
    case "proposeResult":
    case "approve":
      return wayOut(at, steps) === move ? yes : conflict("wrong-step");
    case "requestSupplement":
      if (supplements >= limit) return conflict("supplement-only-once");
      return at.isLate === true && at.state !== "submitted" ? conflict("too-late") : yes;
    case "askSecondSupplement":
      if (supplements < limit) return conflict("not-legal-now");
      return awaits === null ? yes : conflict("leader-is-asked");
    case "permitSupplement":
      return awaits === "supplement" ? yes : conflict("not-legal-now");
    case "proposeApology":
    case "apologise":
      if (at.isRescheduled === true) return conflict("rescheduled-only-once");
      if (at.isLate === true) return conflict("too-late");
      return move === "apologise" || awaits === null ? yes : conflict("leader-is-asked");
    case "recall":
      return at.isLate === true ? conflict("too-late") : yes;
    case "correct":
      return mayCorrect(person) ? yes : { status: 422 };
    default:
      return yes;
  }
}

function sees(person: Person, at: Moment, steps: readonly WayStep[]): boolean {
  if (person.kind === "applicant") return person.isOwner && at.isBrought !== true;
  if (person.kind !== "official") return false;
  return (
    (at.isAsked === true && answersFor(person)) ||
    person.desks.some(
      ({ role, covers }) =>
        overseers.includes(role) ||
        covers(receivingUnit) ||
        steps.some((step) => (step.role === role || heads.includes(role)) && covers(step.agency)),
    )
  );
}

/** The ward itself: whoever is posted there sees what it receives. */
const receivingUnit = "XA";

function speaksForApplicant(move: MoveName, person: Person, at: Moment, steps: readonly WayStep[]): boolean {
  if (person.kind === "applicant") return person.isOwner;
  const [first] = steps;
  if (person.kind !== "official" || first === undefined || at.isBrought !== true) return false;
  return (move === "supplement" || move === "withdraw") && sits(person, first);
}

function everHandsOver(person: Official, steps: readonly WayStep[]): boolean {
  return moveNames.some((name) => {
    const { handsOver, by }: Move = moves[name];
    if (handsOver !== true || typeof by === "string") return false;
    return steps.some((step) => by.includes(step.role) && sits(person, step));
  });
}

/** The guidance that each dossier begins with was recorded by the ward's reception; they set it right, or their head. */
function mayCorrect(person: Person): boolean {
  if (person.kind !== "official") return false;
  if (person.login === "reception-ward") return true;
  return person.desks.some(({ role, covers }) => heads.includes(role) && covers("XA-MOTCUA"));
}

function answersFor({ desks }: Official): boolean {
  const { by }: Move = moves.answerConsultation;
  return desks.some(({ role, covers }) => typeof by !== "string" && by.includes(role) && covers(askedOffice));
}

function sits({ desks }: Official, { role, agency }: WayStep): boolean {
  return desks.some((desk) => desk.role === role && desk.covers(agency));
}

export function presentStep(at: Moment, steps: readonly WayStep[]): WayStep {
  const step = steps[at.step];
  if (step === undefined) throw new Error(`${at.title}: there is no step ${at.step}`);
  return step;
}

/** By which move a dossier leaves the step it is at. */
function wayOut(at: Moment, steps: readonly WayStep[]): MoveName {
  const { role } = presentStep(at, steps);
  const isLast = steps.findLastIndex((step) => step.role === role) === at.step;
  if (role === "specialist" && isLast) return "proposeResult";
  if (role === "leader" && isLast) return "approve";
  return role === "return" ? "returnResult" : "handOver";
}

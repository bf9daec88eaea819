/** Moments in the life of a dossier, each reached by real moves. */
import type { DossierState } from "#features/dossiers/index.ts";
import type { Role } from "#features/identity/index.ts";

/** A procedure of a ward, and one that a ward receives for the city. */
export type WayName = "ward" | "city";
export type WayStep = { readonly role: Role; readonly agency: string };

export type Moment = {
  readonly title: string;
  /** `who move`, one after another; what each says is added. A dossier that was brought begins at the counter. */
  readonly walk: readonly string[];
  readonly isBrought?: true;
  readonly state: DossierState;
  /** Place in the process, from 0. */
  readonly step: number;
  /** By name; undefined: whoever of the role is free. */
  readonly assignee?: string;
  readonly handedOverBy?: string;
  readonly supplements?: number;
  readonly limit?: number;
  readonly awaits?: "supplement" | "apology" | "withdrawal";
  readonly isRescheduled?: true;
  /** An office was asked for its opinion and has not answered. */
  readonly isAsked?: true;
  /** The clock is moved past every limit before anything is tried. */
  readonly isLate?: true;
};

const reception = "reception-ward";
const sent = [`${reception} giveGuidance`];
const accepted = [...sent, `${reception} accept`];
const handled = [...accepted, `${reception} handOver`];
const asked = [...handled, "specialist consult"];
const proposed = [...handled, "specialist proposeResult"];
const finished = [...proposed, "leader-ward approve"];
const given = [...finished, `${reception} handOver`];
const waiting = `${reception} requestSupplement`;

/** Of a procedure that a ward receives, handles and returns: reception, specialist, leader, clerk, return. */
export const wardMoments: readonly Moment[] = [
  { title: "sent", walk: sent, state: "submitted", step: 0 },
  {
    title: "sent, and waits for its supplement",
    walk: [...sent, waiting],
    state: "awaitingSupplement",
    step: 0,
    supplements: 1,
  },
  {
    title: "sent, and supplemented",
    walk: [...sent, waiting, "citizen supplement"],
    state: "submitted",
    step: 0,
    supplements: 1,
  },
  {
    title: "sent, and the leader is asked for a second supplement",
    walk: [...sent, waiting, "citizen supplement", `${reception} askSecondSupplement`],
    state: "submitted",
    step: 0,
    supplements: 1,
    awaits: "supplement",
  },
  {
    title: "sent, and a second supplement is permitted",
    walk: [...sent, waiting, "citizen supplement", `${reception} askSecondSupplement`, "leader-ward permitSupplement"],
    state: "submitted",
    step: 0,
    supplements: 1,
    limit: 2,
  },
  { title: "accepted", walk: accepted, state: "accepted", step: 0, assignee: reception },
  {
    title: "accepted, and waits for its supplement",
    walk: [...accepted, waiting],
    state: "awaitingSupplement",
    step: 0,
    assignee: reception,
    supplements: 1,
  },
  {
    title: "accepted, and supplemented",
    walk: [...accepted, waiting, "citizen supplement"],
    state: "accepted",
    step: 0,
    assignee: reception,
    supplements: 1,
  },
  {
    title: "accepted, and the applicant wants it back",
    walk: [...accepted, "citizen withdraw"],
    state: "withdrawalRequested",
    step: 0,
    assignee: reception,
    awaits: "withdrawal",
  },
  {
    title: "waits for its supplement, and the applicant wants it back",
    walk: [...accepted, waiting, "citizen withdraw"],
    state: "withdrawalRequested",
    step: 0,
    assignee: reception,
    supplements: 1,
    awaits: "withdrawal",
  },
  {
    title: "accepted, and the leader is asked for a second supplement",
    walk: [...accepted, waiting, "citizen supplement", `${reception} askSecondSupplement`],
    state: "accepted",
    step: 0,
    assignee: reception,
    supplements: 1,
    awaits: "supplement",
  },
  { title: "with the specialist", walk: handled, state: "inProgress", step: 1, handedOverBy: reception },
  {
    title: "with the specialist, who has begun",
    walk: [...handled, "specialist recordVerification"],
    state: "inProgress",
    step: 1,
  },
  {
    title: "with a specialist by name",
    walk: [...handled, "leader-ward assign"],
    state: "inProgress",
    step: 1,
    assignee: "specialist-of-ward",
  },
  { title: "with the specialist, another office asked", walk: asked, state: "inProgress", step: 1, isAsked: true },
  {
    title: "waits for its supplement, another office asked",
    walk: [...asked, "specialist requestSupplement"],
    state: "awaitingSupplement",
    step: 1,
    supplements: 1,
    isAsked: true,
  },
  {
    title: "with the specialist, supplemented",
    walk: [...handled, "specialist requestSupplement", "citizen supplement"],
    state: "inProgress",
    step: 1,
    supplements: 1,
  },
  {
    title: "with the specialist, the leader asked for a second supplement",
    walk: [...handled, "specialist requestSupplement", "citizen supplement", "specialist askSecondSupplement"],
    state: "inProgress",
    step: 1,
    supplements: 1,
    awaits: "supplement",
  },
  {
    title: "with the specialist, the leader asked to apologise",
    walk: [...handled, "specialist proposeApology"],
    state: "inProgress",
    step: 1,
    awaits: "apology",
  },
  {
    title: "with the specialist, apologised for",
    walk: [...handled, "specialist proposeApology", "leader-ward apologise"],
    state: "inProgress",
    step: 1,
    isRescheduled: true,
  },
  {
    title: "in handling, another office asked, and the applicant wants it back",
    walk: [...asked, "citizen withdraw"],
    state: "withdrawalRequested",
    step: 1,
    isAsked: true,
    awaits: "withdrawal",
  },
  { title: "with the leader", walk: proposed, state: "inProgress", step: 2, handedOverBy: "specialist" },
  {
    title: "sent back by the leader",
    walk: [...proposed, "leader-ward sendBack"],
    state: "inProgress",
    step: 1,
    assignee: "specialist",
  },
  {
    title: "decided before the other office answered",
    walk: [...asked, "specialist proposeResult", "leader-ward approve"],
    state: "finished",
    step: 3,
    isAsked: true,
  },
  { title: "ready to be given", walk: given, state: "finished", step: 4, handedOverBy: reception },
  { title: "returned", walk: [...given, `${reception} returnResult`], state: "returned", step: 4 },
  { title: "refused", walk: [...sent, `${reception} refuse`], state: "refused", step: 0 },
  { title: "recalled", walk: [...sent, "citizen recall"], state: "recalled", step: 0 },
  { title: "withdrawn", walk: [...sent, "citizen withdraw"], state: "withdrawn", step: 0 },
  {
    title: "stopped",
    walk: [...accepted, "citizen withdraw", "leader-ward stop"],
    state: "stopped",
    step: 0,
  },
  { title: "brought to the counter", walk: sent, isBrought: true, state: "accepted", step: 0, assignee: reception },
  {
    title: "brought to the counter, and waits for its supplement",
    walk: [...sent, waiting],
    isBrought: true,
    state: "awaitingSupplement",
    step: 0,
    assignee: reception,
    supplements: 1,
  },
];

/** The same moments after every limit has passed; of what is closed nothing can be late. */
export const lateMoments: readonly Moment[] = [
  "sent",
  "accepted",
  "accepted, and waits for its supplement",
  "with the specialist",
  "with the leader",
  "in handling, another office asked, and the applicant wants it back",
  "ready to be given",
].map((title) => {
  const moment = wardMoments.find((one) => one.title === title);
  if (moment === undefined) throw new Error(`There is no moment "${title}"`);
  return { ...moment, title: `${title}, after every limit`, isLate: true };
});

const toCity = [...handled, "specialist handOver", "leader-ward handOver"];
const toHead = [...toCity, "reception handOver"];
const toSpecialist = [...toHead, "leader handOver"];
const toSecondHead = [...toSpecialist, "specialist proposeResult"];
const toLeader = [...toSecondHead, "leader handOver"];

/** Of a procedure that a ward receives, looks at and hands to the city: every role has a step in it. */
export const cityMoments: readonly Moment[] = [
  { title: "with the specialist of the ward", walk: handled, state: "inProgress", step: 1, handedOverBy: reception },
  {
    title: "with the leader of the ward",
    walk: [...handled, "specialist handOver"],
    state: "inProgress",
    step: 2,
    handedOverBy: "specialist",
  },
  { title: "received by the city", walk: toCity, state: "inProgress", step: 3, handedOverBy: "leader-ward" },
  { title: "with the head of the office", walk: toHead, state: "inProgress", step: 4, handedOverBy: "reception" },
  { title: "with the city's specialist", walk: toSpecialist, state: "inProgress", step: 5, handedOverBy: "leader" },
  {
    title: "with the city's specialist by name",
    walk: [...toHead, "leader assign"],
    state: "inProgress",
    step: 5,
    assignee: "specialist-of-tp-ldtbxh",
    handedOverBy: "leader",
  },
  { title: "looked through by the head", walk: toSecondHead, state: "inProgress", step: 6, handedOverBy: "specialist" },
  { title: "with the leader of the city", walk: toLeader, state: "inProgress", step: 7, handedOverBy: "leader" },
  { title: "signed, with the clerk", walk: [...toLeader, "leader approve"], state: "finished", step: 8 },
  {
    title: "back at the ward",
    walk: [...toLeader, "leader approve", "leader handOver"],
    state: "finished",
    step: 9,
    handedOverBy: "leader",
  },
];

/**
 * The life of a dossier as one table. Buttons, access tests, refusals and the diagram in the documentation are read
 * from here; a new move is one line. The rule of each move (what it changes) is in `decide.ts`.
 */
import type { Role } from "#features/identity/index.ts";

/** `nationalStatus`: the code the national portal knows the state by (one-stop-rules §16). */
export const states = {
  submitted: { nationalStatus: 1, isOpen: true },
  accepted: { nationalStatus: 2, isOpen: true },
  inProgress: { nationalStatus: 4, isOpen: true },
  awaitingSupplement: { nationalStatus: 5, isOpen: true },
  withdrawalRequested: { nationalStatus: 7, isOpen: true },
  finished: { nationalStatus: 9, isOpen: true },
  returned: { nationalStatus: 10, isOpen: false },
  refused: { nationalStatus: 3, isOpen: false },
  recalled: { nationalStatus: 7, isOpen: false },
  withdrawn: { nationalStatus: 8, isOpen: false },
  stopped: { nationalStatus: 8, isOpen: false },
} as const satisfies Record<string, { nationalStatus: number; isOpen: boolean }>;

export type DossierState = keyof typeof states;

export function isDossierState(text: string): text is DossierState {
  return text in states;
}

/** What a move asks for beside the press of a button. */
export type Demand =
  | "reason"
  | "faults"
  | "assignee"
  | "proposal"
  | "answers"
  | "handedTo"
  | "newDate"
  | "question"
  | "verification"
  | "settlement"
  | "correction"
  | "digitisation";

/**
 * Where an official stands who may make a move: `holder`, the dossier is in the hands of their role; `process`, their role
 * has a step in it, wherever the dossier is now; `consulted`, their unit was asked for its opinion and has not answered.
 */
export type Standing = "holder" | "process" | "consulted";

export type Move = {
  /** From which state it leads where; of several, the dossier's own history decides. */
  readonly leads: { readonly [From in DossierState]?: readonly DossierState[] };
  /** The applicant who sent it, an official in one of these roles, the one who just handed it over, or nobody: a time has come. */
  readonly by: "applicant" | "whoever handed it over" | "time" | readonly Role[];
  /** Of officials; as the holder when it is not said. */
  readonly as?: Standing;
  readonly demands: readonly Demand[];
  readonly issues:
    | "receipt"
    | "refusal"
    | "supplementRequest"
    | "result"
    | "apology"
    | "stopNotice"
    | "consultRequest"
    | "resultReceipt"
    | null;
  /** What it puts into words for somebody else to sign. */
  readonly prepares?: "result";
  /** The official's own signature stands under what it issues, so a fresh proof of their second factor is asked. */
  readonly isSigned?: true;
  /** May bring it to the next step; as long as nothing has happened there, whoever made it may take it back. */
  readonly handsOver?: true;
  /** What was said with it is meant for the applicant too; other words are for colleagues. */
  readonly isSaidToApplicant?: true;
  readonly citation: string;
};

/** What is said or recorded while work goes on changes neither state nor clock. */
const whileOpen = {
  accepted: ["accepted"],
  inProgress: ["inProgress"],
  awaitingSupplement: ["awaitingSupplement"],
} as const satisfies Move["leads"];
const whileHandled = { accepted: ["accepted"], inProgress: ["inProgress"] } as const satisfies Move["leads"];

const whereItIs = {
  submitted: ["submitted"],
  ...whileOpen,
  withdrawalRequested: ["withdrawalRequested"],
  finished: ["finished"],
  returned: ["returned"],
  refused: ["refused"],
  recalled: ["recalled"],
  withdrawn: ["withdrawn"],
  stopped: ["stopped"],
} as const satisfies Move["leads"];

export const moves = {
  accept: {
    leads: { submitted: ["accepted"] },
    by: ["reception"],
    demands: [],
    issues: "receipt",
    citation: "61/2018/NĐ-CP art. 17(1)",
  },
  refuse: {
    leads: { submitted: ["refused"] },
    by: ["reception"],
    demands: ["reason"],
    issues: "refusal",
    isSaidToApplicant: true,
    citation: "61/2018/NĐ-CP art. 17(1)",
  },
  requestSupplement: {
    leads: {
      submitted: ["awaitingSupplement"],
      accepted: ["awaitingSupplement"],
      inProgress: ["awaitingSupplement"],
    },
    by: ["reception", "specialist"],
    demands: ["faults"],
    issues: "supplementRequest",
    citation: "61/2018/NĐ-CP arts 11(2)(c), 17(2), 19(4)",
  },
  supplement: {
    leads: { awaitingSupplement: ["submitted", "accepted", "inProgress"] },
    by: "applicant",
    demands: ["answers"],
    issues: null,
    citation: "61/2018/NĐ-CP art. 19(4)",
  },
  assign: {
    leads: whileHandled,
    by: ["head_of_office", "leader"],
    demands: ["assignee"],
    issues: null,
    handsOver: true,
    citation: "61/2018/NĐ-CP art. 19(1)",
  },
  handOver: {
    leads: { accepted: ["inProgress"], inProgress: ["inProgress"], finished: ["finished"] },
    by: ["reception", "head_of_office", "specialist", "leader", "clerk"],
    demands: [],
    issues: null,
    handsOver: true,
    citation: "61/2018/NĐ-CP art. 18",
  },
  undoHandOver: {
    leads: { inProgress: ["accepted", "inProgress"], finished: ["finished"] },
    by: "whoever handed it over",
    demands: [],
    issues: null,
    citation: "design rule: a hand-over that nobody has taken can be undone; no clock is set by it",
  },
  proposeResult: {
    leads: { inProgress: ["inProgress"] },
    by: ["specialist"],
    demands: ["proposal"],
    issues: null,
    prepares: "result",
    handsOver: true,
    citation: "61/2018/NĐ-CP art. 19(2)",
  },
  recordVerification: {
    leads: { inProgress: ["inProgress"] },
    by: ["specialist"],
    demands: ["verification"],
    issues: null,
    citation: "61/2018/NĐ-CP art. 19(3)",
  },
  consult: {
    leads: { inProgress: ["inProgress"] },
    by: ["head_of_office", "specialist"],
    demands: ["question"],
    issues: "consultRequest",
    citation: "61/2018/NĐ-CP art. 19(5)",
  },
  answerConsultation: {
    leads: {
      ...whileOpen,
      withdrawalRequested: ["withdrawalRequested"],
      // An answer that comes after the decision is still an answer, and is seen to have come too late.
      finished: ["finished"],
    },
    by: ["head_of_office", "specialist", "leader", "clerk"],
    as: "consulted",
    demands: ["reason"],
    issues: null,
    citation: "61/2018/NĐ-CP art. 19(5)",
  },
  askSecondSupplement: {
    leads: { submitted: ["submitted"], ...whileHandled },
    by: ["reception", "specialist"],
    demands: ["reason"],
    issues: null,
    citation: "61/2018/NĐ-CP art. 11(2)(c); forms §2",
  },
  permitSupplement: {
    leads: { submitted: ["submitted"], ...whileHandled },
    by: ["leader"],
    as: "process",
    demands: ["reason"],
    issues: null,
    citation: "61/2018/NĐ-CP art. 11(2)(c); forms §2",
  },
  proposeApology: {
    leads: whileHandled,
    by: ["reception", "head_of_office", "specialist"],
    demands: ["reason", "newDate"],
    issues: null,
    citation: "61/2018/NĐ-CP art. 19(9)",
  },
  apologise: {
    leads: whileHandled,
    by: ["leader"],
    as: "process",
    demands: ["reason", "newDate"],
    issues: "apology",
    isSigned: true,
    isSaidToApplicant: true,
    citation: "61/2018/NĐ-CP art. 19(9)",
  },
  giveGuidance: {
    leads: { submitted: ["submitted"], ...whileOpen },
    by: ["reception", "specialist"],
    demands: ["reason"],
    issues: null,
    isSaidToApplicant: true,
    citation: "61/2018/NĐ-CP art. 15(2)",
  },
  sendBack: {
    leads: { inProgress: ["inProgress"] },
    by: ["head_of_office", "specialist", "leader"],
    demands: ["reason"],
    issues: null,
    citation: "61/2018/NĐ-CP art. 19(2)",
  },
  approve: {
    leads: { inProgress: ["finished"] },
    by: ["leader"],
    demands: [],
    issues: "result",
    isSigned: true,
    citation: "61/2018/NĐ-CP art. 19(2)",
  },
  returnResult: {
    leads: { finished: ["returned"] },
    by: ["return"],
    demands: ["handedTo"],
    issues: "resultReceipt",
    citation: "61/2018/NĐ-CP art. 20",
  },
  remindToCollect: {
    leads: { finished: ["finished"] },
    by: "time",
    demands: [],
    issues: null,
    citation:
      "one-stop-rules §11 RES-06: a result nobody fetches is listed and reminded of, at the times the city sets",
  },
  digitise: {
    leads: { ...whileOpen, finished: ["finished"], returned: ["returned"] },
    by: ["reception", "return"],
    as: "process",
    demands: ["digitisation"],
    issues: null,
    citation: "61/2018/NĐ-CP arts 17(1), 20(5); TT 01/2023/TT-VPCP; one-stop-rules §15",
  },
  recall: {
    leads: { submitted: ["recalled"] },
    by: "applicant",
    demands: [],
    issues: null,
    citation: "design rule: ten minutes to change one's mind, while nobody has accepted",
  },
  /** What nobody has accepted is simply taken back; of what is being handled the authority decides. */
  withdraw: {
    leads: {
      submitted: ["withdrawn"],
      accepted: ["withdrawalRequested"],
      inProgress: ["withdrawalRequested"],
      awaitingSupplement: ["withdrawn", "withdrawalRequested"],
    },
    by: "applicant",
    demands: [],
    issues: null,
    citation: "61/2018/NĐ-CP art. 6; one-stop-rules §8 HDL-09",
  },
  stop: {
    leads: { withdrawalRequested: ["stopped"] },
    by: ["leader"],
    as: "process",
    demands: ["settlement"],
    issues: "stopNotice",
    isSigned: true,
    isSaidToApplicant: true,
    citation: "TT 03/2025/TT-VPCP, Annex I form 05; one-stop-rules §8 HDL-09",
  },
  declineWithdrawal: {
    leads: { withdrawalRequested: ["accepted", "inProgress", "awaitingSupplement"] },
    by: ["leader"],
    as: "process",
    demands: ["reason"],
    issues: null,
    isSaidToApplicant: true,
    citation: "one-stop-rules §8 HDL-09",
  },
  /** Words alone, in whatever state: it leads nowhere and sets nothing. */
  correct: {
    leads: whereItIs,
    by: ["reception", "head_of_office", "specialist", "leader", "clerk", "return"],
    as: "process",
    demands: ["reason", "correction"],
    issues: null,
    citation: "61/2018/NĐ-CP arts 5(1), 21; one-stop-rules §9",
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

export const moveNames = Object.keys(moves) as readonly MoveName[];

export function isMoveName(text: string): text is MoveName {
  return Object.hasOwn(moves, text);
}

/** The papers a move may issue, read from the table. */
export type MovePaperKind = NonNullable<Move["issues"]>;

/** Issued beside the moves: because somebody orders them, takes money or hands a parcel over. */
const otherPapers = ["controlSlip", "transferSlip", "feeReceipt", "parcelSlip"] as const;
export type PaperKind = MovePaperKind | (typeof otherPapers)[number];

const paperKinds: ReadonlySet<string> = new Set([
  ...moveNames.flatMap((move) => moves[move].issues ?? []),
  ...otherPapers,
]);

export function isPaperKind(kind: string): kind is PaperKind {
  return paperKinds.has(kind);
}

/** From one office to another; the applicant follows the dossier, not the letters about it. */
const papersOfOffices: ReadonlySet<string> = new Set(["consultRequest", "transferSlip"]);

export function isForApplicant(kind: string): boolean {
  return !papersOfOffices.has(kind);
}

/** What happened, as the history names it: the first event, and then one per move. */
export type EventType = "submit" | MoveName;

/** Whether the words said with an event are meant for the applicant. */
export function isSaidToApplicant(type: EventType): boolean {
  if (type === "submit") return false;
  const move: Move = moves[type];
  return move.isSaidToApplicant === true;
}

/** Whether the official who makes it signs in person. */
export function isSigned(name: MoveName): boolean {
  const move: Move = moves[name];
  return move.isSigned === true;
}

export function leadsFrom(move: MoveName, state: DossierState): boolean {
  return statesAfter(move, state).length > 0;
}

/** Where a move may lead from a state; nothing when it is not legal there. */
export function statesAfter(move: MoveName, state: DossierState): readonly DossierState[] {
  const { leads }: Move = moves[move];
  return leads[state] ?? [];
}

/** The life of a dossier as a Mermaid state diagram, for the documentation. */
export function movesAsDiagram(): string {
  const arrows = new Map<string, string[]>();
  for (const move of moveNames) {
    for (const from of Object.keys(states).filter(isDossierState)) {
      for (const to of statesAfter(move, from)) {
        const arrow = `${from} --> ${to}`;
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), move]);
      }
    }
  }
  const lines = [...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join(", ")}`);
  return ["stateDiagram-v2", "  [*] --> submitted: submit", ...lines].join("\n");
}

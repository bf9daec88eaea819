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
  finished: { nationalStatus: 9, isOpen: true },
  returned: { nationalStatus: 10, isOpen: false },
  refused: { nationalStatus: 3, isOpen: false },
  recalled: { nationalStatus: 7, isOpen: false },
  withdrawn: { nationalStatus: 8, isOpen: false },
} as const satisfies Record<string, { nationalStatus: number; isOpen: boolean }>;

export type DossierState = keyof typeof states;

export function isDossierState(text: string): text is DossierState {
  return text in states;
}

/** What a move asks for beside the press of a button. */
export type Demand = "reason" | "faults" | "assignee" | "proposal" | "answers" | "handedTo";

export type Move = {
  /** From which state it leads where; of several, the dossier's own history decides. */
  readonly leads: { readonly [From in DossierState]?: readonly DossierState[] };
  /** The applicant who sent it, an official who holds it in one of these roles, or the one who just handed it over. */
  readonly by: "applicant" | "whoever handed it over" | readonly Role[];
  readonly demands: readonly Demand[];
  readonly issues: "receipt" | "refusal" | "supplementRequest" | "result" | null;
  /** What it puts into words for somebody else to sign. */
  readonly prepares?: "result";
  /** May bring it to the next step; as long as nothing has happened there, whoever made it may take it back. */
  readonly handsOver?: true;
  readonly citation: string;
};

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
    leads: { accepted: ["accepted", "inProgress"], inProgress: ["inProgress"] },
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
    citation: "61/2018/NĐ-CP art. 19(2)",
  },
  returnResult: {
    leads: { finished: ["returned"] },
    by: ["return"],
    demands: ["handedTo"],
    issues: null,
    citation: "61/2018/NĐ-CP art. 20",
  },
  recall: {
    leads: { submitted: ["recalled"] },
    by: "applicant",
    demands: [],
    issues: null,
    citation: "design rule: ten minutes to change one's mind, while nobody has accepted",
  },
  withdraw: {
    leads: {
      submitted: ["withdrawn"],
      accepted: ["withdrawn"],
      inProgress: ["withdrawn"],
      awaitingSupplement: ["withdrawn"],
    },
    by: "applicant",
    demands: [],
    issues: null,
    citation: "61/2018/NĐ-CP art. 6; one-stop-rules §8 HDL-09",
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

export const moveNames = Object.keys(moves) as readonly MoveName[];

export function isMoveName(text: string): text is MoveName {
  return Object.hasOwn(moves, text);
}

/** What happened, as the history names it: the first event, and then one per move. */
export type EventType = "submit" | MoveName;

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

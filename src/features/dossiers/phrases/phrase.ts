/** Sentences the city has ready for what officials write to people, each with its legal basis. Pure. */
import type { ProcedureDefinition } from "#features/catalogue/index.ts";
import type { MoveName } from "../moves.ts";

/** The moves whose words may be taken from a phrase, and the box they go into. A request for a supplement has several. */
export const phrasedMoves = {
  requestSupplement: "loi-khac",
  refuse: "note",
  proposeResult: "proposal",
  sendBack: "note",
  giveGuidance: "note",
  askSecondSupplement: "note",
  permitSupplement: "note",
} as const satisfies { readonly [Name in MoveName]?: string };

export type PhrasedMove = keyof typeof phrasedMoves;

export const phrasedMoveNames = Object.keys(phrasedMoves).filter(isPhrasedMove);

export function isPhrasedMove(move: string): move is PhrasedMove {
  return Object.hasOwn(phrasedMoves, move);
}

export type Phrase = {
  readonly key: string;
  readonly for: readonly PhrasedMove[];
  /** Codes of the procedures it is made for; every one when left out. */
  readonly procedures?: readonly string[];
  /** The paper it speaks of; a procedure without that paper is not offered it. */
  readonly component?: string;
  readonly title: string;
  readonly titleEn: string;
  readonly text: string;
  /** What it says, for officials who read English; people get the Vietnamese text. */
  readonly textEn: string;
  readonly basis: { readonly number: string; readonly place?: string };
};

export type Law = { readonly number: string; readonly title: string };

export type Phrases = { readonly laws: readonly Law[]; readonly phrases: readonly Phrase[] };

type Procedure = Pick<ProcedureDefinition, "code" | "components" | "legalBasis">;

/** Those that fit this procedure and move: the ones made for it first, then those of its papers, then the general ones. */
export function phrasesFor({ phrases }: Phrases, procedure: Procedure, move: PhrasedMove): readonly Phrase[] {
  const closeness = (phrase: Phrase) => (phrase.procedures ? 0 : phrase.component ? 1 : 2);
  return phrases
    .filter((phrase) => phrase.for.includes(move) && fits(phrase, procedure))
    .sort((one, other) => closeness(one) - closeness(other));
}

export function fits({ procedures, component }: Phrase, { code, components }: Procedure): boolean {
  if (procedures !== undefined && !procedures.includes(code)) return false;
  return component === undefined || components.some(({ componentKey }) => componentKey === component);
}

/** As it is put into the box: the sentence, and by which law. */
export function phraseInFull(phrase: Phrase, laws: readonly Law[]): string {
  return `${phrase.text} (Căn cứ: ${basisInWords(phrase.basis, laws)}.)`;
}

/** "Điều 22 Nghị định số 123/2015/NĐ-CP"; a law is called by its name, as people know it. */
export function basisInWords({ number, place }: Phrase["basis"], laws: readonly Law[]): string {
  const title = laws.find((law) => law.number === number)?.title;
  const law = /QH\d+$/.test(number) && title !== undefined ? `${title} số ${number}` : `${kindOf(number)} số ${number}`;
  return place === undefined ? law : `${place} ${law}`;
}

function kindOf(number: string): string {
  if (number.includes("TTLT")) return "Thông tư liên tịch";
  if (number.includes("NĐ-CP")) return "Nghị định";
  if (number.includes("/TT-")) return "Thông tư";
  return number.includes("/QĐ-") ? "Quyết định" : "Văn bản";
}

/** The box of a form that a phrase goes into: the one that was chosen, its own paper's, or the move's usual one. */
export function boxFor(phrase: Phrase, move: PhrasedMove, chosen: string | null): string {
  if (move !== "requestSupplement") return phrasedMoves[move];
  if (chosen !== null && chosen !== "") return chosen;
  return phrase.component === undefined ? phrasedMoves[move] : `loi.${phrase.component}`;
}

/** What is typed already, with the phrase after it on a line of its own. */
export function withPhrase(typed: string, phrase: string): string {
  const before = typed.trimEnd();
  return before === "" ? phrase : `${before}\n${phrase}`;
}

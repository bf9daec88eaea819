/** A dossier being prepared: what was typed so far, right or wrong. Pure: how it changes page by page. */
import { createHash } from "node:crypto";
import type { FormGroup } from "../definition.ts";
import type { DraftAnswers } from "../read-answers.ts";

export type DraftContent = {
  readonly answers: DraftAnswers;
  /** What is said about the dossier rather than in the form: where, who, for whom, how the result comes. As typed. */
  readonly about: DraftAnswers;
  /** Keys of the pages that were sent with "continue". */
  readonly visited: readonly string[];
  /** Component key → uploads, in the order they were added. */
  readonly files: { readonly [componentKey: string]: readonly string[] };
};

export type Draft = {
  readonly id: string;
  readonly procedureVersionId: number;
  readonly accountId: string | null;
  /** The sent dossier that is being supplemented; null while there is none yet. */
  readonly dossierId: string | null;
  readonly content: DraftContent;
  readonly createdAt: Date;
  readonly savedAt: Date;
  readonly expiresAt: Date;
};

export const emptyDraft: DraftContent = { answers: {}, about: {}, visited: [], files: {} };

/** A draft nobody touches is thrown away after this; each save begins the time anew. */
export const draftDays = 30;

export const mostFilesPerKey = 10;

export function uploadsOf(content: DraftContent): readonly string[] {
  return Object.values(content.files).flat();
}

/** Where the answers of a page are kept. */
export type DraftPlace = "answers" | "about";

/** The answers of one page put in place of what was there; an answer taken back is gone. */
export function withPage(
  content: DraftContent,
  place: DraftPlace,
  read: { readonly [key: string]: DraftAnswers[string] | undefined },
): DraftContent {
  const answers: { [key: string]: DraftAnswers[string] } = { ...content[place] };
  for (const [key, value] of Object.entries(read)) {
    if (value === undefined) delete answers[key];
    else answers[key] = value;
  }
  return { ...content, [place]: answers };
}

export function withVisit(content: DraftContent, page: string): DraftContent {
  return content.visited.includes(page) ? content : { ...content, visited: [...content.visited, page] };
}

/** The parts of a draft that are saved on their own and can be changed elsewhere meanwhile. */
export type DraftPart = { readonly group: FormGroup; readonly place: DraftPlace } | "files";

/**
 * A short mark of what a part said when its page was shown. It comes back with the save, so a save from a page that has
 * been overtaken (another tab, another telephone) is noticed, while two tabs on two pages do not disturb each other.
 */
export function seenMark(content: DraftContent, part: DraftPart): string {
  return createHash("sha256")
    .update(JSON.stringify(partOf(content, part)))
    .digest("base64url")
    .slice(0, 16);
}

function partOf(content: DraftContent, part: DraftPart): unknown {
  if (part === "files") return Object.entries(content.files).sort(([one], [other]) => (one < other ? -1 : 1));
  const { group, place } = part;
  const keys = group.repeat ? [group.key] : group.fields.map((field) => field.key);
  return keys.map((key) => content[place][key] ?? null);
}

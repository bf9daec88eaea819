/** A dossier being prepared: what was typed so far, right or wrong. Pure: how it changes page by page. */
import { createHash } from "node:crypto";
import type { FormGroup } from "../definition.ts";
import type { DraftAnswers } from "../read-answers.ts";

/** Whose case it is and who hands it in, as typed; judged only when it is sent. */
export type DraftParties = {
  readonly ownerKind?: string;
  readonly name?: string;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  /** For whom the submitter acts, when that is neither the submitter nor the owner (61/2018 art. 6(2)(b)). */
  readonly represented?: string;
};

export type DraftContent = {
  readonly answers: DraftAnswers;
  /** Keys of the pages that were sent with "continue". */
  readonly visited: readonly string[];
  readonly unitCode?: string;
  readonly parties: DraftParties;
  /** Component key (or key of a file question) → uploads, in the order they were added. */
  readonly files: { readonly [key: string]: readonly string[] };
  readonly resultChannel?: string;
};

export type Draft = {
  readonly id: string;
  readonly procedureVersionId: number;
  readonly accountId: string | null;
  readonly content: DraftContent;
  readonly createdAt: Date;
  readonly savedAt: Date;
  readonly expiresAt: Date;
};

export const emptyDraft: DraftContent = { answers: {}, visited: [], parties: {}, files: {} };

/** A draft nobody touches is thrown away after this; each save begins the time anew. */
export const draftDays = 30;

export const mostFilesPerKey = 10;

export function uploadsOf(content: DraftContent): readonly string[] {
  return Object.values(content.files).flat();
}

/** The answers of one page put in place of what was there; an answer taken back is gone. */
export function withPage(
  content: DraftContent,
  read: { readonly [key: string]: DraftAnswers[string] | undefined },
  visited: string | null,
): DraftContent {
  const answers: { [key: string]: DraftAnswers[string] } = { ...content.answers };
  for (const [key, value] of Object.entries(read)) {
    if (value === undefined) delete answers[key];
    else answers[key] = value;
  }
  const pages = visited === null || content.visited.includes(visited) ? content.visited : [...content.visited, visited];
  return { ...content, answers, visited: pages };
}

/** The parts of a draft that are saved and can be changed elsewhere meanwhile, each on its own. */
export type DraftPart = { readonly group: FormGroup } | "unit" | "parties" | "files" | "channel";

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
  if (part === "unit") return content.unitCode ?? null;
  if (part === "parties") return Object.entries(content.parties).sort(([one], [other]) => (one < other ? -1 : 1));
  if (part === "files") return Object.entries(content.files).sort(([one], [other]) => (one < other ? -1 : 1));
  if (part === "channel") return content.resultChannel ?? null;
  const { group } = part;
  const keys = group.repeat ? [group.key] : group.fields.map((field) => field.key);
  return keys.map((key) => content.answers[key] ?? null);
}

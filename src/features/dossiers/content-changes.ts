/** What a supplement changed of what was sent before: answers, question by question, and files, paper by paper. Pure. */
import { type AnswerChange, changedAnswers, type FormDefinition } from "#features/eforms/index.ts";
import type { DossierContent } from "./content.ts";

export type FilesChange = {
  readonly componentKey: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

export type ContentChanges = { readonly answers: readonly AnswerChange[]; readonly files: readonly FilesChange[] };

type Compared = Pick<DossierContent, "answers" | "components">;

export function changesBetween(form: FormDefinition, before: Compared, after: Compared): ContentChanges {
  const [was, is] = [filesIn(before), filesIn(after)];
  const files = [...new Set([...was.keys(), ...is.keys()])].map((componentKey): FilesChange => {
    const [old, now] = [was.get(componentKey) ?? [], is.get(componentKey) ?? []];
    return {
      componentKey,
      added: now.filter((id) => !old.includes(id)),
      removed: old.filter((id) => !now.includes(id)),
    };
  });
  return {
    answers: changedAnswers(form, before.answers, after.answers),
    files: files.filter(({ added, removed }) => added.length + removed.length > 0),
  };
}

export function isNothing({ answers, files }: ContentChanges): boolean {
  return answers.length + files.length === 0;
}

function filesIn({ components }: Compared): ReadonlyMap<string, readonly string[]> {
  return new Map(components.map(({ componentKey, uploadIds }) => [componentKey, uploadIds]));
}

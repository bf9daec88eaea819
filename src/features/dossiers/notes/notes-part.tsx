/** The notes of colleagues beside the history: the box to write on top, the newest note below it. */
import { randomUUID } from "node:crypto";
import { identityTexts } from "#features/identity/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatInstant, type Language, machineInstant } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Textarea } from "#ui/text-input/text-input.tsx";
import { dossierPaths } from "../paths.ts";
import { longestNote, type Note } from "./notes.ts";
import { noteTexts } from "./texts.ts";

export const noteBoxId = "ghi-chu-moi";

export type NotesPartProps = {
  readonly code: string;
  readonly notes: readonly Note[];
  readonly organisation: Organisation;
  readonly language: Language;
  /** Nothing is written in the case of a person who was erased. */
  readonly mayWrite: boolean;
  readonly typed?: string | undefined;
  readonly error?: string | undefined;
};

export function NotesPart({ code, notes, organisation, language, mayWrite, typed, error }: NotesPartProps) {
  const t = noteTexts(language);
  const roles: Readonly<Record<string, string>> = identityTexts(language).roles;
  return (
    <section class="notes" id="ghi-chu" aria-labelledby="ghi-chu-ten">
      <h3 id="ghi-chu-ten">{t.title}</h3>
      {mayWrite && (
        <form method="post" action={dossierPaths.staffNotes({ code })} novalidate data-enhance="quick-send">
          <input type="hidden" name="noteId" value={randomUUID()} />
          <Textarea
            name="ghi-chu"
            id={noteBoxId}
            label={t.label}
            hint={t.hint}
            rows={2}
            maxlength={longestNote}
            accesskey="n"
            value={typed}
            error={error}
            language={language}
          />
          <Button kind="secondary">{t.leave}</Button>
        </form>
      )}
      {notes.length > 0 && (
        <ol class="notes-list" aria-label={t.title}>
          {notes.map((note) => (
            <li class="note">
              <p class="note-by">
                <span class="name">{note.authorName}</span> · {roles[note.role] ?? note.role},{" "}
                {unitName(organisation.getById(note.unitId), language)} ·{" "}
                <time class="code" datetime={machineInstant(note.at)}>
                  {formatInstant(note.at)}
                </time>
              </p>
              <p class="note-text">{note.text}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

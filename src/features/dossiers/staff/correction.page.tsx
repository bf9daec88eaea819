/** Setting right what was recorded: the words as they stand, the words that shall stand, and the reason. */
import type { Language } from "#foundation/i18n/index.ts";
import { Button, ButtonGroup } from "#ui/button/button.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Textarea, TextInput } from "#ui/text-input/text-input.tsx";
import { WordsShown } from "../corrected.tsx";
import type { Recorded, Words } from "../correction.ts";
import { correctionTexts } from "../correction-texts.ts";
import type { Dossier } from "../dossier.ts";
import { dossierPaths } from "../paths.ts";
import { dossierTexts } from "../texts/index.ts";

export type CorrectionFault = { readonly fieldId: string; readonly message: string };

export type CorrectionProps = {
  readonly dossier: Dossier;
  readonly recorded: Recorded;
  /** What was typed when it was refused. */
  readonly typed: { readonly reason: string; readonly words: Words } | null;
  readonly faults: readonly CorrectionFault[];
  readonly seenEvent: number;
  readonly language: Language;
};

export function CorrectionMain({ dossier, recorded, typed, faults, seenEvent, language }: CorrectionProps) {
  const t = correctionTexts(language);
  const { code } = dossier;
  const { parts, stands, number } = recorded;
  const words = typed?.words ?? stands;
  const error = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.message;
  const line = (id: string, label: string, value: string | null | undefined) => (
    <TextInput
      name={id}
      id={id}
      label={label}
      value={value ?? ""}
      error={error(id)}
      maxlength={4000}
      language={language}
    />
  );
  return (
    <>
      {faults.length > 0 && <ErrorSummary language={language} faults={faults} />}
      <h1>{t.title(dossierTexts(language).events[recorded.type])}</h1>
      <p class="lead">{t.lead}</p>
      <figure class="proposal">
        <figcaption>{t.stands}</figcaption>
        <blockquote>
          <WordsShown words={stands} language={language} />
        </blockquote>
      </figure>
      <form method="post" action={dossierPaths.staffCorrection({ code, event: String(number) })} novalidate>
        <input type="hidden" name="seenEvent" value={seenEvent} />
        {parts.includes("handedTo") && line("handedTo", t.handedTo, words.handedTo)}
        {parts.includes("verification") && (
          <>
            {line("verifiedOn", t.on, words.verification?.on)}
            {line("place", t.place, words.verification?.place)}
            {line("participants", t.participants, words.verification?.participants)}
          </>
        )}
        {parts.includes("note") && (
          <Textarea
            name="words"
            id="words"
            label={t.note}
            hint={t.noteHint}
            rows={4}
            maxlength={4000}
            optional
            value={words.note ?? ""}
            error={error("words")}
            language={language}
          />
        )}
        <Textarea
          name="reason"
          id="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={3}
          maxlength={4000}
          value={typed?.reason}
          error={error("reason")}
          language={language}
        />
        <ButtonGroup>
          <Button kind="primary">{t.correct}</Button>
        </ButtonGroup>
      </form>
    </>
  );
}

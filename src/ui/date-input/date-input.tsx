import { classNames } from "#foundation/jsx/html.ts";
import { FieldGroup, fieldId, hasError, type Question } from "#ui/field/field.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type DateParts = { readonly day?: string; readonly month?: string; readonly year?: string };

export type DateInputProps = Question & {
  /** As typed, so that a wrong answer comes back unchanged. */
  readonly value?: DateParts | undefined;
  readonly birthday?: boolean | undefined;
  /** The parts that are wrong; all of them when an error is given without. */
  readonly wrongParts?: readonly ("day" | "month" | "year")[] | undefined;
};

/** A day in three boxes `x.day`, `x.month`, `x.year`: nothing to format, figures only, no calendar to fight with. */
export function DateInput({ value = {}, birthday = false, wrongParts, ...question }: DateInputProps) {
  const t = uiTexts(question.language);
  const id = question.id ?? fieldId(question.name);
  const wrong = hasError(question.error);
  const box = (part: "day" | "month" | "year") => {
    // The error summary leads to the first box that is wrong, which is the first one unless said otherwise.
    const first = wrongParts?.[0] ?? "day";
    const boxId = part === first ? id : `${id}-${part}`;
    const isWrong = wrong && (wrongParts?.includes(part) ?? true);
    return (
      <div class="date-part">
        <label class="date-label" for={boxId}>
          {t[part]}
        </label>
        <input
          class={classNames("input", part === "year" ? "input-4" : "input-2", wrong && !isWrong && "is-right")}
          type="text"
          inputmode="numeric"
          id={boxId}
          name={`${question.name}.${part}`}
          value={value[part]}
          maxlength={part === "year" ? 4 : 2}
          autocomplete={birthday ? `bday-${part}` : "off"}
          aria-invalid={isWrong ? "true" : undefined}
        />
      </div>
    );
  };
  return (
    <FieldGroup question={{ ...question, hint: question.hint ?? t.dayExample.replaceAll("/", " ") }}>
      <div class="date">
        {box("day")}
        {box("month")}
        {box("year")}
      </div>
    </FieldGroup>
  );
}

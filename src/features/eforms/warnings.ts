/** What looks odd in answers that are well-formed. A warning is shown and never stops anybody: papers are wrong too. */
import type { Day, FieldDefinition, FormDefinition, Words } from "./definition.ts";
import { isDay } from "./fields/date/date.ts";
import { identityNumberIn, readCitizenNumber } from "./fields/national-id/national-id.ts";
import { texts } from "./texts/index.ts";

export type AnswerWarning = { readonly path: string; readonly message: Words };

export function warningsOf(
  definition: FormDefinition,
  answers: { readonly [key: string]: unknown },
  today: Day,
): readonly AnswerWarning[] {
  return definition.groups.flatMap((group) => {
    if (!group.repeat) return group.fields.flatMap((field) => fieldWarnings(field, answers, today, ""));
    const rows = answers[group.key];
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row, index) =>
      typeof row === "object" && row !== null
        ? group.fields.flatMap((field) => fieldWarnings(field, row, today, `${group.key}.${index}.`))
        : [],
    );
  });
}

function fieldWarnings(
  field: FieldDefinition,
  answers: { readonly [key: string]: unknown },
  today: Day,
  path: string,
): readonly AnswerWarning[] {
  const warnings: AnswerWarning[] = [];
  const answer = answers[field.key];
  if (field.kind === "nationalId") {
    const said = readCitizenNumber(identityNumberIn(field, answer) ?? "");
    const born = field.bornOn === undefined ? undefined : answers[field.bornOn];
    const gender = field.gender === undefined ? undefined : answers[field.gender];
    if (said && isDay(born) && Number(born.slice(0, 4)) !== said.birthYear) {
      warnings.push(warning(path + field.key, (t) => t.warnings.numberAndBirthDiffer(said.birthYear)));
    }
    if (said && (gender === "male" || gender === "female") && gender !== said.gender) {
      warnings.push(warning(path + field.key, (t) => t.warnings.numberAndGenderDiffer(said.gender)));
    }
  }
  if (field.kind === "date" && field.warnBelowAge !== undefined && isDay(answer)) {
    const { years, law } = field.warnBelowAge;
    if (yearsBetween(answer, today) < years) {
      warnings.push({
        path: path + field.key,
        message: {
          vi: texts.vi.warnings.belowAge(years, law.vi),
          en: texts.en.warnings.belowAge(years, law.en),
        },
      });
    }
  }
  return warnings;
}

function warning(path: string, words: (t: (typeof texts)["vi"]) => string): AnswerWarning {
  return { path, message: { vi: words(texts.vi), en: words(texts.en) } };
}

/** Whole years of life: a birthday on 29 February is reached on 1 March of other years (Civil Code 2015 art. 148). */
function yearsBetween(born: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

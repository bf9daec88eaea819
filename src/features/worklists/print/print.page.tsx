import { type PaperKind, paperKinds } from "#features/documents/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Select } from "#ui/choices/choices.tsx";
import { ErrorSummary, type Fault } from "#ui/error-summary/error-summary.tsx";
import { Textarea } from "#ui/text-input/text-input.tsx";
import { worklistPaths } from "../paths.ts";
import { mostPrinted } from "./print-papers.ts";
import { printTexts } from "./texts.ts";

export const codesName = "hoSo";
export const kindName = "giayTo";

export function kindOptions(language: Language) {
  const { kinds } = printTexts(language);
  return (["all", ...paperKinds] as const).map((value) => ({ value, text: kinds[value] }));
}

export function PrintMain({
  language,
  codes,
  kind,
  faults,
}: {
  readonly language: Language;
  readonly codes: readonly string[];
  readonly kind: PaperKind | "all";
  readonly faults: readonly Fault[];
}) {
  const t = printTexts(language);
  return (
    <>
      <ErrorSummary language={language} faults={faults}>
        <p>{t.nothingPrinted}</p>
      </ErrorSummary>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <form method="post" action={worklistPaths.print()}>
        <Textarea
          name={codesName}
          language={language}
          label={t.codes}
          hint={t.codesHint(mostPrinted)}
          rows={8}
          value={codes.join("\n")}
          error={faults[0]?.message}
        />
        <Select
          name={kindName}
          language={language}
          label={t.kind}
          value={kind}
          empty={false}
          options={kindOptions(language)}
        />
        <Button>{t.print}</Button>
      </form>
    </>
  );
}

/** Rows of work with boxes, and what can be done with those that are ticked: moves, and prints of their papers. */
import type { Official } from "#features/identity/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Select } from "#ui/choices/choices.tsx";
import { Worklist } from "#ui/worklist/worklist.tsx";
import type { WorklistDeps } from "../deps.ts";
import { worklistPaths } from "../paths.ts";
import { codesName, kindName, kindOptions } from "../print/print.page.tsx";
import { printTexts } from "../print/texts.ts";
import type { WorkRow } from "../queries.ts";
import { TogetherButtons } from "../together/together-buttons.tsx";
import { workTexts } from "./texts.ts";
import { workItem } from "./work-item.tsx";

export function RowsWithMoves({
  deps,
  visitor,
  language,
  caption,
  rows,
  now,
}: {
  readonly deps: WorklistDeps;
  readonly visitor: Official;
  readonly language: Language;
  readonly caption: string;
  readonly rows: readonly WorkRow[];
  readonly now: Date;
}) {
  return (
    <form method="post" action={worklistPaths.print()}>
      <Worklist
        language={language}
        caption={caption}
        heads={workTexts(language).heads}
        items={rows.map((row) => workItem(deps, row, language, now))}
        chooseName={codesName}
        chooseLabel={({ code }) => printTexts(language).choose(code)}
      />
      <TogetherButtons visitor={visitor} language={language} />
      <div class="work-chosen">
        <Select
          name={kindName}
          language={language}
          label={printTexts(language).kind}
          value="all"
          empty={false}
          options={kindOptions(language)}
        />
        <Button kind="secondary">{printTexts(language).printChosen}</Button>
        <a href={worklistPaths.print()}>{printTexts(language).byCode}</a>
      </div>
    </form>
  );
}

/** What this official may do with several dossiers at once, read from the table of moves and the roles they hold. */
import { dossierTexts, type Move, type MoveName, moves, movesForMany } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { worklistPaths } from "../paths.ts";
import { togetherTexts } from "./texts.ts";

/** Whoever may hand over may take back; that is offered where it was just done, and not beside every list. */
export function movesTogether(official: Official): readonly MoveName[] {
  return movesForMany.filter((name) => {
    const { by }: Move = moves[name];
    return typeof by !== "string" && official.postings.some(({ role }) => by.includes(role));
  });
}

export function TogetherButtons({ visitor, language }: { readonly visitor: Official; readonly language: Language }) {
  const offered = movesTogether(visitor);
  if (offered.length === 0) return null;
  const t = togetherTexts(language);
  return (
    <fieldset class="work-together">
      <legend>{t.chosen}</legend>
      {offered.map((move) => (
        <Button kind="secondary" formaction={worklistPaths.together({ move })} formmethod="get">
          {dossierTexts(language).moves[move]}
        </Button>
      ))}
    </fieldset>
  );
}

/** A leader between two meetings: all that waits for a signature, without choosing first. */
export function SignManyLink({ visitor, language }: { readonly visitor: Official; readonly language: Language }) {
  if (!movesTogether(visitor).includes("approve")) return null;
  return <a href={worklistPaths.together({ move: "approve" })}>{togetherTexts(language).signMany}</a>;
}

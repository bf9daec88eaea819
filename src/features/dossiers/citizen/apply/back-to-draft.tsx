import type { Language } from "#foundation/i18n/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { applyPaths } from "./paths.ts";
import { applyTexts } from "./texts/index.ts";

/** The one way back from each page of the journey: the dossier as its parts. */
export function BackToDraft({ draft, language }: { readonly draft: string; readonly language: Language }) {
  const { heading } = applyTexts(language).tasks;
  return (
    <nav aria-label={heading}>
      <BackLink language={language} href={applyPaths.draft({ draft })} text={heading} />
    </nav>
  );
}

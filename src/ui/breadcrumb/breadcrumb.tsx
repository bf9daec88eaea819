import type { Language } from "#foundation/i18n/index.ts";
import { Icon } from "#ui/icon/icon.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type Crumb = { readonly text: string; readonly href: string };

/** Where this page stands; the page itself is its heading and not repeated here. */
export function Breadcrumbs({ crumbs, language }: { readonly crumbs: readonly Crumb[]; readonly language: Language }) {
  return (
    <nav class="breadcrumbs" aria-label={uiTexts(language).breadcrumb}>
      <ol>
        {crumbs.map(({ text, href }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Inside a journey there is only one way back: the step before. */
export function BackLink({ href, text, language }: { href: string; text?: string | undefined; language: Language }) {
  const t = uiTexts(language);
  return (
    <nav aria-label={t.back}>
      <a class="back-link" href={href}>
        <Icon name="arrowLeft" />
        {text ?? t.back}
      </a>
    </nav>
  );
}

import type { Language } from "#foundation/i18n/index.ts";
import { uiTexts } from "#ui/texts/index.ts";

/** Says on every page that this is a demonstration, and to officials that the second factor is left out. */
export function DemoBanner({ language, staff }: { readonly language: Language; readonly staff: boolean }) {
  const t = uiTexts(language);
  return (
    <section class="demo" aria-label={t.demo}>
      <p class="demo-text">
        <strong class="demo-word">{t.demo}</strong> {t.demoText} {staff && t.demoNoSecondFactor}
      </p>
    </section>
  );
}

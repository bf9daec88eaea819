import type { Language } from "#foundation/i18n/index.ts";
import { Notice } from "#ui/notice/notice.tsx";
import type { SupplementFault } from "../../decide.ts";
import type { DossierView } from "../../dossier-view.ts";
import { supplementTexts } from "./texts/index.ts";

/** What the city asked for that no single paper answers, on each page where it may be answered. */
export function Reminder({
  faults,
  view,
  language,
}: {
  readonly faults: readonly SupplementFault[];
  readonly view: DossierView;
  readonly language: Language;
}) {
  return (
    <Notice language={language} kind="warning" title={supplementTexts(language).askedFor}>
      <ul>
        {faults.map((fault) => (
          <li>{faultText(view, fault)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The message with what it is about: a paper, the form, or a text of law. */
export function faultText(view: DossierView, { componentKey, legalBasis, message }: SupplementFault): string {
  const component = view.version.definition.components.find((one) => one.componentKey === componentKey);
  return component === undefined ? `${message} (${legalBasis ?? ""})` : `${component.name}: ${message}`;
}

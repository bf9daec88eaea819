/** Who was asked and has not answered in time, in plain words. */
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatInstantWithWeekday, type Language } from "#foundation/i18n/index.ts";
import { Notice } from "#ui/notice/notice.tsx";
import type { LateBody } from "./late-bodies.ts";
import { dossierTexts } from "./texts/index.ts";

export function LateBodiesNotice({
  bodies,
  reader,
  organisation,
  language,
}: {
  readonly bodies: readonly LateBody[];
  readonly reader: "applicant" | "official";
  readonly organisation: Organisation;
  readonly language: Language;
}) {
  if (bodies.length === 0) return null;
  const t = dossierTexts(language).lateBodies;
  return (
    <Notice language={language} kind="warning" title={t.title}>
      <ul>
        {bodies.map(({ unitId, dueAt }) => (
          <li>
            {unitName(organisation.getById(unitId), language)}: {t.wasDue} {formatInstantWithWeekday(dueAt, language)}
          </li>
        ))}
      </ul>
      <p>{t[reader]}</p>
    </Notice>
  );
}

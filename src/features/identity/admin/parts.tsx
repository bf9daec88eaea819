import type { Organisation } from "#features/organisation/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import { Qr } from "#ui/qr/qr.tsx";
import { identityPaths } from "../paths.ts";
import type { Slip } from "../staffing/staffing.ts";
import { staffingTexts } from "../texts/staffing.ts";

export function unitName(organisation: Organisation, unitId: number, language: Language): string {
  const unit = organisation.getById(unitId);
  return language === "vi" ? unit.name : unit.nameEn;
}

/** One slip a person, to be cut apart: what is on it is shown once. */
export function Slips({
  language,
  slips,
  organisation,
  origin,
}: {
  readonly language: Language;
  readonly slips: readonly Slip[];
  readonly organisation: Organisation;
  readonly origin: string;
}) {
  const t = staffingTexts(language);
  return (
    <ul class="slips">
      {slips.map((slip) => {
        const link = `${origin}${identityPaths.beginAccount({ token: slip.token })}`;
        return (
          <li class="slip">
            <div>
              <h2 class="slip-name">{slip.name}</h2>
              <p>{slip.unitIds.map((id) => unitName(organisation, id, language)).join(", ")}</p>
              <p>
                {t.login}: <strong>{slip.login}</strong>
              </p>
              <p>{t.slip.open}:</p>
              <p class="slip-link">{link}</p>
              <p class="quiet">{t.slip.until(formatInstant(slip.expiresAt))}</p>
            </div>
            <div class="slip-code">
              <Qr text={link} what={t.slip.qr} language={language} isSecret />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

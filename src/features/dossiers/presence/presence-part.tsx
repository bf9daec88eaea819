/** Says who else has the dossier open. Always there, so that whoever comes later is read out when scripts keep it fresh. */
import { identityTexts } from "#features/identity/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { dayOf, formatInstant, formatTime, type Language } from "#foundation/i18n/index.ts";
import type { Dossier } from "../dossier.ts";
import { dossierPaths } from "../paths.ts";
import type { Present } from "./presence.ts";
import { presenceTexts } from "./texts.ts";

export function PresencePart({
  dossier,
  others,
  language,
  organisation,
  now,
}: {
  readonly dossier: Dossier;
  readonly others: readonly Present[];
  readonly language: Language;
  readonly organisation: Organisation;
  readonly now: Date;
}) {
  const t = presenceTexts(language);
  return (
    <div
      class="presence"
      data-enhance="presence"
      data-address={dossierPaths.staffPresence({ code: dossier.code })}
      data-seen={dossier.eventCount}
      aria-live="polite"
    >
      <p class="presence-changed" hidden>
        {t.changed} <a href={dossierPaths.staff({ code: dossier.code })}>{t.reload}</a>
      </p>
      <div class="presence-others" hidden={others.length === 0}>
        <p class="presence-title">{t.title}</p>
        <ul>
          {others.map((other) => (
            <li>{presentInWords(other, organisation, language, now)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export function presentInWords(other: Present, organisation: Organisation, language: Language, now: Date): string {
  const roles: Readonly<Record<string, string>> = identityTexts(language).roles;
  const unit = unitName(organisation.getById(other.unitId), language);
  const since = dayOf(other.since) === dayOf(now) ? formatTime(other.since) : formatInstant(other.since);
  return presenceTexts(language).present(other.name, `${roles[other.role] ?? other.role}, ${unit}`, since);
}

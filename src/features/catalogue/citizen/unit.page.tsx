import { type Organisation, type Unit, unitName } from "#features/organisation/index.ts";
import { formatDay, type Language } from "#foundation/i18n/index.ts";
import { cataloguePaths } from "../paths.ts";
import type { ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { ProcedureList } from "./procedure-list.tsx";
import { Section } from "./section.tsx";
import { UnitLinks } from "./unit-links.tsx";

type UnitPageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly organisation: Organisation;
  readonly unit: Unit;
  readonly received: readonly ProcedureVersion[];
  /** Procedures an office decides that are handed in elsewhere. */
  readonly decided: readonly ProcedureVersion[];
  readonly cityCounter: Unit | undefined;
};

/** A unit's own page: the procedures it receives (Decree 61/2018 art. 8), where its kiosk stands, what became of it. */
export function UnitPage(props: UnitPageProps) {
  const { t, language, organisation, unit, received, decided, cityCounter } = props;
  const points = organisation.pointsOf(unit.id);
  const parts = organisation.children(unit.id);
  const isWard = unit.kind === "ward" || unit.kind === "commune";
  return (
    <>
      <h1>{unitName(unit, language)}</h1>
      {unit.verified ? null : <p class="quiet">{t.unit.unverified}</p>}
      {received.length === 0 && decided.length === 0 ? <p>{t.unit.noProcedures}</p> : null}
      {received.length === 0 ? null : (
        <Section id="received" title={t.unit.procedures}>
          <ProcedureList t={t} language={language} versions={received} />
        </Section>
      )}
      {decided.length === 0 ? null : (
        <Section id="decided" title={t.unit.handles}>
          <ProcedureList t={t} language={language} versions={decided} />
        </Section>
      )}
      {isWard && cityCounter !== undefined ? (
        <Section id="city-procedures" title={t.unit.cityProcedures}>
          <p>
            {t.unit.cityProceduresText}{" "}
            <a href={cataloguePaths.unit({ code: cityCounter.code })}>{unitName(cityCounter, language)}</a>
          </p>
        </Section>
      ) : null}
      {points.length === 0 ? null : (
        <Section id="kiosks" title={t.unit.kiosks}>
          <ul>
            {points.map(({ location, locationEn }) => (
              <li>{t.unit.kiosk(language === "vi" ? location : locationEn)}</li>
            ))}
          </ul>
        </Section>
      )}
      {parts.length === 0 ? null : (
        <Section id="parts" title={t.unit.parts}>
          {isWard ? (
            <ul>
              {parts.map((part) => (
                <li>{unitName(part, language)}</li>
              ))}
            </ul>
          ) : (
            <UnitLinks units={parts} language={language} />
          )}
        </Section>
      )}
      {unit.laterChanges.length === 0 ? null : (
        <Section id="later" title={t.unit.later}>
          <ul>
            {unit.laterChanges.map(({ on, event, eventEn, successors, decision, verified }) => (
              <li>
                {t.unit.laterChange(
                  formatDay(on),
                  language === "vi" ? event : eventEn,
                  successors.join(", "),
                  decision,
                )}
                {verified ? null : <span class="quiet"> {t.unit.laterUnsure}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {unit.agencyId === null ? null : (
        <p class="quiet">
          {t.unit.agencyId}: <span class="code">{unit.agencyId}</span>
        </p>
      )}
    </>
  );
}

type UnitsPageProps = { readonly t: CatalogueTexts; readonly language: Language; readonly organisation: Organisation };

export function UnitsPage({ t, language, organisation }: UnitsPageProps) {
  const wards = organisation.units.filter(({ kind }) => kind === "ward" || kind === "commune");
  const offices = organisation.units.filter(({ level }) => level === "city");
  return (
    <>
      <h1>{t.unit.title}</h1>
      <p class="lead">{t.unit.lead}</p>
      <Section id="wards" title={t.unit.wards}>
        <UnitLinks units={wards} language={language} />
      </Section>
      <Section id="offices" title={t.unit.offices}>
        <UnitLinks units={offices} language={language} />
      </Section>
    </>
  );
}

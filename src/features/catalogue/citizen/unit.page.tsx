import { type Organisation, type Unit, unitName } from "#features/organisation/index.ts";
import { formatDay, type Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { cataloguePaths } from "../paths.ts";
import type { ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { ProcedureList } from "./procedure-list.tsx";

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
export function UnitPage(props: UnitPageProps): Html | null {
  const { t, language, organisation, unit, received, decided, cityCounter } = props;
  const parent = organisation.ancestors(unit.id)[0];
  const points = organisation.pointsOf(unit.id);
  const parts = organisation.children(unit.id);
  const isWard = unit.kind === "ward" || unit.kind === "commune";
  return (
    <div class="unit">
      <p class="procedure-kicker">
        {parent === undefined ? null : (
          <a href={cataloguePaths.unit({ code: parent.code })}>{unitName(parent, language)}</a>
        )}
      </p>
      <h1>{unitName(unit, language)}</h1>
      {unit.verified ? null : <p class="quiet">{t.unit.unverified}</p>}
      {received.length === 0 && decided.length === 0 ? <p>{t.unit.noProcedures}</p> : null}
      {received.length === 0 ? null : (
        <section aria-labelledby="received">
          <h2 id="received">{t.unit.procedures}</h2>
          <ProcedureList t={t} language={language} versions={received} />
        </section>
      )}
      {decided.length === 0 ? null : (
        <section aria-labelledby="decided">
          <h2 id="decided">{t.unit.handles}</h2>
          <ProcedureList t={t} language={language} versions={decided} />
        </section>
      )}
      {isWard && cityCounter !== undefined ? (
        <section aria-labelledby="city-procedures">
          <h2 id="city-procedures">{t.unit.cityProcedures}</h2>
          <p>
            {t.unit.cityProceduresText}{" "}
            <a href={cataloguePaths.unit({ code: cityCounter.code })}>{unitName(cityCounter, language)}</a>
          </p>
        </section>
      ) : null}
      {points.length === 0 ? null : (
        <section aria-labelledby="kiosks">
          <h2 id="kiosks">{t.unit.kiosks}</h2>
          <ul>
            {points.map(({ location, locationEn }) => (
              <li>{t.unit.kiosk(language === "vi" ? location : locationEn)}</li>
            ))}
          </ul>
        </section>
      )}
      {parts.length === 0 ? null : (
        <section aria-labelledby="parts">
          <h2 id="parts">{t.unit.parts}</h2>
          <ul class="unit-columns">
            {parts.map((part) => (
              <li>
                {isWard ? (
                  unitName(part, language)
                ) : (
                  <a href={cataloguePaths.unit({ code: part.code })}>{unitName(part, language)}</a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unit.laterChanges.length === 0 ? null : (
        <section aria-labelledby="later">
          <h2 id="later">{t.unit.later}</h2>
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
        </section>
      )}
      {unit.agencyId === null ? null : (
        <p class="quiet">
          {t.unit.agencyId}: <span class="code">{unit.agencyId}</span>
        </p>
      )}
    </div>
  );
}

type UnitsPageProps = { readonly t: CatalogueTexts; readonly language: Language; readonly organisation: Organisation };

export function UnitsPage({ t, language, organisation }: UnitsPageProps): Html | null {
  const isWard = ({ kind }: Unit) => kind === "ward" || kind === "commune";
  const wards = organisation.units.filter(isWard);
  const offices = organisation.units.filter(({ level }) => level === "city");
  const list = (units: readonly Unit[]) => (
    <ul class="unit-columns">
      {units.map((unit) => (
        <li>
          <a href={cataloguePaths.unit({ code: unit.code })}>{unitName(unit, language)}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <div class="units">
      <h1>{t.unit.title}</h1>
      <p class="lead">{t.unit.lead}</p>
      <h2>{t.unit.wards}</h2>
      {list(wards)}
      <h2>{t.unit.offices}</h2>
      {list(offices)}
    </div>
  );
}

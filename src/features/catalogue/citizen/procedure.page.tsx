import type { Organisation } from "#features/organisation/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatDay, formatNumber, type Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { deadlineInWords, feeInWords, feesInWords, isSameDay } from "../at-a-glance.ts";
import type { CatalogueDeps } from "../deps.ts";
import { cataloguePaths } from "../paths.ts";
import type { Component, ProcedureDefinition, ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { SurenessSection } from "./sureness.tsx";
import { agencyName, fieldOf, named, procedureName, stepAgencyName, vietnameseOn, whereInWords } from "./words.ts";

export type ProcedurePageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly deps: CatalogueDeps;
  readonly version: ProcedureVersion;
  /** All published versions of the procedure, oldest first. */
  readonly versions: readonly ProcedureVersion[];
  readonly receivingUnitIds: readonly number[];
  /** The day that was asked for, when it is not today. */
  readonly onDay: string | undefined;
};

const sections = [
  "components",
  "steps",
  "time",
  "fees",
  "ways",
  "who",
  "where",
  "form",
  "result",
  "legal",
  "sureness",
] as const;

/** Everything the law wants published of a procedure (Decree 63/2010 art. 8(2)), in the order people ask for it. */
export function ProcedurePage(props: ProcedurePageProps): Html | null {
  const { t, language, deps, version, onDay } = props;
  const { definition, code } = version;
  const titles = sectionTitles(t);
  const field = fieldOf(deps.catalogue().guidance, definition.field);
  return (
    <article class="procedure">
      {onDay === undefined ? null : (
        <p class="notice">
          {t.procedure.notTodays(formatDay(onDay))}{" "}
          <a href={cataloguePaths.procedure({ code })}>{t.procedure.showTodays}</a>
        </p>
      )}
      <header class="procedure-head">
        <p class="procedure-kicker">
          {field === undefined ? (
            definition.field
          ) : (
            <a href={cataloguePaths.field({ slug: field.slug })}>{named(field, language)}</a>
          )}{" "}
          <span class="code">{code}</span>
        </p>
        <h1>{procedureName(definition, language)}</h1>
        {language === "vi" ? null : (
          <p class="lead" lang="vi">
            {definition.name}
          </p>
        )}
        <AtAGlance {...props} />
        <p class="procedure-apply no-print">
          <a class="button" href={deps.links.apply(code)}>
            {t.procedure.apply}
          </a>
        </p>
      </header>
      <div class="procedure-body">
        <nav class="procedure-contents no-print" aria-labelledby="contents">
          <h2 id="contents">{t.procedure.contents}</h2>
          <ul>
            {sections.map((section) => (
              <li>
                <a href={`#${section}`}>{titles[section]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="procedure-parts">
          {language === "vi" ? null : <p class="quiet">{t.procedure.onlyVietnamese}</p>}
          <Components {...props} />
          <Steps {...props} />
          <Section id="time" title={titles.time}>
            <p>
              <b>{deadlineInWords(definition.deadline, language)}</b>. {t.procedure.timeLead}
            </p>
            {isSameDay(definition.deadline) && definition.deadline.note === null ? <p>{t.sameDayRule}</p> : null}
            {definition.deadline.note === null ? null : <p lang={vietnameseOn(language)}>{definition.deadline.note}</p>}
          </Section>
          <Fees {...props} />
          <Ways {...props} />
          <Section id="who" title={titles.who}>
            <ul>
              {definition.applicants.map((kind) => (
                <li>{t.procedure.applicants[kind]}</li>
              ))}
            </ul>
            <h3>{t.procedure.conditions}</h3>
            {definition.conditions.length === 0 ? (
              <p>{t.procedure.noConditions}</p>
            ) : (
              <ul lang={vietnameseOn(language)}>
                {definition.conditions.map((condition) => (
                  <li>{condition}</li>
                ))}
              </ul>
            )}
          </Section>
          <Where {...props} />
          <Section id="form" title={titles.form}>
            <Forms t={t} definition={definition} language={language} />
          </Section>
          <Section id="result" title={titles.result}>
            <p lang={vietnameseOn(language)}>{definition.result}</p>
          </Section>
          <Section id="legal" title={titles.legal}>
            <ul lang={vietnameseOn(language)}>
              {definition.legalBasis.map(({ number, title }) => (
                <li>
                  <span class="code">{number}</span> {title}
                </li>
              ))}
            </ul>
          </Section>
          <SurenessSection id="sureness" t={t} language={language} definition={definition} sources={deps.sources} />
          <More {...props} />
        </div>
      </div>
    </article>
  );
}

function sectionTitles(t: CatalogueTexts): Record<(typeof sections)[number], string> {
  return {
    components: t.procedure.components,
    steps: t.procedure.steps,
    time: t.procedure.timeHeading,
    fees: t.procedure.feesHeading,
    ways: t.procedure.ways,
    who: t.procedure.who,
    where: t.procedure.receivedBy,
    form: t.procedure.form,
    result: t.procedure.resultHeading,
    legal: t.procedure.legalBasis,
    sureness: t.procedure.sureness,
  };
}

export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: Child;
}) {
  return (
    <section class="procedure-part" aria-labelledby={id}>
      <h2 id={id} tabindex="-1">
        {title}
      </h2>
      {children}
    </section>
  );
}

function AtAGlance({ t, language, version, receivingUnitIds, deps }: ProcedurePageProps) {
  const { definition } = version;
  return (
    <dl class="at-a-glance" aria-label={t.procedure.atAGlance}>
      <div>
        <dt>{t.procedure.time}</dt>
        <dd>{isSameDay(definition.deadline) ? t.sameDay : deadlineInWords(definition.deadline, language)}</dd>
      </div>
      <div>
        <dt>{t.procedure.fee}</dt>
        <dd>{feesInWords(definition, language)}</dd>
      </div>
      <div>
        <dt>{t.procedure.where}</dt>
        <dd>
          <a href="#where">{whereInWords(receivingUnitIds, deps.organisation(), language)}</a>
        </dd>
      </div>
      <div>
        <dt>{t.procedure.online}</dt>
        <dd>
          {t.onlineLevels[definition.onlineLevel]}{" "}
          <span class="quiet">({t.onlineLevelsOfLaw[definition.onlineLevel]})</span>
        </dd>
      </div>
      <div>
        <dt>{t.procedure.result}</dt>
        <dd lang={vietnameseOn(language)}>{definition.result}</dd>
      </div>
    </dl>
  );
}

function Components({ t, language, version }: ProcedurePageProps) {
  const { components } = version.definition;
  const columns = t.procedure.componentColumns;
  return (
    <Section id="components" title={t.procedure.components}>
      <p>
        {t.procedure.componentsLead} <span class="quiet">({t.procedure.componentsLaw})</span>
      </p>
      {components.length === 0 ? (
        <p>{t.procedure.noComponents}</p>
      ) : (
        <table class="stacked-table">
          <caption class="hidden-text">{t.procedure.components}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.name}</th>
              <th scope="col" class="amount">
                {columns.original}
              </th>
              <th scope="col" class="amount">
                {columns.copies}
              </th>
              <th scope="col">{columns.online}</th>
            </tr>
          </thead>
          <tbody>
            {components.map((component) => (
              <ComponentRow t={t} language={language} component={component} />
            ))}
          </tbody>
        </table>
      )}
      <p>
        <b>{t.procedure.setCount}:</b> {t.procedure.setCountUnknown}
      </p>
    </Section>
  );
}

function ComponentRow({
  t,
  language,
  component,
}: {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly component: Component;
}) {
  const columns = t.procedure.componentColumns;
  const p = t.procedure;
  const online = component.kind === "form" ? p.filledOnline : component.required ? p.upload : p.uploadIfAny;
  // "Xuất trình" alone repeats what the row says in the reader's language.
  const note = component.note === "Xuất trình" ? null : component.note;
  return (
    <tr>
      <th scope="row">
        <span lang={vietnameseOn(language)}>{component.name}</span>
        <span class="component-facts">
          <b>{component.required ? p.required : p.whenItApplies}</b>
          {component.shownOnly ? ` · ${p.shownOnly}` : null}
          {component.formCode === null ? null : (
            <>
              {" · "}
              <span lang={vietnameseOn(language)}>{p.formCode(component.formCode)}</span>
            </>
          )}
        </span>
        {note === null ? null : (
          <span class="component-facts" lang={vietnameseOn(language)}>
            {note}
          </span>
        )}
      </th>
      <td class="amount" data-label={columns.original}>
        {component.original}
      </td>
      <td class="amount" data-label={columns.copies}>
        {component.copies}
      </td>
      <td data-label={columns.online}>{online}</td>
    </tr>
  );
}

function Steps({ t, language, version, deps }: ProcedurePageProps) {
  const { internalProcess, deadline } = version.definition;
  const { citizenSteps, stepColumns } = t.procedure;
  return (
    <Section id="steps" title={t.procedure.steps}>
      <h3>{citizenSteps.heading}</h3>
      <ol class="numbered-steps">
        <li>{citizenSteps.prepare}</li>
        <li>{citizenSteps.submit}</li>
        <li>{citizenSteps.receipt}</li>
        <li>{citizenSteps.follow}</li>
      </ol>
      <h3>{t.procedure.officeSteps}</h3>
      <p>
        {t.procedure.officeStepsLead(
          t.deadline.hour(deadline.workingHours, formatNumber(deadline.workingHours, language)),
        )}
      </p>
      <table class="stacked-table">
        <caption class="hidden-text">{t.procedure.officeSteps}</caption>
        <thead>
          <tr>
            <th scope="col">{stepColumns.no}</th>
            <th scope="col">{stepColumns.what}</th>
            <th scope="col">{stepColumns.who}</th>
            <th scope="col" class="amount">
              {stepColumns.hours}
            </th>
          </tr>
        </thead>
        <tbody>
          {internalProcess.map((step, at) => (
            <tr>
              <td data-label={stepColumns.no}>{at + 1}</td>
              <td data-label={stepColumns.what} lang={vietnameseOn(language)}>
                {step.name}
              </td>
              <td data-label={stepColumns.who}>
                {stepAgencyName(step, deps.organisation(), language) ??
                  `${t.procedure.roles[step.role]} (${t.levels.commune})`}
              </td>
              <td class="amount" data-label={stepColumns.hours}>
                {t.procedure.hours(formatNumber(step.hours, language, Number.isInteger(step.hours) ? 0 : 1))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Fees({ t, language, version }: ProcedurePageProps) {
  const { fees } = version.definition;
  const { feeColumns } = t.procedure;
  return (
    <Section id="fees" title={t.procedure.feesHeading}>
      <table class="stacked-table">
        <caption class="hidden-text">{t.procedure.feesHeading}</caption>
        <thead>
          <tr>
            <th scope="col">{feeColumns.name}</th>
            <th scope="col" class="amount">
              {feeColumns.amount}
            </th>
            <th scope="col">{feeColumns.note}</th>
          </tr>
        </thead>
        <tbody>
          {fees.map((fee) => (
            <tr>
              <th scope="row" lang={vietnameseOn(language)}>
                {fee.name}
              </th>
              <td class="amount" data-label={feeColumns.amount}>
                {feeInWords(fee, language)}
              </td>
              <td data-label={fee.note === null ? undefined : feeColumns.note} lang={vietnameseOn(language)}>
                {fee.note}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Ways({ t, language, version, receivingUnitIds, deps }: ProcedurePageProps) {
  const { way } = t.procedure;
  const isFull = version.definition.onlineLevel === 4;
  return (
    <Section id="ways" title={t.procedure.ways}>
      <dl class="ways">
        <div>
          <dt>{way.online}</dt>
          <dd>
            {way.onlineText} {isFull ? way.fullOnline : way.partlyOnline}
          </dd>
        </div>
        <div>
          <dt>{way.counter}</dt>
          <dd>{way.counterText(whereInWords(receivingUnitIds, deps.organisation(), language))}</dd>
        </div>
        <div>
          <dt>{way.post}</dt>
          <dd>{way.postText}</dd>
        </div>
      </dl>
    </Section>
  );
}

function Where({ t, language, version, receivingUnitIds, deps }: ProcedurePageProps) {
  const organisation = deps.organisation();
  return (
    <Section id="where" title={t.procedure.receivedBy}>
      <ReceivingUnits t={t} language={language} organisation={organisation} unitIds={receivingUnitIds} />
      <h3>{t.procedure.agency}</h3>
      <p>{agencyName(version.definition, organisation, language)}</p>
    </Section>
  );
}

function ReceivingUnits({
  t,
  language,
  organisation,
  unitIds,
}: {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly organisation: Organisation;
  readonly unitIds: readonly number[];
}) {
  const list = (
    <ul class="unit-columns">
      {unitIds.map((id) => {
        const unit = organisation.getById(id);
        return (
          <li>
            <a href={cataloguePaths.unit({ code: unit.code })}>{unitName(unit, language)}</a>
          </li>
        );
      })}
    </ul>
  );
  if (unitIds.length <= 3) return list;
  return (
    <>
      <p>{t.procedure.receivedByWards(unitIds.length)}.</p>
      <details>
        <summary>{t.procedure.chooseWard}</summary>
        {list}
      </details>
    </>
  );
}

function Forms({
  t,
  definition,
  language,
}: {
  readonly t: CatalogueTexts;
  readonly definition: ProcedureDefinition;
  readonly language: Language;
}) {
  const forms = definition.components.filter(({ kind, formCode }) => kind === "form" || formCode !== null);
  return (
    <>
      {forms.length === 0 ? (
        <p>{t.procedure.noForm}</p>
      ) : (
        <ul lang={vietnameseOn(language)}>
          {forms.map(({ name, formCode }) => (
            <li>{formCode === null ? name : `${name} (${formCode})`}</li>
          ))}
        </ul>
      )}
      <p>{t.procedure.formLead(definition.formFields.length)}</p>
    </>
  );
}

function More({ t, language, version, versions, deps }: ProcedurePageProps) {
  const { code } = version;
  const { provincialPortal, nationalPortal } = deps.city;
  const inWords = ({ number, effectiveFrom, effectiveTo }: ProcedureVersion) =>
    effectiveTo === null
      ? t.procedure.versionText(number, formatDay(effectiveFrom))
      : t.procedure.versionUntil(number, formatDay(effectiveFrom), formatDay(effectiveTo));
  const others = versions.filter(({ id }) => id !== version.id);
  return (
    <Section id="more" title={t.procedure.more}>
      <ul class="no-print">
        <li>
          <a href={cataloguePaths.poster({ code })}>{t.procedure.poster}</a>
        </li>
        <li>
          <a href={cataloguePaths.apiProcedure({ code })}>{t.procedure.json}</a>
        </li>
        <li>
          <a href={nationalPortal.procedureUrl.replace("{code}", encodeURIComponent(code))} rel="external">
            {t.procedure.portal(named(nationalPortal, language))}
          </a>
        </li>
        <li>
          <a href={provincialPortal.url} rel="external">
            {t.procedure.portal(named(provincialPortal, language))}
          </a>
          . <span class="quiet">{language === "vi" ? provincialPortal.note : provincialPortal.noteEn}</span>
        </li>
      </ul>
      <p>
        {inWords(version)}. {t.procedure.announcedBy}: <span lang={vietnameseOn(language)}>{version.announcedBy}</span>.
      </p>
      {others.length === 0 ? null : (
        <>
          <h3>{t.procedure.otherVersions}</h3>
          <ul>
            {others.map((other) => (
              <li>
                <a href={cataloguePaths.procedure({ code }, { on: other.effectiveFrom })}>{inWords(other)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="quiet no-print">{t.procedure.print}</p>
    </Section>
  );
}

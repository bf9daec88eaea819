/** The constituent parts of a procedure, each under its own heading. */
import { formatDay, formatNumber, type Language } from "#foundation/i18n/index.ts";
import { Details } from "#ui/details/details.tsx";
import { deadlineInWords, feeInWords, isSameDay } from "../at-a-glance.ts";
import type { CatalogueDeps } from "../deps.ts";
import { linkedParts } from "../linked.ts";
import { cataloguePaths } from "../paths.ts";
import type { Component, ProcedureVersion } from "../procedure.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import { Section } from "./section.tsx";
import { StackedTable } from "./stacked-table.tsx";
import { UnitLinks } from "./unit-links.tsx";
import { agencyName, named, stepAgencyName, vietnameseOn, whereInWords } from "./words.ts";

export type ProcedurePageProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly deps: CatalogueDeps;
  readonly version: ProcedureVersion;
  /** All published versions of the procedure, oldest first. */
  readonly versions: readonly ProcedureVersion[];
  readonly receivingUnitIds: readonly number[];
  /** The day that was asked for, when another version was in force then. */
  readonly onDay: string | undefined;
};

export function ComponentsPart({ t, language, version }: ProcedurePageProps) {
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
        <StackedTable
          caption={t.procedure.components}
          columns={[
            { head: columns.name },
            { head: columns.original, isFigure: true },
            { head: columns.copies, isFigure: true },
            { head: columns.online },
          ]}
          rows={components.map((component) => [
            <ComponentCell t={t} language={language} component={component} />,
            component.original,
            component.copies,
            uploadInWords(t, component),
          ])}
        />
      )}
      <p>
        <b>{t.procedure.setCount}:</b> {t.procedure.setCountUnknown}
      </p>
    </Section>
  );
}

function uploadInWords({ procedure }: CatalogueTexts, { kind, required }: Component): string {
  if (kind === "form") return procedure.filledOnline;
  return required ? procedure.upload : procedure.uploadIfAny;
}

type ComponentCellProps = {
  readonly t: CatalogueTexts;
  readonly language: Language;
  readonly component: Component;
};

function ComponentCell({ t, language, component }: ComponentCellProps) {
  const { required, shownOnly, formCode } = component;
  // "Xuất trình" alone repeats what the row says in the reader's language.
  const note = component.note === "Xuất trình" ? null : component.note;
  return (
    <>
      <span class="component-name" lang={vietnameseOn(language)}>
        {component.name}
      </span>
      <span class="component-facts">
        {required ? t.procedure.required : t.procedure.whenItApplies}
        {shownOnly ? ` · ${t.procedure.shownOnly}` : null}
        {formCode === null ? null : <span lang={vietnameseOn(language)}> · {t.procedure.formCode(formCode)}</span>}
      </span>
      {note === null ? null : (
        <span class="component-facts" lang={vietnameseOn(language)}>
          {note}
        </span>
      )}
    </>
  );
}

export function StepsPart({ t, language, version, deps }: ProcedurePageProps) {
  const { internalProcess, deadline } = version.definition;
  const { citizenSteps, stepColumns } = t.procedure;
  const whole = formatNumber(deadline.workingHours, language);
  return (
    <Section id="steps" title={t.procedure.steps}>
      <h3>{citizenSteps.heading}</h3>
      <ol>
        <li>{citizenSteps.prepare}</li>
        <li>{citizenSteps.submit}</li>
        <li>{citizenSteps.receipt}</li>
        <li>{citizenSteps.follow}</li>
      </ol>
      <LinkedPart t={t} language={language} version={version} deps={deps} />
      <h3>{t.procedure.officeSteps}</h3>
      <p>{t.procedure.officeStepsLead(t.deadline.hour(deadline.workingHours, whole))}</p>
      <StackedTable
        caption={t.procedure.officeSteps}
        columns={[{ head: stepColumns.what }, { head: stepColumns.who }, { head: stepColumns.hours, isFigure: true }]}
        rows={internalProcess.map((step, at) => [
          <>
            {`${at + 1}. `}
            <span lang={vietnameseOn(language)}>{step.name}</span>
          </>,
          stepAgencyName(step, deps.organisation(), language) ??
            `${t.procedure.roles[step.role]} (${t.procedure.atCommune})`,
          t.procedure.hours(formatNumber(step.hours, language, Number.isInteger(step.hours) ? 0 : 1)),
        ])}
      />
    </Section>
  );
}

/** Who answers for which part when several agencies do; nothing when one answers for everything. */
function LinkedPart({ t, language, version, deps }: Pick<ProcedurePageProps, "t" | "language" | "version" | "deps">) {
  const { definition } = version;
  if (definition.linked === undefined) return null;
  const { linked, hours } = t.procedure;
  return (
    <>
      <h3>{linked.heading}</h3>
      <p>{linked.lead(definition.linked.basis)}</p>
      <StackedTable
        caption={linked.heading}
        columns={[
          { head: linked.columns.task },
          { head: linked.columns.who },
          { head: linked.columns.hours, isFigure: true },
        ]}
        rows={linkedParts(definition).map((part) => [
          language === "vi" ? part.task : part.taskEn,
          [
            stepAgencyName(part, deps.organisation(), language) ?? t.procedure.agencyOfWard,
            ...(part.isLead ? [linked.isLead] : []),
            ...(part.steps === null ? [linked.beside] : []),
          ].join(" · "),
          hours(formatNumber(part.hours, language, Number.isInteger(part.hours) ? 0 : 1)),
        ])}
      />
    </>
  );
}

export function TimePart({ t, language, version }: ProcedurePageProps) {
  const { deadline } = version.definition;
  return (
    <Section id="time" title={t.procedure.timeHeading}>
      <p>
        <b>{deadlineInWords(deadline, language)}</b>. {t.procedure.timeLead}
      </p>
      {isSameDay(deadline) && deadline.note === null ? <p>{t.sameDayRule}</p> : null}
      {deadline.note === null ? null : <p lang={vietnameseOn(language)}>{deadline.note}.</p>}
    </Section>
  );
}

export function FeesPart({ t, language, version }: ProcedurePageProps) {
  const { feeColumns } = t.procedure;
  return (
    <Section id="fees" title={t.procedure.feesHeading}>
      <StackedTable
        caption={t.procedure.feesHeading}
        columns={[{ head: feeColumns.name }, { head: feeColumns.amount, isFigure: true }, { head: feeColumns.note }]}
        rows={version.definition.fees.map((fee) => [
          <span lang={vietnameseOn(language)}>{fee.name}</span>,
          feeInWords(fee, language),
          fee.note === null ? null : <span lang={vietnameseOn(language)}>{fee.note}</span>,
        ])}
      />
    </Section>
  );
}

export function WaysPart({ t, language, version, receivingUnitIds, deps }: ProcedurePageProps) {
  const { way } = t.procedure;
  const where =
    receivingUnitIds.length === 1 ? whereInWords(receivingUnitIds, deps.organisation(), language) : way.counterOfWard;
  return (
    <Section id="ways" title={t.procedure.ways}>
      <h3>{way.online}</h3>
      <p>
        {way.onlineText} {version.definition.onlineLevel === 4 ? way.fullOnline : way.partlyOnline}
      </p>
      <h3>{way.counter}</h3>
      <p>{way.counterText(where)}</p>
      <h3>{way.post}</h3>
      <p>{way.postText}</p>
    </Section>
  );
}

export function WhoPart({ t, language, version }: ProcedurePageProps) {
  const { applicants, conditions } = version.definition;
  return (
    <Section id="who" title={t.procedure.who}>
      <ul>
        {applicants.map((kind) => (
          <li>{t.procedure.applicants[kind]}</li>
        ))}
      </ul>
      <h3>{t.procedure.conditions}</h3>
      {conditions.length === 0 ? (
        <p>{t.procedure.noConditions}</p>
      ) : (
        <ul lang={vietnameseOn(language)}>
          {conditions.map((condition) => (
            <li>{condition}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function WherePart({ t, language, version, receivingUnitIds, deps }: ProcedurePageProps) {
  const organisation = deps.organisation();
  const units = receivingUnitIds.map((id) => organisation.getById(id));
  return (
    <Section id="where" title={t.procedure.receivedBy}>
      {units.length <= 3 ? (
        <UnitLinks units={units} language={language} />
      ) : (
        <>
          <p>{t.procedure.receivedByWards(units.length)}.</p>
          <Details summary={t.procedure.chooseWard}>
            <UnitLinks units={units} language={language} />
          </Details>
        </>
      )}
      <h3>{t.procedure.agency}</h3>
      <p>{agencyName(version.definition, organisation, language)}</p>
    </Section>
  );
}

export function FormsPart({ t, language, version }: ProcedurePageProps) {
  const { components, formFields } = version.definition;
  const forms = components.filter(({ kind, formCode }) => kind === "form" || formCode !== null);
  return (
    <Section id="form" title={t.procedure.form}>
      {forms.length === 0 ? (
        <p>{t.procedure.noForm}</p>
      ) : (
        <ul lang={vietnameseOn(language)}>
          {forms.map(({ name, formCode }) => (
            <li>{formCode === null ? name : `${name} (${formCode})`}</li>
          ))}
        </ul>
      )}
      <p>{t.procedure.formLead(formFields.length)}</p>
    </Section>
  );
}

export function ResultPart({ t, language, version }: ProcedurePageProps) {
  return (
    <Section id="result" title={t.procedure.resultHeading}>
      <p lang={vietnameseOn(language)}>{version.definition.result}</p>
    </Section>
  );
}

export function LegalPart({ t, language, version }: ProcedurePageProps) {
  return (
    <Section id="legal" title={t.procedure.legalBasis}>
      <ul lang={vietnameseOn(language)}>
        {version.definition.legalBasis.map(({ number, title }) => (
          <li>
            <b>{number}</b> {title}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function MorePart({ t, language, version, versions, deps }: ProcedurePageProps) {
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

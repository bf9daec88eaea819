import { formatDay } from "#foundation/i18n/index.ts";
import { LinkButton } from "#ui/button/button.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { type Glance, ProcedureHead } from "#ui/procedure-head/procedure-head.tsx";
import { deadlineInWords, feesInWords, isSameDay } from "../at-a-glance.ts";
import { cataloguePaths } from "../paths.ts";
import type { CatalogueTexts } from "../texts/index.ts";
import {
  ComponentsPart,
  FeesPart,
  FormsPart,
  LegalPart,
  MorePart,
  type ProcedurePageProps,
  ResultPart,
  StepsPart,
  TimePart,
  WaysPart,
  WherePart,
  WhoPart,
} from "./procedure-parts.tsx";
import { SurenessPart } from "./sureness.tsx";
import { fieldOf, named, procedureName, vietnameseOn, whereInWords } from "./words.ts";

const parts = [
  "components",
  "steps",
  "fees",
  "time",
  "ways",
  "who",
  "where",
  "form",
  "result",
  "legal",
  "sureness",
] as const;

/** Everything the law wants published of a procedure (Decree 63/2010 art. 8(2)), in the order people ask for it. */
export function ProcedurePage(props: ProcedurePageProps) {
  const { t, language, deps, version, onDay } = props;
  const { definition, code } = version;
  const titles = partTitles(t);
  const field = fieldOf(deps.catalogue().guidance, definition.field);
  return (
    <article class="procedure">
      {onDay === undefined ? null : (
        <Notice language={language} kind="warning">
          <p>
            {t.procedure.notTodays(formatDay(onDay))}{" "}
            <a href={cataloguePaths.procedure({ code })}>{t.procedure.showTodays}</a>
          </p>
        </Notice>
      )}
      <ProcedureHead
        title={procedureName(definition, language)}
        code={code}
        field={
          field === undefined ? (
            definition.field
          ) : (
            <a href={cataloguePaths.field({ slug: field.slug })}>{named(field, language)}</a>
          )
        }
        online={{
          tone: definition.onlineLevel === 4 ? "good" : "calm",
          text: `${t.onlineLevels[definition.onlineLevel]} (${t.onlineLevelsOfLaw[definition.onlineLevel]})`,
        }}
        glances={glancesOf(props)}
        actions={<LinkButton href={deps.links.apply(code)}>{t.procedure.apply}</LinkButton>}
      />
      {language === "vi" ? null : (
        <p class="quiet">
          {t.procedure.onlyVietnamese} {t.procedure.officialName}: <span lang="vi">{definition.name}</span>.
        </p>
      )}
      <nav class="procedure-contents no-print" aria-labelledby="contents">
        <h2 id="contents">{t.procedure.contents}</h2>
        <ul class="link-columns link-columns-wide">
          {parts.map((part) => (
            <li>
              <a href={`#${part}`}>{titles[part]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <ComponentsPart {...props} />
      <StepsPart {...props} />
      <FeesPart {...props} />
      <div class="procedure-pairs">
        <TimePart {...props} />
        <WaysPart {...props} />
        <WhoPart {...props} />
        <WherePart {...props} />
        <FormsPart {...props} />
        <ResultPart {...props} />
      </div>
      <LegalPart {...props} />
      <SurenessPart t={t} language={language} definition={definition} sources={deps.sources} />
      <MorePart {...props} />
    </article>
  );
}

function glancesOf({ t, language, version, receivingUnitIds, deps }: ProcedurePageProps): readonly Glance[] {
  const { definition } = version;
  const { deadline } = definition;
  const sameDay = isSameDay(deadline);
  return [
    {
      icon: "clock",
      key: t.procedure.time,
      value: sameDay ? t.sameDay : deadlineInWords(deadline, language),
      detail: sameDay ? t.sameDayRule : undefined,
    },
    { icon: "money", key: t.procedure.fee, value: feesInWords(definition, language) },
    {
      icon: "place",
      key: t.procedure.where,
      value: <a href="#where">{whereInWords(receivingUnitIds, deps.organisation(), language)}</a>,
    },
    {
      icon: "file",
      key: t.procedure.result,
      value: <span lang={vietnameseOn(language)}>{definition.result}</span>,
    },
  ];
}

function partTitles(t: CatalogueTexts): Record<(typeof parts)[number], string> {
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

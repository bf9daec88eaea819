import type { Organisation } from "#features/organisation/index.ts";
import { formatDay, type Language } from "#foundation/i18n/index.ts";
import { Button, ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { Details } from "#ui/details/details.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Table } from "#ui/table/table.tsx";
import { Textarea } from "#ui/text-input/text-input.tsx";
import { identityPaths } from "../paths.ts";
import type { PlannedPerson, PlannedPosting } from "../staffing/plan-officials.ts";
import type { Entered, ListFault } from "../staffing/staffing.ts";
import { identityTexts } from "../texts/index.ts";
import { staffingTexts } from "../texts/staffing.ts";
import { roles } from "../visitor.ts";
import { Slips, unitName } from "./parts.tsx";

export const listField = "danh-sach";
export const stepField = "buoc";

/** A list can have a fault in every line; more than these are not read before the first are mended. */
const mostShown = 50;

export function EnterStaffMain({
  language,
  organisation,
  text,
  faults,
  isEmpty,
}: {
  readonly language: Language;
  readonly organisation: Organisation;
  readonly text: string;
  readonly faults: readonly ListFault[];
  readonly isEmpty: boolean;
}) {
  const t = staffingTexts(language).list;
  const error = isEmpty ? t.empty : faults.length > 0 ? t.faults(faults.length) : undefined;
  return (
    <>
      {error !== undefined && <ErrorSummary faults={[{ message: error, fieldId: listField }]} language={language} />}
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p>{t.columns}</p>
      <Details summary={t.roles}>
        <p>{roles.map((role) => identityTexts(language).roles[role]).join(", ")}.</p>
      </Details>
      <Details summary={t.units}>
        <ul>
          {organisation.units.map((unit) => (
            <li>
              <code>{unit.code}</code> {language === "vi" ? unit.name : unit.nameEn}
            </li>
          ))}
        </ul>
      </Details>
      {faults.length > 0 && (
        <ul class="list-faults">
          {faults.slice(0, mostShown).map((fault) => (
            <li>
              <strong>{t.line(fault.line)}</strong>: {staffingTexts(language).faults[fault.code]}
              {fault.detail !== "" && ` (${fault.detail})`}
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={identityPaths.enterStaff()} novalidate>
        <Textarea
          name={listField}
          id={listField}
          label={t.box}
          value={text}
          rows={14}
          error={error}
          language={language}
        />
        <Button name={stepField} value="xem">
          {t.preview}
        </Button>
      </form>
    </>
  );
}

export function ReviewStaffMain({
  language,
  organisation,
  text,
  people,
}: {
  readonly language: Language;
  readonly organisation: Organisation;
  readonly text: string;
  readonly people: readonly PlannedPerson[];
}) {
  const t = staffingTexts(language);
  const opened = people.filter(({ accountId }) => accountId === null).length;
  const posted = people.reduce((sum, { postings }) => sum + postings.length, 0);
  return (
    <>
      <h1>{t.list.reviewTitle}</h1>
      <p class="lead">{posted === 0 ? t.list.nothing : t.list.review(opened, posted)}</p>
      <div class="people">
        <Table
          caption={t.list.reviewTitle}
          hideCaption
          columns={[{ head: t.name }, { head: t.login }, { head: t.list.account }, { head: t.list.places }]}
          rows={people.map((person) => [
            person.name,
            person.login,
            person.accountId === null ? t.list.isNew : t.list.isKnown,
            <>
              {person.postings.map((posting) => (
                <div>{placeWords(posting, organisation, language)}</div>
              ))}
              {person.unchanged > 0 && <div class="quiet">{t.list.unchanged(person.unchanged)}</div>}
            </>,
          ])}
        />
      </div>
      <form method="post" action={identityPaths.enterStaff()}>
        <input type="hidden" name={listField} value={text} />
        <ButtonGroup>
          {posted > 0 && (
            <Button name={stepField} value="ghi">
              {t.list.record}
            </Button>
          )}
          <Button kind="secondary" name={stepField} value="sua">
            {t.list.change}
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}

function placeWords({ unitId, role, from, to }: PlannedPosting, organisation: Organisation, language: Language) {
  const t = staffingTexts(language).list;
  const period = to === null ? t.since(formatDay(from)) : `${formatDay(from)} – ${formatDay(to)}`;
  return `${identityTexts(language).roles[role]}, ${unitName(organisation, unitId, language)} (${period})`;
}

export function EnteredMain({
  language,
  organisation,
  entered,
  origin,
}: {
  readonly language: Language;
  readonly organisation: Organisation;
  readonly entered: Entered;
  readonly origin: string;
}) {
  const t = staffingTexts(language).list;
  return (
    <>
      <Notice language={language} kind="success" isNews>
        <p>{t.done(entered.opened, entered.posted)}</p>
      </Notice>
      <h1>{t.doneTitle}</h1>
      {entered.slips.length > 0 && (
        <>
          <p class="lead">{t.slips}</p>
          <Slips language={language} slips={entered.slips} organisation={organisation} origin={origin} />
        </>
      )}
      <LinkButton href={identityPaths.staff()}>{t.allDone}</LinkButton>
    </>
  );
}

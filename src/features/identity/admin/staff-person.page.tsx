import type { Organisation } from "#features/organisation/index.ts";
import { formatDay, formatInstant, type Language } from "#foundation/i18n/index.ts";
import { Button, LinkButton } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Table } from "#ui/table/table.tsx";
import { identityPaths } from "../paths.ts";
import type { KnownPosting } from "../staffing/plan-officials.ts";
import type { ListedOfficial, listStaffingEvents } from "../staffing/queries.ts";
import type { Slip } from "../staffing/staffing.ts";
import { identityTexts } from "../texts/index.ts";
import { staffingTexts } from "../texts/staffing.ts";
import { isRole } from "../visitor.ts";
import { Slips, unitName } from "./parts.tsx";
import { StaffState } from "./staff-list.page.tsx";

export type PersonProps = {
  readonly language: Language;
  readonly organisation: Organisation;
  readonly one: ListedOfficial;
  readonly today: string;
  readonly postings: readonly (KnownPosting & { readonly id: number })[];
  readonly events: Awaited<ReturnType<typeof listStaffingEvents>>;
  readonly isChangeable: boolean;
  readonly said: { readonly kind: "success" | "problem"; readonly text: string } | null;
};

export function StaffPersonMain(props: PersonProps) {
  const { language, one, today, isChangeable, said } = props;
  const t = staffingTexts(language);
  return (
    <>
      {said !== null && (
        <Notice language={language} kind={said.kind} isNews>
          <p>{said.text}</p>
        </Notice>
      )}
      <h1>{one.name}</h1>
      <p class="lead">
        {one.login} <StaffState one={one} today={today} language={language} />
      </p>
      <h2>{t.person.places}</h2>
      <div class="people">
        <Places {...props} />
      </div>
      {isChangeable && one.closedAt === null && (
        <>
          <form class="office-form" method="post" action={identityPaths.inviteStaff({ id: one.id })}>
            <p>{t.person.inviteHint}</p>
            <Button kind="secondary">{t.person.invite}</Button>
          </form>
          <form class="office-form" method="post" action={identityPaths.closeStaff({ id: one.id })}>
            <p>{t.person.closeHint}</p>
            <Button kind="warning">{t.person.close}</Button>
          </form>
        </>
      )}
      <h2>{t.person.history}</h2>
      <div class="people">
        <History {...props} />
      </div>
    </>
  );
}

function Places({ language, organisation, one, postings, isChangeable }: PersonProps) {
  const t = staffingTexts(language).person;
  const roleNames = identityTexts(language).roles;
  if (postings.length === 0) return <p>{t.noPlaces}</p>;
  return (
    <Table
      caption={t.places}
      hideCaption
      columns={[
        { head: t.unit },
        { head: t.role },
        { head: t.from },
        { head: t.to },
        { head: <span class="hidden-text">{t.end}</span> },
      ]}
      rows={postings.map(({ id, unitId, role, from, to }) => {
        const unit = unitName(organisation, unitId, language);
        return [
          unit,
          roleNames[role],
          formatDay(from),
          to === null ? "" : formatDay(to),
          isChangeable && (
            <form method="post" action={identityPaths.endPosting({ id: one.id, posting: String(id) })}>
              <Button kind="quiet" label={t.endThis(roleNames[role], unit)}>
                {t.end}
              </Button>
            </form>
          ),
        ];
      })}
    />
  );
}

function History({ language, organisation, events }: PersonProps) {
  const t = staffingTexts(language).person;
  if (events.length === 0) return <EmptyState title={t.noHistory} />;
  return (
    <Table
      caption={t.history}
      hideCaption
      columns={[{ head: t.at }, { head: t.by }, { head: t.what }]}
      rows={events.map(({ at, byName, what, details }) => [
        formatInstant(at),
        byName ?? t.machine,
        `${t.deeds[what]}${detailWords(details, organisation, language)}`,
      ])}
    />
  );
}

function detailWords(
  { unit, role }: Readonly<Record<string, unknown>>,
  organisation: Organisation,
  language: Language,
): string {
  if (typeof unit !== "string" || typeof role !== "string" || !isRole(role)) return "";
  const found = organisation.byCode(unit);
  const name = found === undefined ? unit : unitName(organisation, found.id, language);
  return `: ${identityTexts(language).roles[role]}, ${name}`;
}

export function NewSlipMain({
  language,
  organisation,
  slip,
  origin,
}: {
  readonly language: Language;
  readonly organisation: Organisation;
  readonly slip: Slip;
  readonly origin: string;
}) {
  const t = staffingTexts(language);
  return (
    <>
      <h1>{t.person.inviteTitle}</h1>
      <p class="lead">{t.list.slips}</p>
      <Slips language={language} slips={[slip]} organisation={organisation} origin={origin} />
      <LinkButton href={identityPaths.staffPerson({ id: slip.accountId })}>{t.person.back}</LinkButton>
    </>
  );
}

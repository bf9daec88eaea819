import { formatDay, type Language } from "#foundation/i18n/index.ts";
import { Button, LinkButton } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";
import { Table } from "#ui/table/table.tsx";
import { TextInput } from "#ui/text-input/text-input.tsx";
import { identityPaths } from "../paths.ts";
import { isNearlyDormant } from "../staffing/dormant.ts";
import type { ListedOfficial } from "../staffing/queries.ts";
import { staffingTexts } from "../texts/staffing.ts";

export const searchName = "tim";

export function StaffListMain({
  language,
  staff,
  today,
  asked,
  nextAfter,
}: {
  readonly language: Language;
  readonly staff: readonly ListedOfficial[];
  readonly today: string;
  readonly asked: string;
  readonly nextAfter: string | null;
}) {
  const t = staffingTexts(language);
  return (
    <>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <LinkButton href={identityPaths.enterStaff()}>{t.enter}</LinkButton>
      <form class="office-form" method="get" action={identityPaths.staff()}>
        <TextInput
          name={searchName}
          id={searchName}
          label={t.search}
          value={asked}
          type="search"
          width={20}
          language={language}
        />
        <Button kind="secondary">{t.find}</Button>
      </form>
      {staff.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <div class="people">
          <Table
            caption={t.title}
            hideCaption
            columns={[{ head: t.name }, { head: t.login }, { head: t.state }, { head: t.seen }]}
            rows={staff.map((one) => [
              <a href={identityPaths.staffPerson({ id: one.id })}>{one.name}</a>,
              one.login,
              <StaffState one={one} today={today} language={language} />,
              one.usedOn === null ? t.never : formatDay(one.usedOn),
            ])}
          />
        </div>
      )}
      <Pagination
        language={language}
        nextHref={
          nextAfter === null
            ? undefined
            : identityPaths.staff(undefined, { sau: nextAfter, ...(asked === "" ? {} : { [searchName]: asked }) })
        }
      />
    </>
  );
}

export function StaffState({
  one,
  today,
  language,
}: {
  readonly one: ListedOfficial;
  readonly today: string;
  readonly language: Language;
}) {
  const t = staffingTexts(language).states;
  const [words, tone]: readonly [string, Tone] =
    one.closedAt !== null
      ? [t.closed, "still"]
      : one.isDemo
        ? [t.demo, "calm"]
        : !one.hasPassword
          ? [t.waiting, "soon"]
          : isNearlyDormant(one.usedOn, today)
            ? [t.nearlyDormant, "soon"]
            : !one.hasFactor
              ? [t.noFactor, "soon"]
              : [t.ready, "good"];
  return <StatusTag tone={tone}>{words}</StatusTag>;
}

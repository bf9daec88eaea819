/** Who has how many dossiers in hand and how many of them are late; every number opens to its dossiers. */
import { identityTexts, isRole } from "#features/identity/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatInstant, formatNumber, type Language } from "#foundation/i18n/index.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Table } from "#ui/table/table.tsx";
import { worklistPaths } from "../paths.ts";
import type { Load, LoadOfPerson, LoadOfUnits } from "./load-of.ts";
import { type LoadTexts, loadTexts } from "./texts.ts";

type Props = { readonly load: LoadOfUnits; readonly organisation: Organisation; readonly language: Language };

export function LoadMain({ load, organisation, language }: Props) {
  const t = loadTexts(language);
  const figures = [
    { head: t.heads.held, isFigure: true },
    { head: t.heads.overdue, isFigure: true },
    { head: t.heads.first },
  ];
  return (
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <h2>{t.people}</h2>
      {load.people.length === 0 ? (
        <EmptyState title={t.nobody} />
      ) : (
        <Table
          caption={t.people}
          hideCaption
          columns={[{ head: t.heads.who }, ...figures]}
          rows={load.people.map((person) => [
            <span class="load-who">
              <span class="name">{person.name}</span>
              <span class="work-second">{postOf(person, organisation, language)}</span>
            </span>,
            ...cells(
              person,
              { nguoi: person.accountId },
              { all: t.held(person.name), late: t.heldLate(person.name) },
              language,
              t,
            ),
          ])}
        />
      )}
      <h2>{t.free}</h2>
      {load.free.length === 0 ? (
        <EmptyState title={t.noneFree} />
      ) : (
        <Table
          caption={t.free}
          hideCaption
          columns={[{ head: t.heads.desk }, ...figures]}
          rows={load.free.map((desk) => {
            const name = deskName(desk, organisation, language);
            const query = { donVi: organisation.getById(desk.unitId).code, vaiTro: desk.role };
            return [
              <span class="load-who">{name}</span>,
              ...cells(desk, query, { all: t.freeAt(name), late: t.freeLate(name) }, language, t),
            ];
          })}
        />
      )}
    </>
  );
}

function cells(
  load: Load,
  query: Readonly<Record<string, string>>,
  titles: { readonly all: string; readonly late: string },
  language: Language,
  t: LoadTexts,
) {
  const link = (count: number, title: string, more: Readonly<Record<string, string>>) =>
    count === 0 ? (
      formatNumber(0, language)
    ) : (
      <a
        href={worklistPaths.held(undefined, { ...query, ...more })}
        aria-label={t.see(title, formatNumber(count, language))}
      >
        {formatNumber(count, language)}
      </a>
    );
  return [
    link(load.held, titles.all, {}),
    link(load.overdue, titles.late, { quaHan: "1" }),
    load.firstDueAt === null ? t.none : formatInstant(load.firstDueAt),
  ];
}

export function deskName(
  { unitId, role }: { readonly unitId: number; readonly role: string },
  organisation: Organisation,
  language: Language,
): string {
  const name = isRole(role) ? identityTexts(language).roles[role] : role;
  return `${name}, ${unitName(organisation.getById(unitId), language)}`;
}

/** Whoever stands in at many places is not listed with all of them. */
function postOf({ posts }: LoadOfPerson, organisation: Organisation, language: Language): string {
  const t = loadTexts(language);
  const [first, ...others] = posts;
  if (first === undefined) return t.gone;
  const name = deskName(first, organisation, language);
  return others.length === 0 ? name : `${name} ${t.more(others.length)}`;
}

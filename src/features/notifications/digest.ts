/** Each working morning one e-mail per official who wants it: what is overdue, due, came back and waits. */
import { BeyondCalendarError, type Calendars, isWorkingDay } from "#features/calendar/index.ts";
import type { Catalogue } from "#features/catalogue/index.ts";
import { dossierPaths } from "#features/dossiers/index.ts";
import { listOfficials, type Official } from "#features/identity/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { type Queue, type WorkPage, worklistPaths, workOf } from "#features/worklists/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { dayOf, formatDayWithWeekday, formatInstant, formatTime, type Language } from "#foundation/i18n/index.ts";
import { insertDigests, listDigestReaders } from "./digest.queries.ts";
import type { Message } from "./fill-in.tsx";
import { MailPage, type Paragraph } from "./mail-page.tsx";
import type { NoticeTemplates } from "./templates.ts";

/** Before the office opens, after the quiet hours; a worker that was down till noon no longer tells what the morning holds. */
const from = "07:00";
const until = "12:00";

export type DigestQueueDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly organisation: () => Organisation;
  readonly calendars: Calendars;
};

/** Made once per process: it remembers the day it has done, so that most pulses ask nothing. */
export function digestQueue({ db, clock, organisation, calendars }: DigestQueueDeps): () => Promise<number> {
  let done = "";
  return async () => {
    const now = clock.now();
    const day = dayOf(now);
    const time = formatTime(now);
    if (day === done || time < from || time >= until) return 0;
    const readers = await listDigestReaders(db);
    const officials = await listOfficials(
      db,
      readers.map(({ accountId }) => accountId),
      day,
    );
    const atWork = new Set(
      officials
        .filter((official) => worksAt(now, official, organisation(), calendars))
        .map(({ accountId }) => accountId),
    );
    const queued = await insertDigests(
      db,
      readers.filter(({ accountId }) => atWork.has(accountId)),
      day,
      now,
    );
    done = day;
    return queued;
  };
}

/** By the calendar of the unit they are posted to; who is posted nowhere today has no work. */
function worksAt(now: Date, { postings }: Official, organisation: Organisation, calendars: Calendars): boolean {
  return postings.some(({ unitId }) => {
    try {
      return isWorkingDay(calendars.forUnit(organisation.getById(unitId).code), now);
    } catch (error) {
      // A year whose calendar is missing is told at the start; a list too many on a holiday does no harm.
      if (error instanceof BeyondCalendarError) return true;
      throw error;
    }
  });
}

export type DigestDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly catalogue: () => Catalogue;
  readonly organisation: () => Organisation;
  readonly templates: NoticeTemplates;
  readonly origin: string;
};

const parts = [
  ["overdue", "overdue"],
  ["dueToday", "due-soon"],
  ["returned", "returned"],
  ["waiting", "waiting"],
  ["lateBodies", "late-bodies"],
] as const satisfies readonly (readonly [string, Queue])[];
const mostCounted = 200;
const mostNamed = 10;

/** As the lists stand when it leaves. Without names of people: an inbox is read on many screens. Null: no official today. */
export async function composeDigest(
  { db, clock, catalogue, organisation, templates, origin }: DigestDeps,
  accountId: string,
  day: string,
  language: Language,
): Promise<Message | null> {
  const [official] = await listOfficials(db, [accountId], day);
  if (official === undefined || official.postings.length === 0) return null;
  const texts = templates.email.digest[language];
  const now = clock.now();
  const lists: { name: (typeof parts)[number][0]; queue: Queue; page: WorkPage }[] = [];
  for (const [name, queue] of parts) {
    const page = await workOf(db, official, organisation(), { queue, now, after: null, limit: mostCounted });
    lists.push({ name, queue, page });
  }
  const countOf = (page: WorkPage) => (page.nextCursor === null ? String(page.items.length) : `${mostCounted}+`);
  const values = {
    day: formatDayWithWeekday(day, language),
    ...Object.fromEntries(lists.map(({ name, page }) => [name, countOf(page)])),
  };
  const put = (text: string, more: Readonly<Record<string, string>> = values) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => more[name] ?? whole);
  const filled = lists.filter(({ page }) => page.items.length > 0);
  const paragraphs: Paragraph[] = [put(texts.intro)];
  if (filled.length === 0) paragraphs.push(texts.nothing);
  for (const { name, queue, page } of filled) {
    paragraphs.push(`${texts[name]}: ${countOf(page)} – ${origin}${worklistPaths.work(undefined, { ds: queue })}`);
    const rest = page.items.length - mostNamed;
    paragraphs.push([
      ...page.items.slice(0, mostNamed).map((row) => {
        const { definition } = catalogue().getById(row.procedureVersionId);
        const procedure = language === "vi" ? definition.name : definition.nameEn;
        const link = `${origin}${dossierPaths.staff({ code: row.code })}`;
        // Of bodies that are late the reader is to know which; the instant is when the first should have answered.
        const late = (row.lateUnits ?? []).map((id) => ` · ${unitName(organisation().getById(id), language)}`).join("");
        return `${formatInstant(row.actBy)}${late} · ${row.code} · ${procedure} – ${link}`;
      }),
      ...(rest > 0 ? [put(texts.more, { count: page.nextCursor === null ? String(rest) : `${rest}+` })] : []),
    ]);
  }
  return {
    channel: "email",
    subject: put(texts.subject),
    text: [
      ...paragraphs.map((one) => (typeof one === "string" ? one : one.map((line) => `- ${line}`).join("\n"))),
      texts.why,
    ].join("\n\n"),
    html: String(MailPage({ language, paragraphs, why: texts.why, stop: null })),
    stopLink: null,
    language,
  };
}

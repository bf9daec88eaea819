/** Everything the program is made of, built once, by hand. */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BookDeps } from "#features/books/index.ts";
import { type Calendars, loadCalendars } from "#features/calendar/index.ts";
import type { Catalogue } from "#features/catalogue/index.ts";
import { openCatalogue, readGuidance, readSources, type Source } from "#features/catalogue/index.ts";
import { type FileStore, findUploaders, openFileStore } from "#features/documents/index.ts";
import {
  codeBlocks,
  type DossierDeps,
  dossierCalendar,
  type LookupSecrets,
  lookupSecrets,
  readPhrases,
  submitDossiers,
} from "#features/dossiers/index.ts";
import { checkAnswers, formOf } from "#features/eforms/index.ts";
import type { EvaluationDeps } from "#features/evaluation/index.ts";
import {
  openSecondFactors,
  openSessions,
  recipientOf,
  type SecondFactors,
  type Sessions,
  type StaffingDeps,
} from "#features/identity/index.ts";
import { type Bell, openBell } from "#features/notifications/index.ts";
import { type City, type Organisation, openOrganisation, readCity } from "#features/organisation/index.ts";
import { type PaymentDeps, readAccounts } from "#features/payments/index.ts";
import type { PostDeps } from "#features/post/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Config } from "#foundation/config/index.ts";
import { type Database, openDatabase } from "#foundation/db/index.ts";
import { rateLimit } from "#foundation/http/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Log } from "#foundation/log/index.ts";
import { type Metrics, openMetrics } from "#foundation/metrics/index.ts";
import { accepted, refused } from "#foundation/result/index.ts";
import { openSealing, type Sealing } from "#foundation/sealing/index.ts";
import { deskPapers } from "./desk-papers.ts";
import { evaluationSlips } from "./evaluation-slips.ts";
import { feeReceipts } from "./fee-receipts.ts";
import { type Notices, openNotices } from "./notices.ts";
import { oneTimeCodes } from "./one-time-codes.ts";
import { openPapers, type Papers } from "./papers.ts";

export type Deps = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly sealing: Sealing;
  readonly files: FileStore;
  readonly city: City;
  readonly sources: ReadonlyMap<string, Source>;
  readonly organisation: () => Organisation;
  readonly catalogue: () => Catalogue;
  readonly calendars: Calendars;
  readonly sessions: Sessions;
  readonly factors: SecondFactors;
  readonly staffing: StaffingDeps;
  readonly codes: ReturnType<typeof oneTimeCodes>;
  readonly papers: Papers;
  readonly notices: Notices;
  readonly bell: Bell;
  readonly dossiers: DossierDeps;
  readonly payments: PaymentDeps;
  readonly books: BookDeps;
  readonly post: PostDeps;
  readonly evaluation: EvaluationDeps;
  /** Where the built assets lie. */
  readonly distFolder: string;
  readonly close: () => Promise<void>;
};

export async function openDeps({
  config,
  log,
  clock,
  databaseUrl,
  projectFolder,
}: {
  config: Config;
  log: Log;
  clock: Clock;
  databaseUrl: string;
  projectFolder: string;
}): Promise<Deps> {
  const metrics = openMetrics();
  const database = openDatabase({
    url: databaseUrl,
    max: config.databasePoolSize,
    onClientError: (error) => log.warn({ error: error.message }, "A database connection broke"),
  });
  const { db, pool } = database;
  const cityFolder = join(projectFolder, "cities", config.city);
  const sealing = openSealing({ keyFile: config.masterKeyFile });
  const [organisation, catalogue, calendars, files] = await Promise.all([
    openOrganisation(db, clock),
    openCatalogue(db, readGuidance(cityFolder)),
    loadCalendars(db),
    openFileStore({ folder: join(config.dataFolder, "files"), sealing }),
  ]);
  const city = readCity(cityFolder);
  const factors = openSecondFactors({ db, clock, sealing, site: `Một cửa ${city.name}` });
  const { isStaffFactorRequired } = config;
  const sessions = openSessions({
    db,
    clock,
    dayOf,
    demoAllowed: config.mode === "demo",
    factors,
    isStaffFactorRequired,
    recipientOf: (typed) => recipientOf(sealing, typed),
  });
  const secrets = openSecrets(config.masterKeyFile, "lookup secrets");

  const calendarOfUnit = (unitId: number) => calendars.forUnit(organisation.current().getById(unitId).code);
  const calendarOf: DossierDeps["calendarOf"] = (version, unitId) =>
    dossierCalendar(calendarOfUnit(unitId), version.definition.deadline);
  const shared = {
    pool,
    database,
    clock,
    sealing,
    secrets,
    catalogue: catalogue.current,
    organisation: organisation.current,
    calendarOf,
    dayOf,
    codes: codeBlocks(db, Date.now),
    firstAnswerBy: (unitId: number, at: Date) => firstAnswer(calendarOfUnit(unitId), at),
    checkAnswers: answersChecker(clock),
    uploadersOf: (ids: readonly string[]) => findUploaders(db, ids),
  };
  const papers = await openPapers({
    config,
    cityFolder,
    files,
    organisation: organisation.current,
    database,
    clock,
    sealing,
  });
  const notices = openNotices({
    config,
    cityFolder,
    city,
    organisation: organisation.current,
    database,
    sealing,
    clock,
  });
  const bell = openBell({ database, organisation: organisation.current, log });
  const desk = deskPapers({
    templates: papers.templates.inUse,
    city,
    organisation: organisation.current,
    catalogue: catalogue.current,
    origin: config.origin,
    files,
    issuer: papers.issuer,
  });
  const submitter = submitDossiers(shared);
  const mayLook = rateLimit({ perMinute: 60, burst: 60, now: Date.now });
  const dossiers: DossierDeps = {
    ...shared,
    submitter,
    origin: config.origin,
    issuePaper: papers.issue,
    readPaper: papers.read,
    issueOrdered: papers.issueOrdered,
    setSlipCopy: papers.setSlipCopy,
    listOrdered: papers.listOrdered,
    setDraft: papers.setDraft,
    acknowledgement: papers.acknowledgement,
    readUpload: papers.readUpload,
    nameOfUpload: papers.nameOfUpload,
    describeUploads: papers.describeUploads,
    phrases: readPhrases(cityFolder),
    workingCalendarOf: calendarOfUnit,
    // Strangers share one allowance per code, so that guessing its secret gains nothing; a code alone shows no person.
    // None per address or in all: an office shares one address, and one visitor must not shut out the others.
    mayLookUp: (visitor, code) =>
      visitor.kind === "anonymous" ? mayLook(`code:${code}`) : mayLook(`account:${visitor.accountId}`),
  };
  return {
    config,
    log,
    clock,
    metrics,
    database,
    sealing,
    files,
    city,
    sources: readSources(cityFolder),
    organisation: organisation.current,
    catalogue: catalogue.current,
    calendars,
    sessions,
    factors,
    codes: oneTimeCodes({ notices, city, origin: config.origin, log }),
    staffing: { db, clock, dayOf, organisation: organisation.current, sessions, factors },
    papers,
    notices,
    bell,
    dossiers,
    payments: {
      ...dossiers,
      dossiers,
      accounts: readAccounts(cityFolder),
      receipts: feeReceipts({
        templates: papers.templates.inUse,
        organisation: organisation.current,
        catalogue: catalogue.current,
        origin: config.origin,
        issuer: papers.issuer,
      }),
    },
    books: { ...shared, ...desk },
    post: { ...shared, dossiers, ...desk },
    evaluation: {
      ...dossiers,
      dossiers,
      slipKeys: openSecrets(config.masterKeyFile, "evaluation slips"),
      setSlip: evaluationSlips({
        templates: papers.templates.inUse,
        organisation: organisation.current,
        origin: config.origin,
        clock,
      }),
    },
    distFolder: join(projectFolder, "dist"),
    async close() {
      bell.close();
      await submitter.drained();
      await database.close();
    },
  };
}

/** Secrets on papers hang on the master key, so that no copy of the database can make them. */
function openSecrets(masterKeyFile: string, purpose: "lookup secrets" | "evaluation slips"): LookupSecrets {
  return lookupSecrets(createHmac("sha256", readFileSync(masterKeyFile)).update(purpose).digest());
}

function firstAnswer(calendar: ReturnType<Calendars["forUnit"]>, at: Date): Date {
  return dossierCalendar(calendar, { value: 1, unit: "working_day", note: null, workingHours: 8 }).firstAnswerBy(at);
}

/** Holds answers to the form of a version as of the day of this clock; faults are told in both languages. */
export function answersChecker(clock: Clock): DossierDeps["checkAnswers"] {
  return (version, answers) => {
    const result = checkAnswers(formOf(version.definition), answers, dayOf(clock.now()));
    if (result.ok) return accepted(result.value);
    return refused(
      result.refusal.map(({ path, code, message }) => ({
        path: `/answers/${path.replaceAll(".", "/")}`,
        code,
        message: `${message.vi} / ${message.en}`,
      })),
    );
  };
}

/** The routes of every feature, in the order in which they are asked. */
import { declareBookApi, declareBookPages } from "#features/books/index.ts";
import { declareCalendarApi } from "#features/calendar/index.ts";
import { declareCatalogueApi, declareCataloguePages } from "#features/catalogue/index.ts";
import {
  declareTemplatePages,
  declareUploadsApi,
  declareVerificationPages,
  declareVerificationsApi,
} from "#features/documents/index.ts";
import {
  type ApplyDeps,
  bothSlots,
  declareApplyPages,
  declareBroughtSupplement,
  declareCorrectionPages,
  declareCounterPages,
  declareDeskPages,
  declareDossierApi,
  declareDossierFiles,
  declareFollowingPages,
  declareManyApi,
  declarePaperOrders,
  declareSupplementPages,
  draftsOf,
  orderedPapersSlot,
} from "#features/dossiers/index.ts";
import { compileJsonSchema, formOf } from "#features/eforms/index.ts";
import {
  declareEvaluationApi,
  declareEvaluationDesk,
  declareEvaluationPages,
  deskEvaluation,
  ownEvaluation,
} from "#features/evaluation/index.ts";
import {
  createRoutes,
  declareBeginPages,
  declareOpeningPages,
  declareOwnFactorPages,
  declareOwnPasswordPages,
  declareOwnSessionPages,
  declareProofPage,
  declareStaffPages,
  type Routes,
  sessionApi,
  sessionCookie,
  signInPages,
} from "#features/identity/index.ts";
import {
  ChoicesLink,
  declareChoicePages,
  declareNoticeDeskPages,
  declareNoticeReports,
  type NotificationDeps,
  type PumpState,
} from "#features/notifications/index.ts";
import {
  declareCashBookApi,
  declareCashBookPages,
  declareDeskMoneyPages,
  declareOwnMoneyPages,
  declarePaymentsApi,
  deskMoney,
  moneyDocumentOf,
  ownMoney,
} from "#features/payments/index.ts";
import { declarePostPages, deskParcels, ownParcels, parcelDocuments } from "#features/post/index.ts";
import {
  declareDigitisationApi,
  declareDigitisationPage,
  declareDirectionPages,
  declareFiguresApi,
} from "#features/supervision/index.ts";
import {
  declareLoadPages,
  declarePrintPages,
  declareTogetherPages,
  declareViewPages,
  declareWorklistApi,
  declareWorklistPages,
  type WorklistDeps,
} from "#features/worklists/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { preferencesPath } from "#ui/layouts/index.ts";
import { apiDocumentRoutes } from "./api-document/routes.tsx";
import type { Deps } from "./deps.ts";
import { changePreferences, type Site } from "./site/site.tsx";

/** `pumps`: how the ways out of this process stand, where a worker runs in it. */
export function declareFeatures(
  deps: Deps,
  site: Site,
  pumps: () => readonly PumpState[] | null = () => null,
): readonly Routes[] {
  const api = createRoutes();
  const { organisation, catalogue, clock, calendars, city, sources, config } = deps;
  const catalogueDeps = { clock, organisation, catalogue, city, sources, origin: config.origin, links: onwardLinks };
  declareCatalogueApi(api, catalogueDeps, (definition) => compileJsonSchema(formOf(definition), dayOf(clock.now())));
  declareCalendarApi(api, { calendars, isUnit: (code) => organisation().byCode(code) !== undefined });
  const uploads = {
    db: deps.database.db,
    files: deps.files,
    sealing: deps.sealing,
    clock,
    maxUploadBytes: config.maxUploadBytes,
  };
  declareUploadsApi(api, uploads);
  declareDossierApi(api, deps.dossiers, async (dossier, visitor) => ({
    ...(await moneyDocumentOf(deps.payments, dossier, visitor)),
    ...(await parcelDocuments(deps.post)(dossier, visitor)),
  }));
  declareManyApi(api, deps.dossiers);
  declarePaymentsApi(api, deps.payments);
  declareCashBookApi(api, deps.payments);
  declareBookApi(api, deps.books);
  const verification = {
    db: deps.database.db,
    files: deps.files,
    clock,
    organisation,
    trustedRoots: [deps.papers.root],
  };
  declareVerificationsApi(api, verification);
  declareWorklistApi(api, worklistDeps(deps));
  declareFiguresApi(api, supervisionDeps(deps));
  declareDigitisationApi(api, supervisionDeps(deps));
  declareEvaluationApi(api, deps.evaluation);

  const pages = createRoutes();
  const isSecure = config.origin.startsWith("https://");
  pages.get(preferencesPath, { allow: "anyone", record: "preferences.change" }, (c) => changePreferences(c, isSecure));
  pages.get("/giao-dien", { allow: "anyone", record: "gallery.read" }, (c) => site.gallery(c, c.req.query("phan")));
  declareCataloguePages(pages, catalogueDeps, site.citizen);
  const applyDeps: ApplyDeps = { ...deps.dossiers, uploads, show: site.citizen, isSecure };
  declareApplyPages(pages, applyDeps);
  declareWorklistPages(pages, worklistDeps(deps), site.staff);
  declareLoadPages(pages, worklistDeps(deps), site.staff);
  declareViewPages(pages, worklistDeps(deps), site.staff);
  declareTogetherPages(pages, { ...worklistDeps(deps), dossiers: deps.dossiers }, site.staff);
  declarePrintPages(pages, { dossiers: deps.dossiers, issuedPapers: deps.papers.issuedOf }, site.staff);
  declareVerificationPages(pages, verification, site.citizen);
  declareTemplatePages(pages, deps.papers.templates, site.staff);
  declareDirectionPages(pages, supervisionDeps(deps), site.direction);
  declareDigitisationPage(pages, supervisionDeps(deps), site.direction);
  const onDesk = bothSlots(
    deskMoney(deps.payments),
    orderedPapersSlot(deps.dossiers),
    deskParcels(deps.post),
    deskEvaluation(deps.evaluation),
  );
  declareDeskPages(pages, deps.dossiers, site.staff, onDesk);
  declarePaperOrders(api, pages, deps.dossiers);
  declareCorrectionPages(pages, deps.dossiers, site.staff);
  declareDeskMoneyPages(pages, deps.payments, site.staff);
  declareCashBookPages(pages, deps.payments, site.staff);
  declareBookPages(pages, deps.books, site.staff);
  declarePostPages(pages, deps.post, site.staff);
  declareCounterPages(pages, { ...applyDeps, show: site.staff });
  declareBroughtSupplement(pages, { ...applyDeps, show: site.staff });
  declareDossierFiles(pages, deps.dossiers);
  declareSupplementPages(pages, applyDeps);
  declareFollowingPages(pages, deps.dossiers, site.citizen, {
    draftsOf: (c, accountId) => draftsOf(applyDeps, c, accountId),
    channelsLink: (language) => ChoicesLink({ language }),
    added: bothSlots(ownMoney(deps.payments), ownParcels(deps.post), ownEvaluation(deps.evaluation)),
  });
  declareEvaluationPages(pages, deps.evaluation, site.citizen);
  declareEvaluationDesk(pages, deps.evaluation, site.staff);
  declareOwnMoneyPages(pages, deps.payments, site.citizen);
  const notificationDeps = notificationDepsOf(deps, pumps);
  declareChoicePages(pages, notificationDeps, site);
  declareNoticeDeskPages(pages, notificationDeps, site.staff);
  declareNoticeReports(pages, notificationDeps);
  const ownAccount = { sessions: deps.sessions, cookie: sessionCookie(isSecure), site };
  declareOwnSessionPages(pages, ownAccount);
  const ownFactors = { factors: deps.factors, clock: deps.clock, isStaffFactorRequired: config.isStaffFactorRequired };
  declareOwnFactorPages(pages, { ...ownAccount, ...ownFactors });
  declareProofPage(pages, ownAccount);
  const { db } = deps.database;
  declareBeginPages(pages, { ...deps.staffing, staffPasswordLength: config.staffPasswordLength }, site.citizen);
  const isDemo = config.mode === "demo";
  declareOpeningPages(pages, { ...deps, db, cookie: ownAccount.cookie, isDemo, show: site.citizen });
  declareStaffPages(pages, { ...deps.staffing, origin: config.origin }, site.staff);
  declareOwnPasswordPages(pages, {
    ...ownAccount,
    db: deps.database.db,
    staffPasswordLength: config.staffPasswordLength,
  });
  const signIn = signInPages({
    sessions: deps.sessions,
    cookie: sessionCookie(isSecure),
    isDemo: config.mode === "demo",
    show: site.citizen,
  });
  const declared = [sessionApi({ sessions: deps.sessions }), api, signIn, pages];
  const documented = apiDocumentRoutes({
    declaredBefore: declared.flatMap((routes) => routes.declared),
    origin: config.origin,
    show: site.citizen,
  });
  return [...declared, documented];
}

export const onwardLinks = {
  apply: (procedureCode: string, unitCode?: string) =>
    `/nop-ho-so/${encodeURIComponent(procedureCode)}${unitCode === undefined ? "" : `?unit=${encodeURIComponent(unitCode)}`}`,
  lookUp: { action: "/tra-cuu", parameter: "ma" },
} as const;

function worklistDeps(deps: Deps): WorklistDeps {
  const { clock, sealing, organisation, catalogue } = deps;
  return { db: deps.database.db, clock, sealing, organisation, catalogue, today: () => dayOf(clock.now()) };
}

function supervisionDeps({ clock, organisation, catalogue, database: { db } }: Deps) {
  return { db, clock, organisation, catalogue };
}

function notificationDepsOf(deps: Deps, pumps: NotificationDeps["pumps"]): NotificationDeps {
  const { notices, config } = deps;
  return {
    ...deps,
    origin: config.origin,
    isDemo: config.mode === "demo",
    templates: notices.templates,
    links: notices.links,
    quiet: config.notices.quiet,
    on: notices.carriers.map(({ channel }) => channel),
    off: notices.off,
    pumps,
    pretended: notices.pretended,
    zalo: notices.zalo,
  };
}

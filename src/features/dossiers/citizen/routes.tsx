import { type Applicant, findInboxReadAt, type Page, type Routes, setInboxReadAt } from "#features/identity/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { BadInputError, ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { formatInstantWithWeekday, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { Confirmation } from "#ui/confirmation/confirmation.tsx";
import { readDossierCode } from "../code.ts";
import type { DossierDeps } from "../deps.ts";
import type { Dossier } from "../dossier.ts";
import { type DossierView, viewDossier } from "../dossier-view.ts";
import { moveDossier, nothingSaid } from "../move-dossier.ts";
import { dossierPaths } from "../paths.ts";
import { countUnreadNotices, findDossierByCode, listInboxEvents, listOwnDossiers } from "../queries.ts";
import { refusalWords } from "../refusal-words.ts";
import { offeredMoves, partsNow, seen, viewDeps } from "../seen.ts";
import type { ShowPage } from "../show.ts";
import type { DossierSlot } from "../slot.ts";
import { dossierTexts } from "../texts/index.ts";
import {
  type Attachment,
  ConfirmMoveMain,
  componentName,
  DossierMain,
  InboxMain,
  LookUpMain,
  MineMain,
  ProgressMain,
} from "./following.tsx";
import { followingTexts } from "./texts.ts";

const pageSize = 25;

export function declareFollowingPages(
  routes: Routes,
  deps: DossierDeps,
  show: ShowPage,
  {
    draftsOf,
    channelsLink,
    added,
  }: {
    /** What the account has begun and not sent yet; another feature's, shown above the list. */
    readonly draftsOf: (c: Page, accountId: string) => Promise<Child>;
    /** Where a person chooses what else tells them; of a feature above, shown in the inbox. */
    readonly channelsLink: (language: Language) => Child;
    readonly added: DossierSlot;
  },
): void {
  const { organisation, catalogue } = deps;
  const nameOf = (dossier: { readonly procedureVersionId: number }, language: "vi" | "en") => {
    const { definition } = catalogue().getById(dossier.procedureVersionId);
    return language === "vi" ? definition.name : definition.nameEn;
  };

  routes.get(dossierPaths.lookUp.pattern, { allow: "anyone", record: "dossier.lookUp.page" }, async (c) => {
    const language = c.get("language");
    const typed = c.req.query("ma");
    if (typed !== undefined && typed.trim() !== "") return lookUp(c, typed, "");
    return show(c, { title: followingTexts(language).lookUpTitle, main: <LookUpMain language={language} /> });
  });

  routes.post(dossierPaths.lookUp.pattern, { allow: "anyone", record: "dossier.lookUp" }, async (c) => {
    // A form that is sent, not an address: the secret must not stay in a history or a log.
    const form = await readForm(c.req.raw);
    return lookUp(c, form.get("ma") ?? "", form.get("bi-mat") ?? "");
  });

  async function lookUp(c: Page, typed: string, secret: string): Promise<Response> {
    const language = c.get("language");
    const t = followingTexts(language);
    const again = (fault: string, status: number) =>
      show(c, {
        title: t.lookUpTitle,
        hasErrors: true,
        status,
        main: <LookUpMain language={language} typed={typed.slice(0, 80)} fault={fault} />,
      });
    const code = readDossierCode(typed);
    if (!deps.mayLookUp(c.get("visitor"), code ?? "")) return again(t.tooMany, 429);
    const dossier = code === undefined ? undefined : await findDossierByCode(deps.database.db, code);
    if (dossier === undefined) return again(t.noSuchCode, 404);
    if (secret.trim() !== "") {
      if (!deps.secrets.fits(dossier.id, secret)) return again(t.wrongSecret, 422);
      const view = await viewDossier(viewDeps(deps), dossier);
      return show(c, {
        title: `${t.dossier} ${dossier.code}`,
        isPrivate: true,
        main: (
          <DossierMain
            view={view}
            organisation={organisation()}
            language={language}
            moves={[]}
            isOwner={false}
            attachments={[]}
            added={await added(c, view)}
            parts={partsNow(deps, view)}
            now={deps.clock.now()}
          />
        ),
      });
    }
    return show(c, {
      title: `${t.dossier} ${dossier.code}`,
      isPrivate: true,
      main: (
        <ProgressMain
          dossier={dossier}
          procedureName={nameOf(dossier, language)}
          organisation={organisation()}
          language={language}
        />
      ),
    });
  }

  routes.get(dossierPaths.mine.pattern, { allow: "signed-in", record: "account.dossiers" }, async (c) => {
    const language = c.get("language");
    const visitor = c.get("visitor");
    if (visitor.kind === "official") return c.redirect("/can-bo", 303);
    const { accountId } = applicant(c);
    const rows = await listOwnDossiers(deps.database.db, accountId, readPlace(c.req.query("sau")), pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const readAt = await findInboxReadAt(deps.database.db, accountId);
    const unread = await countUnreadNotices(deps.database.db, accountId, readAt, 100);
    const nextHref =
      rows.length > pageSize && last
        ? dossierPaths.mine(undefined, { sau: `${last.submittedAt.toISOString()}_${last.id}` })
        : undefined;
    return show(c, {
      title: followingTexts(language).mine,
      isPrivate: true,
      main: (
        <MineMain
          language={language}
          drafts={await draftsOf(c, accountId)}
          nextHref={nextHref}
          unread={unread}
          rows={shown.map((row) => ({
            code: row.code,
            title: nameOf(row, language),
            owner: row.ownerName,
            dossier: { ...row, state: row.state as Dossier["state"] },
          }))}
        />
      ),
    });
  });

  routes.get(dossierPaths.inbox.pattern, { allow: "applicant", record: "account.inbox" }, async (c) => {
    const language = c.get("language");
    const { accountId } = applicant(c);
    const readAt = await findInboxReadAt(deps.database.db, accountId);
    const events = await listInboxEvents(deps.database.db, accountId, 100);
    await setInboxReadAt(deps.database.db, accountId, deps.clock.now());
    return show(c, {
      title: followingTexts(language).inbox,
      isPrivate: true,
      before: <BackLink href={dossierPaths.mine()} language={language} />,
      main: (
        <InboxMain
          language={language}
          channelsLink={channelsLink(language)}
          rows={events.map((event) => ({
            code: event.code,
            title: nameOf(event, language),
            event: event.type,
            at: event.at,
            unit: event.unitId === null ? null : unitName(organisation().getById(event.unitId), language),
            isNew: event.type !== "submit" && (readAt === null || event.at > readAt),
          }))}
        />
      ),
    });
  });

  routes.get(dossierPaths.own.pattern, { allow: "applicant", record: "dossier.read" }, async (c) =>
    ownPage(c, await ownView(c, c.req.param("code")), undefined, 200),
  );

  async function ownView(c: Page, code: string): Promise<DossierView> {
    return viewDossier(viewDeps(deps), await seen(deps, c.get("visitor"), code));
  }

  async function ownPage(c: Page, view: DossierView, fault: string | undefined, status: number): Promise<Response> {
    const language = c.get("language");
    return show(c, {
      title: `${followingTexts(language).dossier} ${view.dossier.code}`,
      isPrivate: true,
      status,
      hasErrors: fault !== undefined,
      before: <BackLink href={dossierPaths.mine()} language={language} />,
      main: (
        <DossierMain
          view={view}
          organisation={organisation()}
          language={language}
          moves={offeredMoves(deps, view, c.get("visitor"))}
          isOwner
          attachments={await attachmentsOf(deps, view)}
          fault={fault}
          added={await added(c, view)}
          parts={partsNow(deps, view)}
          now={deps.clock.now()}
        />
      ),
    });
  }

  routes.get(dossierPaths.ownMove.pattern, { allow: "applicant", record: "dossier.move.page" }, async (c) => {
    const view = await ownView(c, c.req.param("code"));
    const move = c.req.param("move");
    const language = c.get("language");
    const t = followingTexts(language);
    const back = <BackLink href={dossierPaths.own({ code: view.dossier.code })} language={language} />;
    const offered = offeredMoves(deps, view, c.get("visitor"));
    if (move === "recall" || move === "withdraw") {
      if (!offered.includes(move)) return ownPage(c, view, dossierTexts(language).refusals["not-legal-now"], 409);
      return show(c, {
        title: t.confirm[move].title,
        isPrivate: true,
        before: back,
        main: (
          <ConfirmMoveMain dossier={view.dossier} move={move} language={language} seenEvent={view.dossier.eventCount} />
        ),
      });
    }
    throw new NotFoundError("move", move);
  });

  routes.post(dossierPaths.ownMove.pattern, { allow: "applicant", record: "dossier.move" }, async (c) => {
    const by = applicant(c);
    const move = c.req.param("move");
    const language = c.get("language");
    const dossier = await seen(deps, by, c.req.param("code"));
    if (move !== "recall" && move !== "withdraw") throw new NotFoundError("move", move);
    const form = await readForm(c.req.raw);
    const result = await moveDossier(deps, by, dossier.id, move, {
      ...nothingSaid,
      seenEvent: Number(form.get("seenEvent")) || null,
    });
    if (!result.ok) return ownPage(c, await ownView(c, dossier.code), refusalWords(result.refusal, language), 409);
    return c.redirect(dossierPaths.own({ code: dossier.code }), 303);
  });

  routes.get(dossierPaths.receipt.pattern, { allow: "applicant", record: "dossier.receipt" }, async (c) => {
    const language = c.get("language");
    const t = followingTexts(language);
    const dossier = await seen(deps, c.get("visitor"), c.req.param("code"));
    const facts = [
      { key: t.unit, value: unitName(organisation().getById(dossier.receivingUnitId), language) },
      ...(dossier.actBy === null ? [] : [{ key: t.firstAnswer, value: formatInstantWithWeekday(dossier.actBy) }]),
      { key: t.secret, value: <span class="code">{deps.secrets.secretOf(dossier.id)}</span> },
    ];
    return show(c, {
      title: t.submittedTitle,
      isPrivate: true,
      main: (
        <Confirmation
          language={language}
          title={t.submittedTitle}
          code={dossier.code}
          subject={nameOf(dossier, language)}
          facts={facts}
          qrHref={`${deps.origin}${dossierPaths.lookUp(undefined, { ma: dossier.code })}`}
          next={[...t.nextSteps, t.recallHint]}
          actions={
            <ButtonGroup>
              <LinkButton href={dossierPaths.own({ code: dossier.code })}>{t.follow}</LinkButton>
              <LinkButton kind="secondary" href={dossierPaths.paper({ code: dossier.code, paper: "receipt" })}>
                {t.print}
              </LinkButton>
            </ButtonGroup>
          }
        />
      ),
    });
  });
}

export async function attachmentsOf(deps: DossierDeps, view: DossierView): Promise<readonly Attachment[]> {
  const sent = view.content?.components ?? [];
  return Promise.all(
    sent.flatMap((component) =>
      component.uploadIds.map(async (uploadId) => ({
        componentName: componentName(view, component.componentKey) ?? component.componentKey,
        name: (await deps.nameOfUpload(uploadId)) ?? uploadId,
        href: dossierPaths.attachment({ code: view.dossier.code, uploadId }),
      })),
    ),
  );
}

function applicant(c: Page): Applicant {
  const visitor = c.get("visitor");
  if (visitor.kind !== "citizen" && visitor.kind !== "business") throw new ForbiddenError("For applicants only");
  return visitor;
}

function readPlace(text: string | undefined): { submittedAt: Date; id: string } | null {
  if (text === undefined) return null;
  const [at, id] = text.split("_");
  const submittedAt = new Date(at ?? "");
  if (Number.isNaN(submittedAt.getTime()) || id === undefined || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new BadInputError("badInput", [{ path: "sau", code: "unknown", message: text.slice(0, 100) }], 400);
  }
  return { submittedAt, id };
}

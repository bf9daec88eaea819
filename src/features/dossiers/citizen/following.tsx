/** What a person sees of a dossier: how far it is, what comes next, and what they may still do. */

import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatDay, formatInstant, formatInstantWithWeekday, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Button, ButtonGroup, LinkButton } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import { TextInput } from "#ui/text-input/text-input.tsx";
import { type Moment, Timeline } from "#ui/timeline/timeline.tsx";
import type { ContentChanges } from "../content-changes.ts";
import { Corrected, CorrectionShown } from "../corrected.tsx";
import type { Dossier } from "../dossier.ts";
import { channelName, channels } from "../dossier.ts";
import type { DossierView } from "../dossier-view.ts";
import { lateBodies, missedDay } from "../late-bodies.ts";
import { LateBodiesNotice } from "../late-bodies-notice.tsx";
import type { Part } from "../linked.ts";
import { eventWords, LinkedParts } from "../linked-parts.tsx";
import { isForApplicant, isSaidToApplicant, type MoveName } from "../moves.ts";
import { PathOfDossier } from "../path-of-dossier.tsx";
import { dossierPaths } from "../paths.ts";
import { type DossierSlot, inOrder } from "../slot.ts";
import { stateTone } from "../state-tone.ts";
import { dossierTexts } from "../texts/index.ts";
import { followingTexts } from "./texts.ts";

export function LookUpMain({
  language,
  typed = "",
  fault,
}: {
  language: Language;
  typed?: string;
  fault?: string | undefined;
}) {
  const t = followingTexts(language);
  return (
    <>
      {fault !== undefined && <ErrorSummary language={language} faults={[{ fieldId: "ma", message: fault }]} />}
      <h1>{t.lookUpTitle}</h1>
      <p class="lead">{t.lookUpLead}</p>
      <form method="post" action={dossierPaths.lookUp()} novalidate>
        <TextInput
          name="ma"
          id="ma"
          label={t.code}
          hint={t.codeHint}
          value={typed}
          error={fault}
          language={language}
          autocapitalize="characters"
          spellcheck={false}
          width={20}
        />
        <TextInput
          name="bi-mat"
          id="bi-mat"
          label={t.secret}
          hint={t.secretHint}
          language={language}
          autocapitalize="characters"
          spellcheck={false}
          autocomplete="off"
          width={20}
          optional
        />
        <Button>{t.lookUpButton}</Button>
      </form>
    </>
  );
}

/** For anybody with the code: how far it is, and nothing about a person. */
export function ProgressMain({
  dossier,
  procedureName,
  organisation,
  language,
}: {
  dossier: Dossier;
  procedureName: string;
  organisation: Organisation;
  language: Language;
}) {
  const t = followingTexts(language);
  return (
    <>
      <h1>
        {t.dossier} <span class="code">{dossier.code}</span>
      </h1>
      <p>
        <StatusTag tone={stateTone(dossier.state)}>{dossierTexts(language).states[dossier.state]}</StatusTag>
      </p>
      <SummaryList
        language={language}
        rows={[
          { key: t.procedure, value: procedureName },
          { key: t.unit, value: unitName(organisation.getById(dossier.receivingUnitId), language) },
          { key: t.submittedAt, value: formatInstant(dossier.submittedAt) },
          ...(dossier.dueAt === null
            ? []
            : [{ key: t.dueAt, value: formatInstantWithWeekday(dossier.dueAt, language) }]),
        ]}
      />
      <Notice language={language}>{t.moreWithSecret}</Notice>
    </>
  );
}

const isUnderWay = ({ state }: Dossier) => state === "accepted" || state === "inProgress";

export type Followed = {
  readonly view: DossierView;
  readonly organisation: Organisation;
  readonly language: Language;
  readonly moves: readonly MoveName[];
  readonly isOwner: boolean;
  readonly attachments: readonly Attachment[];
  readonly fault?: string | undefined;
  readonly added: Awaited<ReturnType<DossierSlot>>;
  readonly parts: readonly Part[] | null;
  readonly now: Date;
};
export type Attachment = { readonly componentName: string; readonly name: string; readonly href: string };

export function DossierMain({
  view,
  organisation,
  language,
  moves,
  isOwner,
  attachments,
  fault,
  added,
  parts,
  now,
}: Followed) {
  const { dossier, version, timeline } = view;
  const t = followingTexts(language);
  const words = dossierTexts(language);
  const request = timeline.findLast((entry) => entry.type === "requestSupplement");
  const refusal = timeline.findLast((entry) => entry.type === "refuse");
  // What the applicant has to do stands at the top with the reason; what they merely may do comes last.
  const others = moves.filter((move) => move !== "supplement");
  const papers = timeline.flatMap((entry) =>
    entry.paper === null ||
    !isForApplicant(entry.paper.kind) ||
    (entry.paper.kind === "result" && dossier.state !== "returned")
      ? []
      : [entry.paper.kind],
  );
  return (
    <>
      {fault !== undefined && <ErrorSummary language={language} faults={[{ message: fault }]} />}
      <h1>{language === "vi" ? version.definition.name : version.definition.nameEn}</h1>
      <p>
        <StatusTag tone={stateTone(dossier.state)}>{words.states[dossier.state]}</StatusTag>
      </p>
      <Notice
        language={language}
        title={t.next}
        kind={dossier.state === "awaitingSupplement" ? "warning" : "information"}
      >
        <p>{words.next[dossier.state]}</p>
        {dossier.state === "awaitingSupplement" && request !== undefined && (
          <ul>
            {request.faults.map((one) => (
              <li>
                {componentName(view, one.componentKey) ?? one.legalBasis}: {one.message}
              </li>
            ))}
          </ul>
        )}
        {dossier.state === "finished" && dossier.remindedAt !== null && dossier.resultChannel === channels.counter && (
          <p>{t.waitsForYou(unitName(organisation.getById(dossier.receivingUnitId), language))}</p>
        )}
        {dossier.state === "refused" && refusal?.note && <p>{refusal.note}</p>}
        {dossier.rescheduledCount > 0 && isUnderWay(dossier) && <p>{t.apology}</p>}
        {isOwner && moves.includes("supplement") && (
          <p>
            <LinkButton href={dossierPaths.supplement({ code: dossier.code })}>{words.moves.supplement}</LinkButton>
          </p>
        )}
      </Notice>
      <LateBodiesNotice
        bodies={lateBodies(view, now)}
        reader="applicant"
        organisation={organisation}
        language={language}
      />
      <SummaryList
        language={language}
        rows={[
          { key: t.code, value: <span class="code">{dossier.code}</span> },
          { key: t.unit, value: unitName(organisation.getById(dossier.receivingUnitId), language) },
          { key: t.submittedAt, value: formatInstant(dossier.submittedAt) },
          ...(dossier.dueAt === null
            ? []
            : [{ key: t.dueAt, value: formatInstantWithWeekday(dossier.dueAt, language) }]),
          ...(dossier.originalDueAt !== null &&
          dossier.dueAt !== null &&
          dossier.originalDueAt.getTime() !== dossier.dueAt.getTime()
            ? [{ key: t.originalDueAt, value: formatInstantWithWeekday(dossier.originalDueAt, language) }]
            : []),
          { key: t.resultChannel, value: words.channels[channelName(dossier.resultChannel)] },
        ]}
      />
      {added.section}
      <h2>{t.path}</h2>
      <PathOfDossier view={view} organisation={organisation} language={language} label={t.path} />
      <LinkedParts parts={parts} view={view} reader="applicant" organisation={organisation} language={language} />
      <h2>{t.papers}</h2>
      <ul>
        {(papers.includes("receipt") ? papers : ["receipt", ...papers]).map((kind) => (
          <li>
            <a href={dossierPaths.paper({ code: dossier.code, paper: kind })}>
              {paperName(kind, papers.includes("receipt"), language)} (PDF)
            </a>
          </li>
        ))}
        {attachments.map((attachment) => (
          <li>
            <a href={attachment.href}>{attachment.name}</a> <span class="quiet">· {attachment.componentName}</span>
          </li>
        ))}
      </ul>
      <h2>{t.history}</h2>
      <Timeline label={t.history} moments={inOrder(moments(view, organisation, language), added.moments)} />
      {isOwner && others.length > 0 && (
        <section>
          <h2>{t.yourMoves}</h2>
          <ButtonGroup>
            {others.map((move) => (
              <LinkButton kind="secondary" href={dossierPaths.ownMove({ code: dossier.code, move })}>
                {words.moves[move]}
              </LinkButton>
            ))}
          </ButtonGroup>
        </section>
      )}
    </>
  );
}

/** Newest first: unit, role and time, never an official's name. */
export function moments(view: DossierView, organisation: Organisation, language: Language): readonly Moment[] {
  const words = dossierTexts(language);
  return view.timeline.toReversed().map(
    (entry): Moment => ({
      at: entry.at,
      title: eventWords(view.timeline, entry, language),
      by: entry.unitId === null ? words.applicant : unitName(organisation.getById(entry.unitId), language),
      detail:
        entry.faults.length > 0
          ? faultList(view, entry.faults)
          : entry.changes === null
            ? (answeredLate(view, entry, language) ?? toldOf(entry, language))
            : changeList(view, entry.changes, language),
      tone:
        entry.type === "approve" || entry.type === "returnResult"
          ? "good"
          : entry.type === "refuse" || entry.type === "apologise" || missedDay(view.timeline, entry) !== null
            ? "late"
            : undefined,
    }),
  );
}

/** Of an opinion the applicant is told whether it came in time, and not what it says. */
function answeredLate(view: DossierView, entry: DossierView["timeline"][number], language: Language): Child {
  const missed = missedDay(view.timeline, entry);
  return missed === null ? undefined : (
    <p>
      {dossierTexts(language).lateBodies.answeredLate} {formatInstant(missed)}
    </p>
  );
}

/** The words meant for the applicant: a reason, guidance, an apology with its new date. */
function toldOf(entry: DossierView["timeline"][number], language: Language): Child {
  if (entry.correction !== null && isSaidToApplicant(entry.correction.type)) {
    return (
      <Corrected entry={entry} language={language}>
        <CorrectionShown entry={entry} language={language} />
      </Corrected>
    );
  }
  if (!isSaidToApplicant(entry.type) || entry.note === null) return undefined;
  return (
    <Corrected entry={entry} language={language}>
      <p>{entry.note}</p>
      {entry.newDueOn !== null && <p>{followingTexts(language).promised(formatDay(entry.newDueOn))}</p>}
    </Corrected>
  );
}

function faultList(view: DossierView, faults: DossierView["timeline"][number]["faults"]): Child {
  return (
    <ul>
      {faults.map((one) => (
        <li>
          {componentName(view, one.componentKey) ?? one.legalBasis}: {one.message}
        </li>
      ))}
    </ul>
  );
}

/** What a supplement changed, by name: the history may be read by whoever holds the lookup secret. */
function changeList(view: DossierView, { answers, files }: ContentChanges, language: Language): Child {
  const t = followingTexts(language);
  if (answers.length + files.length === 0) return undefined;
  return (
    <ul>
      {answers.map(({ group, field }) => (
        <li>{t.answerChanged(`${group.heading[language]}: ${field.label[language]}`)}</li>
      ))}
      {files.map(({ componentKey, added, removed }) => (
        <li>
          {componentName(view, componentKey) ?? componentKey}: {t.filesChanged(added.length, removed.length)}
        </li>
      ))}
    </ul>
  );
}

export function componentName(view: DossierView, componentKey: string | undefined): string | undefined {
  return view.version.definition.components.find((component) => component.componentKey === componentKey)?.name;
}

function paperName(kind: string, isAccepted: boolean, language: Language): string {
  const papers: Readonly<Record<string, string>> = dossierTexts(language).papers;
  if (kind === "receipt" && !isAccepted) return papers.acknowledgement ?? kind;
  return papers[kind] ?? kind;
}

export type OwnRow = {
  readonly code: string;
  readonly title: string;
  readonly owner: string;
  readonly dossier: Pick<Dossier, "state" | "submittedAt" | "dueAt">;
};

export function MineMain({
  rows,
  drafts,
  nextHref,
  language,
  unread,
}: {
  rows: readonly OwnRow[];
  drafts: Child;
  nextHref: string | undefined;
  language: Language;
  unread: number;
}) {
  const t = followingTexts(language);
  const words = dossierTexts(language);
  return (
    <>
      <h1>{t.mine}</h1>
      <p>
        <a href={dossierPaths.inbox()}>{t.inboxLink(unread)}</a>
      </p>
      {drafts}
      <h2>{t.sent}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t.noDossiers} action={<LinkButton href="/thu-tuc">{t.findProcedure}</LinkButton>} />
      ) : (
        <ul class="dossier-list">
          {rows.map((row) => (
            <li class="dossier-item">
              <p class="dossier-item-title">
                <a href={dossierPaths.own({ code: row.code })}>{row.title}</a>
              </p>
              <p class="dossier-item-facts">
                <StatusTag tone={stateTone(row.dossier.state)}>{words.states[row.dossier.state]}</StatusTag>{" "}
                <span class="code">{row.code}</span> · {row.owner}
              </p>
              <p class="quiet">
                {t.submittedAt}: {formatInstant(row.dossier.submittedAt)}
                {row.dossier.dueAt !== null && ` · ${t.dueAt}: ${formatInstant(row.dossier.dueAt)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination language={language} nextHref={nextHref} />
    </>
  );
}

export type InboxRow = {
  readonly code: string;
  readonly title: string;
  readonly event: keyof ReturnType<typeof dossierTexts>["events"];
  readonly at: Date;
  readonly unit: string | null;
  readonly isNew: boolean;
};

export function InboxMain({
  rows,
  language,
  channelsLink,
}: {
  rows: readonly InboxRow[];
  language: Language;
  channelsLink: Child;
}) {
  const t = followingTexts(language);
  const words = dossierTexts(language);
  return (
    <>
      <h1>{t.inbox}</h1>
      {channelsLink}
      {rows.length === 0 ? (
        <EmptyState title={t.noNotices} />
      ) : (
        <Timeline
          label={t.inbox}
          moments={rows.map((row) => ({
            at: row.at,
            title: (
              <>
                <a href={dossierPaths.own({ code: row.code })}>{words.events[row.event]}</a>
                {row.isNew && (
                  <>
                    {" "}
                    <StatusTag tone="calm">{t.new}</StatusTag>
                  </>
                )}
              </>
            ),
            by: row.unit ?? words.applicant,
            detail: (
              <>
                {row.title} · <span class="code">{row.code}</span>
              </>
            ),
          }))}
        />
      )}
    </>
  );
}

/** Asks once more before something that cannot be undone. */
export function ConfirmMoveMain({
  dossier,
  move,
  language,
  seenEvent,
}: {
  dossier: Dossier;
  move: "recall" | "withdraw";
  language: Language;
  seenEvent: number;
}) {
  const t = followingTexts(language);
  return (
    <>
      <h1>{t.confirm[move].title}</h1>
      <p>{t.confirm[move].lead}</p>
      <form method="post" action={dossierPaths.ownMove({ code: dossier.code, move })}>
        <input type="hidden" name="seenEvent" value={seenEvent} />
        <ButtonGroup>
          <Button kind="warning">{dossierTexts(language).moves[move]}</Button>
          <a href={dossierPaths.own({ code: dossier.code })}>{t.keep}</a>
        </ButtonGroup>
      </form>
    </>
  );
}

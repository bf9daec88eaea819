/** A dossier on an official's desk: what was asked, what was sent, how time stands, and what may be done now. */

import { type Answers, answerText, formOf } from "#features/eforms/index.ts";
import { identityTexts } from "#features/identity/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import {
  formatDay,
  formatInstant,
  formatInstantWithWeekday,
  formatMoney,
  type Language,
} from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { ClockBar, type ClockBarProps } from "#ui/clock-bar/clock-bar.tsx";
import { Details } from "#ui/details/details.tsx";
import { DossierFrame } from "#ui/dossier-frame/dossier-frame.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { SummaryList } from "#ui/summary-list/summary-list.tsx";
import { type Moment, Timeline } from "#ui/timeline/timeline.tsx";
import { componentName } from "../citizen/following.tsx";
import { DigitisationPart, DigitisedList } from "../digitisation/digitisation-part.tsx";
import { channelName } from "../dossier.ts";
import type { DossierView } from "../dossier-view.ts";
import { lateBodies, missedDay } from "../late-bodies.ts";
import { LateBodiesNotice } from "../late-bodies-notice.tsx";
import type { Part } from "../linked.ts";
import { eventWords, LinkedParts } from "../linked-parts.tsx";
import { linkedTexts } from "../linked-texts.ts";
import type { MoveName } from "../moves.ts";
import { NotesPart, type NotesPartProps } from "../notes/notes-part.tsx";
import { PathOfDossier } from "../path-of-dossier.tsx";
import { dossierPaths } from "../paths.ts";
import type { Present } from "../presence/presence.ts";
import { PresencePart } from "../presence/presence-part.tsx";
import { type DossierSlot, inOrder } from "../slot.ts";
import { stateTone } from "../state-tone.ts";
import { dossierTexts } from "../texts/index.ts";
import { Changes } from "./changes.tsx";
import { ComparisonPart, type DescribedFiles } from "./comparison-part.tsx";
import { corrigible } from "./corrigible.tsx";
import { beside, MoveForms, type MoveFormsProps } from "./move-forms.tsx";
import { specialTexts } from "./special-texts.ts";
import { staffTexts } from "./texts.ts";
import { type Unsent, UnsentPart } from "./unsent.tsx";

export type DeskAttachment = {
  readonly id: string;
  readonly componentKey: string;
  readonly name: string;
  readonly mediaType: string;
  readonly href: string;
};

export type DeskProps = Omit<MoveFormsProps, "moves"> & {
  readonly moves: readonly MoveName[];
  readonly organisation: Organisation;
  readonly attachments: readonly DeskAttachment[];
  readonly clock: Omit<ClockBarProps, "language"> | null;
  readonly notice: { readonly kind: "success" | "problem"; readonly text: string } | null;
  /** Numbers of the events whose words this official may set right. */
  readonly correctable: readonly number[];
  readonly isOfficialHere: boolean;
  readonly notes: Pick<NotesPartProps, "notes" | "typed" | "error">;
  readonly others: readonly Present[];
  readonly parts: readonly Part[] | null;
  readonly now: Date;
  /** Files the comparison with a supplement request speaks of. */
  readonly comparedFiles: DescribedFiles;
  /** What was typed and not recorded because somebody else acted first. */
  readonly unsent?: Unsent | undefined;
  readonly added: Awaited<ReturnType<DossierSlot>>;
};

export function DeskMain(props: DeskProps) {
  const { view, language, organisation, moves, clock, notice, faults = [] } = props;
  const { dossier, version } = view;
  const words = dossierTexts(language);
  const s = staffTexts(language);
  const answerTo = () =>
    faults.length > 0 ? (
      <ErrorSummary language={language} faults={faults} />
    ) : (
      notice && (
        <Notice language={language} kind={notice.kind} isNews>
          {notice.text}
        </Notice>
      )
    );
  return (
    <DossierFrame
      language={language}
      code={dossier.code}
      person={view.ownerName}
      title={language === "vi" ? version.definition.name : version.definition.nameEn}
      status={{ tone: stateTone(dossier.state), text: words.states[dossier.state] }}
      notice={
        <>
          {answerTo()}
          {props.unsent && (
            <UnsentPart unsent={props.unsent} meanwhile={<Meanwhile {...props} />} language={language} />
          )}
          <PresencePart
            dossier={dossier}
            others={props.others}
            language={language}
            organisation={organisation}
            now={props.now}
          />
        </>
      }
      clock={
        clock === null ? <ClockWords view={view} language={language} /> : <ClockBar {...clock} language={language} />
      }
      steps={
        <>
          <PathOfDossier view={view} organisation={organisation} language={language} label={s.path} />
          <LinkedParts
            parts={props.parts}
            view={view}
            reader="official"
            organisation={organisation}
            language={language}
          />
        </>
      }
      answers={<AnswersPart view={view} language={language} organisation={organisation} />}
      papers={
        <>
          <ComparisonPart view={view} files={props.comparedFiles} language={language} />
          <DigitisationPart view={view} language={language} />
          <PapersPart {...props} />
        </>
      }
      moves={
        <>
          <LateBodiesNotice
            bodies={lateBodies(view, props.now)}
            reader="official"
            organisation={organisation}
            language={language}
          />
          {moves.every((move) => beside.includes(move)) && <p>{nothingToDo(view, organisation, language)}</p>}
          <MoveForms {...props} />
          {props.added.section}
        </>
      }
      history={
        <>
          <NotesPart
            code={dossier.code}
            organisation={organisation}
            language={language}
            mayWrite={view.content !== null}
            {...props.notes}
          />
          <HistoryPart {...props} />
        </>
      }
    />
  );
}

function ClockWords({ view, language }: { view: DossierView; language: Language }) {
  const s = staffTexts(language);
  const { dossier } = view;
  if (dossier.state === "awaitingSupplement") return <p>{s.clockStands}</p>;
  if (dossier.acceptedAt !== null || dossier.actBy === null) return null;
  return (
    <p>
      {s.notAccepted}. {s.answerBy} {formatInstantWithWeekday(dossier.actBy)}.
    </p>
  );
}

function nothingToDo(view: DossierView, organisation: Organisation, language: Language): string {
  const s = staffTexts(language);
  const { holderUnitId } = view.dossier;
  if (holderUnitId === null) return s.closed;
  const unit = unitName(organisation.getById(holderUnitId), language);
  return `${s.notPosted} ${s.heldBy(view.assigneeName === null ? unit : `${view.assigneeName}, ${unit}`)}`;
}

function AnswersPart({
  view,
  language,
  organisation,
}: {
  view: DossierView;
  language: Language;
  organisation: Organisation;
}) {
  const { content, dossier, version } = view;
  const s = staffTexts(language);
  const words = dossierTexts(language);
  if (content === null) return null;
  const { owner } = content;
  const answers = content.answers as Answers;
  const changes = view.timeline.flatMap((entry) => entry.changes?.answers ?? []);
  const corrected = new Set(changes.map(({ path }) => path));
  return (
    <>
      <SummaryList
        language={language}
        level={3}
        title={s.owner}
        rows={[
          { key: s.name, value: <span class="name">{owner.name}</span> },
          { key: s.idNumber, value: <span class="code">{owner.idNumber}</span> },
          ...(owner.phone ? [{ key: s.phone, value: owner.phone }] : []),
          ...(owner.email ? [{ key: s.email, value: owner.email }] : []),
          ...(owner.address ? [{ key: s.address, value: owner.address }] : []),
          { key: s.submitter, value: content.submitter.name },
          ...(content.represented ? [{ key: s.represented, value: content.represented }] : []),
          { key: s.received, value: unitName(organisation.getById(dossier.receivingUnitId), language) },
          { key: s.channel, value: words.channels[channelName(dossier.channel)] },
          { key: s.result, value: words.channels[channelName(dossier.resultChannel)] },
        ]}
      />
      {formOf(version.definition).groups.map((group) => (
        <SummaryList
          language={language}
          level={3}
          title={group.heading[language]}
          rows={group.fields.flatMap((field) => {
            const value = answers[field.key];
            return value === undefined || Array.isArray(value)
              ? []
              : [
                  {
                    key: corrected.has(field.key) ? `${field.label[language]} (${s.corrected})` : field.label[language],
                    value: answerText(field, value as never, language),
                  },
                ];
          })}
        />
      ))}
    </>
  );
}

function PapersPart({ view, language, attachments, moves }: DeskProps) {
  const s = staffTexts(language);
  const words = dossierTexts(language);
  const papers: Readonly<Record<string, string>> = words.papers;
  const added = new Set(view.timeline.flatMap(({ changes }) => changes?.files.flatMap((files) => files.added) ?? []));
  const issued = view.timeline.flatMap((entry) => (entry.paper === null ? [] : [{ ...entry.paper, at: entry.at }]));
  return (
    <>
      {moves.includes("approve") && (
        <Details open summary={s.resultDraft}>
          <InPlace
            href={dossierPaths.staffDraft({ code: view.dossier.code, paper: "result" })}
            mediaType="application/pdf"
            name={s.resultDraft}
          />
        </Details>
      )}
      <h3>{s.attachments}</h3>
      {attachments.length === 0 && <p>{s.noAttachments}</p>}
      {attachments.map((one, at) => (
        <Details
          open={at === 0 && !moves.includes("approve")}
          summary={
            <span>
              {componentName(view, one.componentKey) ?? one.componentKey}{" "}
              <span class="attachment-file">
                {one.name}
                {added.has(one.id) && ` · ${s.supplemented}`}
              </span>
            </span>
          }
        >
          <InPlace {...one} />
        </Details>
      ))}
      <h3>{s.issued}</h3>
      {issued.length === 0 ? (
        <p>{s.noneIssued}</p>
      ) : (
        <ul>
          {issued.map((paper) => (
            <li>
              <a href={dossierPaths.paper({ code: view.dossier.code, paper: paper.id })}>
                {papers[paper.kind] ?? paper.kind} (PDF)
              </a>{" "}
              <span class="quiet">
                {paper.number} · {formatInstant(paper.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Pictures are shown by the page, PDFs by the browser's own viewer in a frame; other kinds are saved. */
function InPlace({ href, mediaType, name }: Pick<DeskAttachment, "href" | "mediaType" | "name">) {
  const link = (
    <p>
      <a href={href} target="_blank" rel="noopener">
        {name}
      </a>
    </p>
  );
  if (mediaType.startsWith("image/") && mediaType !== "image/heic") {
    return (
      <>
        <img class="attachment-picture" src={href} alt={name} loading="lazy" />
        {link}
      </>
    );
  }
  if (mediaType === "application/pdf") {
    return (
      <>
        {/* The viewer's own list of pages would take half of the frame. */}
        <iframe class="attachment-frame" src={`${href}#navpanes=0&view=FitH`} title={name} loading="lazy" />
        {link}
      </>
    );
  }
  return link;
}

function HistoryPart(props: DeskProps) {
  const moments = inOrder(momentsOf(props, props.view.timeline.toReversed()), props.added.moments);
  return <Timeline label={staffTexts(props.language).path} moments={moments} />;
}

/** What happened since the page was loaded on which somebody typed in vain. */
function Meanwhile(props: DeskProps) {
  const since = props.view.timeline.filter(({ number }) => number > (props.unsent?.seenEvent ?? 0));
  return <Timeline label={staffTexts(props.language).path} moments={momentsOf(props, since)} />;
}

function momentsOf(
  { view, language, organisation, correctable }: DeskProps,
  entries: DossierView["timeline"],
): readonly Moment[] {
  const words = dossierTexts(language);
  const roles: Readonly<Record<string, string>> = identityTexts(language).roles;
  return entries.map((entry) => ({
    at: entry.at,
    title: eventWords(view.timeline, entry, language),
    by:
      entry.unitId === null
        ? words.applicant
        : entry.role === "system"
          ? `${words.system} · ${unitName(organisation.getById(entry.unitId), language)}`
          : `${entry.actorName ?? ""} · ${roles[entry.role] ?? entry.role}, ${unitName(organisation.getById(entry.unitId), language)}`,
    detail: corrigible(detailOf(view, entry, organisation, language), {
      code: view.dossier.code,
      entry,
      mayCorrect: correctable.includes(entry.number),
      language,
    }),
    tone:
      entry.type === "approve"
        ? ("good" as const)
        : entry.type === "sendBack" ||
            entry.type === "refuse" ||
            entry.type === "apologise" ||
            missedDay(view.timeline, entry) !== null
          ? ("late" as const)
          : undefined,
  }));
}

/** What was said with a move; nothing at all when nothing was said. */
function detailOf(
  view: DossierView,
  entry: DossierView["timeline"][number],
  organisation: Organisation,
  language: Language,
): Child {
  const { note, proposal, faults, assignee, changes, asked, started, newDueOn, verification, settlement, handedTo } =
    entry;
  const isPlain =
    entry.digitised === null &&
    note === null &&
    handedTo === null &&
    proposal === null &&
    faults.length === 0 &&
    assignee === null &&
    started.length === 0 &&
    changes === null;
  if (isPlain) return undefined;
  const special = specialTexts(language);
  const missed = missedDay(view.timeline, entry);
  return (
    <>
      {assignee !== null && (
        <p>
          {staffTexts(language).assignee}: <span class="name">{assignee.name}</span>
        </p>
      )}
      {changes !== null && <Changes view={view} changes={changes} language={language} />}
      {entry.digitised !== null && <DigitisedList view={view} papers={entry.digitised} language={language} />}
      {verification !== null && (
        <p>
          {verification.on} · {verification.place} · {verification.participants}
        </p>
      )}
      {handedTo !== null && (
        <p>
          {staffTexts(language).handedTo}: {handedTo}
        </p>
      )}
      {missed !== null && (
        <p>
          {dossierTexts(language).lateBodies.answeredLate} {formatInstant(missed)}
        </p>
      )}
      {note !== null && <p>{note}</p>}
      {asked !== null && (
        <p>
          {special.asked(
            asked.unitIds.map((id) => unitName(organisation.getById(id), language)).join(", "),
            formatInstant(asked.dueAt),
          )}
        </p>
      )}
      {started.map(({ unitId, dueAt }) => (
        <p>{linkedTexts(language).given(unitName(organisation.getById(unitId), language), formatInstant(dueAt))}</p>
      ))}
      {newDueOn !== null && <p>{special.promised(formatDay(newDueOn))}</p>}
      {settlement !== null && (
        <p>
          {special.paid}: {formatMoney(settlement.paid)} · {special.refundable}: {formatMoney(settlement.refundable)}
          {settlement.papers !== "" && ` · ${special.papersBack}: ${settlement.papers}`}
        </p>
      )}
      {entry.isRefusal && <p>{special.outcomes.refuse}</p>}
      {proposal !== null && <p>{proposal}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((one) => (
            <li>
              {componentName(view, one.componentKey) ?? one.legalBasis}: {one.message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

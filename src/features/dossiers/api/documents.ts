/** Dossiers as programs read them. */
import type { Organisation } from "#features/organisation/index.ts";
import type { ContentChanges } from "../content-changes.ts";
import { digitisationStates } from "../digitisation/digitisation.ts";
import { channelName, type Dossier } from "../dossier.ts";
import type { ClockInterval, DossierView, TimelineEntry } from "../dossier-view.ts";
import { lateBodies, missedDay } from "../late-bodies.ts";
import type { Part } from "../linked.ts";
import { isForApplicant, isSaidToApplicant, type MoveName, states } from "../moves.ts";
import { dossierPaths } from "../paths.ts";

const instant = (at: Date | null) => (at === null ? null : inCity(at));

/** RFC 3339 with the city's offset. */
export function inCity(at: Date): string {
  return `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 23)}+07:00`;
}

export function progressDocument(
  dossier: Dossier,
  organisation: Organisation,
  procedure: { code: string; name: string },
) {
  return {
    code: dossier.code,
    procedureCode: procedure.code,
    procedureName: procedure.name,
    unitCode: organisation.getById(dossier.receivingUnitId).code,
    state: dossier.state,
    nationalStatus: states[dossier.state].nationalStatus,
    submittedAt: instant(dossier.submittedAt),
    acceptedAt: instant(dossier.acceptedAt),
    dueAt: instant(dossier.dueAt),
    finishedAt: instant(dossier.finishedAt),
    returnedAt: instant(dossier.returnedAt),
  };
}

function clockDocument(interval: ClockInterval) {
  return { from: instant(interval.from), to: instant(interval.to), kind: interval.kind };
}

/** What happened, by which unit and role: no names of officials, no words meant for colleagues. */
export function timelineDocument(entry: TimelineEntry, organisation: Organisation) {
  return {
    number: entry.number,
    type: entry.type,
    at: instant(entry.at),
    unitCode: entry.unitId === null ? null : organisation.getById(entry.unitId).code,
    unitName: entry.unitId === null ? null : organisation.getById(entry.unitId).name,
    role: entry.role,
    state: entry.state,
    dueAt: instant(entry.dueAt),
    faults: entry.faults,
    ...(entry.changes === null ? {} : { changed: pathsOf(entry.changes) }),
    ...(isSaidToApplicant(entry.type) && entry.note !== null ? { reason: entry.note } : {}),
    ...(entry.type === "apologise" ? { newDueOn: entry.newDueOn, cause: entry.cause } : {}),
    corrects: entry.correction?.of ?? null,
    correctedBy: entry.correctedBy?.number ?? null,
    ...(isCorrectionForApplicant(entry) ? { reason: entry.note, corrected: entry.correction?.words } : {}),
    paper:
      entry.paper === null || !isForApplicant(entry.paper.kind)
        ? null
        : { kind: entry.paper.kind, number: entry.paper.number },
  };
}

/** What was said to the applicant is also corrected to them. */
function isCorrectionForApplicant({ correction }: TimelineEntry): boolean {
  return correction !== null && isSaidToApplicant(correction.type);
}

/** Where a supplement changed something, and not what it says there. */
function pathsOf(changes: ContentChanges): readonly string[] {
  return changeDocuments(changes).map(({ path }) => path);
}

function changeDocuments({ answers, files }: ContentChanges) {
  return [
    ...answers.map(({ path, before, after }) => ({
      path: `/answers/${path.replaceAll(".", "/")}`,
      before: before ?? null,
      after: after ?? null,
    })),
    ...files.map(({ componentKey, added, removed }) => ({
      path: `/components/${componentKey}`,
      before: removed,
      after: added,
    })),
  ];
}

function askedDocument(asked: NonNullable<TimelineEntry["asked"]>, organisation: Organisation) {
  return { unitCodes: asked.unitIds.map((id) => organisation.getById(id).code), answerBy: instant(asked.dueAt) };
}

function partDocument({ unitId, task, startedAt, dueAt, doneAt, ...part }: Part, organisation: Organisation) {
  const { code, name } = organisation.getById(unitId);
  return {
    unitCode: code,
    unitName: name,
    task: task.vi,
    taskEn: task.en,
    ...part,
    startedAt: instant(startedAt),
    dueAt: instant(dueAt),
    doneAt: instant(doneAt),
  };
}

export function dossierDocument(
  view: DossierView,
  organisation: Organisation,
  moves: readonly MoveName[],
  isOfficial: boolean,
  added: Readonly<Record<string, unknown>>,
  parts: readonly Part[] | null,
  now: Date,
) {
  const { dossier, content, version } = view;
  return {
    ...progressDocument(dossier, organisation, { code: version.code, name: version.definition.name }),
    id: dossier.id,
    channel: channelName(dossier.channel),
    resultChannel: channelName(dossier.resultChannel),
    originalDueAt: instant(dossier.originalDueAt),
    stepDueAt: instant(dossier.stepDueAt),
    owner: content?.owner ?? null,
    submitter: content === null ? null : { name: content.submitter.name },
    represented: content?.represented ?? null,
    answers: content?.answers ?? null,
    components: content?.components ?? null,
    digitisation: view.digitised.map(({ of, state, source }) => ({
      of,
      state,
      isReused: state > digitisationStates.digitised,
      ...(isOfficial ? { source } : {}),
    })),
    holder:
      dossier.holderUnitId === null
        ? null
        : {
            unitCode: organisation.getById(dossier.holderUnitId).code,
            role: dossier.holderRole,
            step: dossier.step,
            assigneeId: isOfficial ? dossier.assigneeId : null,
          },
    steps: view.steps.map((step) => ({
      no: step.no,
      name: step.name,
      role: step.role,
      hours: step.hours,
      unitCode: organisation.getById(step.unitId).code,
    })),
    linked: parts?.map((part) => partDocument(part, organisation)) ?? null,
    clock: view.clock.map(clockDocument),
    lateBodies: lateBodies(view, now).map(({ unitId, dueAt }) => ({
      unitCode: organisation.getById(unitId).code,
      unitName: organisation.getById(unitId).name,
      answerBy: instant(dueAt),
    })),
    timeline: view.timeline.map((entry) => ({
      ...timelineDocument(entry, organisation),
      ...(entry.type === "answerConsultation" ? { missedDay: instant(missedDay(view.timeline, entry)) } : {}),
      ...(isOfficial
        ? {
            actorName: entry.actorName,
            assignee: entry.assignee,
            note: entry.note,
            proposal: entry.proposal,
            ...(entry.changes === null ? {} : { changes: changeDocuments(entry.changes) }),
            outcome: entry.type === "proposeResult" ? (entry.isRefusal ? "refuse" : "grant") : null,
            asked: entry.asked === null ? null : askedDocument(entry.asked, organisation),
            verification: entry.verification,
            settlement: entry.settlement,
            ...(entry.correction === null ? {} : { corrected: entry.correction.words }),
          }
        : {}),
    })),
    papers: view.timeline.flatMap((entry) =>
      entry.paper === null || !(isOfficial || isForApplicant(entry.paper.kind))
        ? []
        : [{ kind: entry.paper.kind, id: entry.paper.id, number: entry.paper.number, issuedAt: instant(entry.at) }],
    ),
    ...added,
    eventCount: dossier.eventCount,
    awaitsLeader: isOfficial ? dossier.awaitsLeader : null,
    moves,
    links: { self: dossierPaths.apiDossier({ code: dossier.code }) },
  };
}

/**
 * Papers that an official orders beside the moves: the control slip at any time (form 05 of 2018, 06 of 2025), the transfer
 * slip of a hand-over between units (61/2018/NĐ-CP arts 18, 19(6)). Ordered twice for one occasion there is one paper.
 */
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import { listAccountNames, type Official } from "#features/identity/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { covers, maySee } from "./access.ts";
import { type DossierContent, openContent } from "./content.ts";
import type { DossierDeps } from "./deps.ts";
import type { Dossier, DossierStep } from "./dossier.ts";
import { type OpenedEvent, openHistory } from "./history.ts";
import { type BesidePart, leadOf, partsBeside } from "./linked.ts";
import { findNewestContent, findOwnerName, findWrappedKey, getDossierForUpdate, listEvents } from "./queries.ts";
import { readSaid } from "./said.ts";
import { lastTransfer, type Stays, staysOf } from "./stays.ts";
import { stepsOf } from "./steps.ts";

export const orderedKinds = ["controlSlip", "transferSlip"] as const;
export type OrderedKind = (typeof orderedKinds)[number];

export function isOrderedKind(kind: string): kind is OrderedKind {
  return orderedKinds.some((one) => one === kind);
}

/** What an ordered paper is set from. */
export type SlipOrder = {
  readonly kind: OrderedKind;
  readonly dossier: Dossier;
  readonly version: ProcedureVersion;
  readonly steps: readonly DossierStep[];
  readonly owner: string;
  readonly submitter: string;
  readonly stays: Stays;
  /** Units that were asked for an opinion, have a step of their own or a part beside the steps. */
  readonly coordinating: readonly number[];
  /** Parts of a linked dossier that run beside the steps, with the day each was given. */
  readonly besides: readonly (BesidePart & { readonly dueAt: Date | null })[];
  /** The agency that answers for the whole, as the version names it; null when it names none. */
  readonly leadUnitId: number | null;
  readonly at: Date;
  readonly unitId: number;
};

export type OrderedPaper = { readonly id: string; readonly number: string; readonly isNew: boolean };

export type OrderRefusal =
  | { readonly reason: "not-visible" | "not-theirs" }
  /** No hand-over between units, or one that was taken back. */
  | { readonly reason: "no-occasion" };

/** Where the paper is issued, and for what; a text when it may not be. */
type Occasion = { readonly unitId: number; readonly occasion: string };

export async function orderPaper(
  deps: DossierDeps,
  by: Official,
  dossierId: string,
  kind: OrderedKind,
): Promise<Result<OrderedPaper, OrderRefusal>> {
  return deps.database.db.transaction().execute(async (tx) => {
    const dossier = await getDossierForUpdate(tx, dossierId);
    const opened = await openForSlip(deps, tx, dossier);
    const organisation = deps.organisation();
    if (!maySee(by, dossier, opened.steps, organisation)) return refused({ reason: "not-visible" });
    const occasion = occasionOf(deps, by, dossier, opened, kind);
    if (typeof occasion === "string") return refused({ reason: occasion });
    const paper = await deps.issueOrdered(tx, {
      order: await slipOrder(deps, tx, dossier, opened, { kind, unitId: occasion.unitId, withPersons: true }),
      occasion: occasion.occasion,
      by,
    });
    return accepted(paper);
  });
}

/** Which papers this official may order now. */
export async function orderable(deps: DossierDeps, by: Official, dossier: Dossier): Promise<readonly OrderedKind[]> {
  const opened = await openForSlip(deps, deps.database.db, dossier);
  return orderedKinds.filter((kind) => typeof occasionOf(deps, by, dossier, opened, kind) !== "string");
}

/** A copy of the control slip as it would be issued now; without persons for whoever is no official. */
export async function controlSlipNow(
  deps: DossierDeps,
  dossier: Dossier,
  withPersons: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const { db } = deps.database;
  const unitId = dossier.receivingUnitId;
  const opened = await openForSlip(deps, db, dossier);
  const order = await slipOrder(deps, db, dossier, opened, { kind: "controlSlip", unitId, withPersons });
  return deps.setSlipCopy(order);
}

type Opened = {
  readonly version: ProcedureVersion;
  readonly steps: readonly DossierStep[];
  readonly history: readonly OpenedEvent[];
  readonly content: DossierContent | null;
  readonly owner: string;
};

async function openForSlip(deps: DossierDeps, db: Db, dossier: Dossier): Promise<Opened> {
  const version = deps.catalogue().getById(dossier.procedureVersionId);
  const wrapped = await findWrappedKey(db, dossier.id);
  const key = wrapped === null ? null : deps.sealing.unwrap(wrapped);
  const sealed = await findNewestContent(db, dossier.id);
  return {
    version,
    steps: stepsOf(version, dossier.receivingUnitId, deps.organisation()),
    history: openHistory(deps.sealing, key, dossier.id, await listEvents(db, dossier.id)),
    content: key === null || !sealed ? null : openContent(deps.sealing, key, dossier.id, sealed.version, sealed.sealed),
    owner: await findOwnerName(db, dossier.id),
  };
}

function occasionOf(
  deps: DossierDeps,
  by: Official,
  dossier: Dossier,
  { steps, history, content }: Opened,
  kind: OrderedKind,
): Occasion | "not-theirs" | "no-occasion" {
  const organisation = deps.organisation();
  const worksAt = (unitId: number) => by.postings.some((posting) => covers(organisation, posting, unitId));
  if (kind === "controlSlip") {
    const desks = steps.filter(({ role, unitId }) =>
      by.postings.some((posting) => posting.role === role && covers(organisation, posting, unitId)),
    );
    const desk = desks.find(({ unitId }) => unitId === dossier.holderUnitId) ?? desks[0];
    return desk === undefined ? "not-theirs" : { unitId: desk.unitId, occasion: `event ${dossier.eventCount}` };
  }
  const transfer = lastTransfer(history);
  // Without a person there is nobody whose dossier could be written about.
  if (transfer === null || content === null) return "no-occasion";
  const { event, fromUnitId } = transfer;
  const isGiver = event.actorId === by.accountId && worksAt(fromUnitId);
  const answersForUnit = by.postings.some(
    (posting) => posting.role === "head_of_office" && covers(organisation, posting, fromUnitId),
  );
  if (!isGiver && !answersForUnit) return "not-theirs";
  return { unitId: fromUnitId, occasion: `event ${event.number}` };
}

async function slipOrder(
  deps: DossierDeps,
  db: Db,
  dossier: Dossier,
  { version, steps, history, content, owner }: Opened,
  { kind, unitId, withPersons }: { kind: OrderedKind; unitId: number; withPersons: boolean },
): Promise<SlipOrder> {
  const organisation = deps.organisation();
  const ids = history.flatMap(({ actorId, role, after: { assigneeId } }) =>
    [role === "applicant" ? null : actorId, assigneeId].filter((id) => id !== null),
  );
  const names = withPersons ? await listAccountNames(db, ids) : null;
  const stays = staysOf(history, owner, {
    unit: (id) => organisation.getById(id).name,
    person: names === null ? null : (id) => names.get(id) ?? null,
  });
  const started = history.flatMap(({ said }) => readSaid(said).started);
  const asked = [...history.flatMap(({ said }) => askedIn(said)), ...started.map((part) => part.unitId)];
  return {
    kind,
    dossier,
    version,
    steps,
    owner,
    submitter: content?.submitter.name ?? owner,
    stays,
    coordinating: [...new Set(asked)],
    besides: partsBeside(version, dossier.receivingUnitId, organisation).map((part) => ({
      ...part,
      dueAt: started.find((given) => given.unitId === part.unitId)?.dueAt ?? null,
    })),
    leadUnitId: leadOf(version, dossier.receivingUnitId, organisation),
    at: deps.clock.now(),
    unitId,
  };
}

function askedIn(said: OpenedEvent["said"]): readonly number[] {
  return readSaid(said).asked?.unitIds ?? [];
}

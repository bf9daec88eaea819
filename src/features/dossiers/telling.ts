/**
 * Events and contacts opened for whoever tells people of them. What is sealed under the dossier's key stays here until it is
 * needed, and is handed out as few words as a notice has.
 */
import type { Catalogue } from "#features/catalogue/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { SealBrokenError, type Sealing } from "#foundation/sealing/index.ts";
import { type DossierContent, openContent, payloadPlace } from "./content.ts";
import type { SupplementFault } from "./decide.ts";
import { unpackPayload } from "./event.ts";
import type { EventType } from "./moves.ts";
import { type EventName, listSealedContents, listSealedEvents, type SealedEvent } from "./telling.queries.ts";

/** How to reach whoever's case it is, as they wrote it. */
export type Contact = { readonly phone: string | null; readonly email: string | null };

/** `unreadable`: dossiers whose content does not open, which is a fault for `motcua verify` and not a reason to stop. */
export async function contactsOf(
  { db, sealing }: { db: Db; sealing: Sealing },
  dossierIds: readonly string[],
): Promise<{ readonly contacts: ReadonlyMap<string, Contact>; readonly unreadable: readonly string[] }> {
  const contacts = new Map<string, Contact>();
  const unreadable: string[] = [];
  for (const { dossierId, wrapped, version, sealed } of await listSealedContents(db, dossierIds)) {
    const content = opened(() => openContent(sealing, sealing.unwrap(wrapped), dossierId, version, sealed));
    if (content === "broken") unreadable.push(dossierId);
    else contacts.set(dossierId, contactOf(content));
  }
  return { contacts, unreadable };
}

export type ToldEvent = EventName & {
  readonly type: EventType;
  readonly at: Date;
  readonly dueAt: Date | null;
  readonly code: string;
  readonly procedureName: { readonly vi: string; readonly en: string };
  readonly receivingUnitId: number;
  /** Reason or remark given with the move. */
  readonly note: string | null;
  /** Each thing that is missing, by the name of its paper or article. */
  readonly faults: readonly { readonly of: string; readonly message: string }[];
  readonly contact: Contact;
};

/** In no particular order; without those whose person was erased or whose seals are broken. */
export async function tellEvents(
  { db, sealing, catalogue }: { db: Db; sealing: Sealing; catalogue: () => Catalogue },
  events: readonly EventName[],
): Promise<readonly ToldEvent[]> {
  const rows = await listSealedEvents(db, events);
  return rows.flatMap((row) => {
    const told = opened(() => tellEvent(row, sealing, catalogue()));
    return told === "broken" || told === null ? [] : [told];
  });
}

function tellEvent(row: SealedEvent, sealing: Sealing, catalogue: Catalogue): ToldEvent | null {
  const { dossierId, number, wrapped, sealed, contentVersion, sealedContent } = row;
  if (wrapped === null || sealed === null || contentVersion === null || sealedContent === null) return null;
  const key = sealing.unwrap(wrapped);
  const { said } = unpackPayload(sealing.open(key, payloadPlace(dossierId, number), sealed));
  const content = openContent(sealing, key, dossierId, contentVersion, sealedContent);
  const { definition } = catalogue.getById(row.procedureVersionId);
  const nameOf = (fault: SupplementFault) =>
    definition.components.find(({ componentKey }) => componentKey === fault.componentKey)?.name ??
    fault.legalBasis ??
    "";
  return {
    dossierId,
    number,
    type: row.type,
    at: row.at,
    dueAt: row.dueAt,
    code: row.code,
    procedureName: { vi: definition.name, en: definition.nameEn },
    receivingUnitId: row.receivingUnitId,
    note: typeof said.note === "string" ? said.note : null,
    faults: (Array.isArray(said.faults) ? (said.faults as readonly SupplementFault[]) : []).map((fault) => ({
      of: nameOf(fault),
      message: fault.message,
    })),
    contact: contactOf(content),
  };
}

function contactOf({ owner }: DossierContent): Contact {
  return { phone: owner.phone ?? null, email: owner.email ?? null };
}

function opened<Value>(open: () => Value): Value | "broken" {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBrokenError) return "broken";
    throw error;
  }
}

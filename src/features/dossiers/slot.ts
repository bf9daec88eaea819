/** What features above this one add to a dossier. Handed in by the composition, so that dossiers know none of them. */
import type { Page, Visitor } from "#features/identity/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import type { Moment } from "#ui/timeline/timeline.tsx";
import type { Dossier } from "./dossier.ts";
import type { DossierView } from "./dossier-view.ts";

/** A section of the page, and what happened beside the dossier's own events. */
export type DossierSlot = (
  c: Page,
  view: DossierView,
) => Promise<{ readonly section: Child; readonly moments: readonly Moment[] }>;

/** Further fields of the document that programs read. */
export type DocumentSlot = (dossier: Dossier, visitor: Visitor) => Promise<Readonly<Record<string, unknown>>>;

/** Sections one below the other, in the order given. */
export function bothSlots(...slots: readonly DossierSlot[]): DossierSlot {
  return async (c, view) => {
    const added = await Promise.all(slots.map((slot) => slot(c, view)));
    return { section: added.map(({ section }) => section), moments: added.flatMap(({ moments }) => moments) };
  };
}

/** Both histories as one, newest first as each of them is. */
export function inOrder(own: readonly Moment[], added: readonly Moment[]): readonly Moment[] {
  return [...own, ...added].sort((a, b) => b.at.getTime() - a.at.getTime());
}

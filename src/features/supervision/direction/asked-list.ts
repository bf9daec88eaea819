/** Which dossiers the address of a list asks for. Each number of the direction screens leads to such an address. */
import { type DirectionList, directionLists, listsOfHappenings } from "#features/dossiers/index.ts";
import type { Organisation, Unit } from "#features/organisation/index.ts";
import { BadInputError, type InputFault } from "#foundation/errors/index.ts";
import { supervisionPaths } from "../paths.ts";

export type Filter = {
  readonly list: DirectionList;
  /** The unit the number is laid to, by its code. */
  readonly unit?: string | undefined;
  readonly channel?: string | undefined;
  /** Of today; only of what happened. */
  readonly hour?: number | undefined;
};
export type Place = { readonly at: Date; readonly id: string };

export function listHref({ list, unit, channel, hour }: Filter, after?: Place): string {
  return supervisionPaths.dossiers(undefined, {
    ds: list,
    dv: unit,
    kenh: channel,
    gio: happened(list) ? hour : undefined,
    sau: after === undefined ? undefined : `${after.at.toISOString()}_${after.id}`,
  });
}

export function happened(list: DirectionList): boolean {
  return listsOfHappenings.some((one) => one === list);
}

/** Which unit of a dossier a number is laid to: see `queries.ts`. */
export function laidToWhich(list: DirectionList): "receiving" | "handling" | "holding" {
  if (!happened(list)) return "holding";
  return list === "received" || list === "accepted" ? "receiving" : "handling";
}

export type AskedFilter = Filter & { readonly laidTo: Unit | undefined; readonly after: Place | null };

/** An empty value is a filter that a form left open. */
export function readAskedList(query: URLSearchParams, organisation: Organisation): AskedFilter {
  const faults: InputFault[] = [];
  const read = <Value>(name: string, find: (text: string) => Value | undefined): Value | undefined => {
    const text = query.get(name);
    if (text === null || text === "") return undefined;
    const value = find(text);
    if (value === undefined) faults.push({ path: name, code: "unknown", message: name });
    return value;
  };
  const list = read("ds", (text) => directionLists.find((one) => one === text)) ?? "overdue";
  const laidTo = read("dv", (text) => organisation.byCode(text));
  const channel = read("kenh", (text) => ["1", "2", "3"].find((one) => one === text));
  const hour = read("gio", (text) => (/^(1?\d|2[0-3])$/.test(text) ? Number(text) : undefined));
  if (faults.length > 0) throw new BadInputError("badQuery", faults, 400);
  return {
    list,
    unit: laidTo?.code,
    channel,
    hour: happened(list) ? hour : undefined,
    laidTo,
    after: readPlace(query.get("sau")),
  };
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A place somebody cut short starts the list from its beginning. */
function readPlace(text: string | null): Place | null {
  const [instant, id] = (text ?? "").split("_");
  const at = new Date(instant ?? "");
  // Years that the database cannot hold, and ids that are none, are refused here and not by it.
  const year = at.getUTCFullYear();
  if (!(year >= 1900 && year <= 9999) || id === undefined || !uuid.test(id)) return null;
  return { at, id };
}

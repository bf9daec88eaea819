/** The way of a parcel with a result: prepared, handed to the post, delivered or come back (QĐ 45/2016/QĐ-TTg arts 8-10). Pure. */

export const parcelStates = ["prepared", "handedOver", "delivered", "cameBack"] as const;
export type ParcelState = (typeof parcelStates)[number];

/** What the return desk enters; being prepared is the parcel itself. */
export type ParcelNews = "delivered" | "cameBack";

export const returnCauses = ["notMet", "wrongAddress", "declined", "damaged"] as const;
export type ReturnCause = (typeof returnCauses)[number];

export function isReturnCause(text: string): text is ReturnCause {
  return returnCauses.some((cause) => cause === text);
}

export type ParcelEvent = { readonly state: Exclude<ParcelState, "prepared">; readonly happenedOn: string };

const order = { prepared: 0, handedOver: 1, delivered: 2, cameBack: 2 } as const satisfies Record<ParcelState, number>;

export function stateOf(events: readonly ParcelEvent[]): ParcelState {
  return events.reduce<ParcelState>(
    (state, event) => (order[event.state] > order[state] ? event.state : state),
    "prepared",
  );
}

/** A dossier has one parcel under way; after it came back there may be another, or the citizen comes to the counter. */
export function isUnderWay(state: ParcelState): boolean {
  return state !== "cameBack";
}

export type TrackingFault = "missing" | "form" | "checkDigit";

const s10 = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;
const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** As it stands on the parcel, typed with or without spaces. International numbers (UPU S10) carry a check digit. */
export function readTrackingNumber(typed: string): { readonly number: string } | { readonly fault: TrackingFault } {
  const number = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.-]/g, "");
  if (number === "") return { fault: "missing" };
  if (!/^[0-9A-Z]{8,20}$/.test(number) || !/\d{4}/.test(number)) return { fault: "form" };
  const international = s10.exec(number);
  if (international === null) return { number };
  const [, digits = "", check] = international;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (s10Weights[at] ?? 0), 0);
  const rest = 11 - (sum % 11);
  const expected = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return Number(check) === expected ? { number } : { fault: "checkDigit" };
}

export type DayFault = "missing" | "beforeHandOver" | "inFuture";

export function newsDayFault(on: string | undefined, handedOverOn: string, today: string): DayFault | null {
  if (on === undefined) return "missing";
  if (on > today) return "inFuture";
  return on < handedOverOn ? "beforeHandOver" : null;
}

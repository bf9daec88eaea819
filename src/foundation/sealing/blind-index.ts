const normalisers = {
  "id-number": (value: string) => value.replace(/[\s.-]/g, "").toUpperCase(),
  // The same line is written 0912 345 678, +84 912 345 678 and 84912345678.
  phone: (value: string) => value.replace(/\D/g, "").replace(/^(?:00)?84(?=\d{9,10}$)/, "0"),
  email: (value: string) => value.trim().toLowerCase(),
} as const satisfies Record<string, (value: string) => string>;

export type BlindIndexKind = keyof typeof normalisers;

/** One spelling for each way people write the same number, so that equal means equal. */
export function normaliseForIndex(kind: BlindIndexKind, value: string): string {
  return normalisers[kind](value.normalize("NFKC"));
}

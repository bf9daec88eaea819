/** How a bench says what it found: a line for each figure with what is wanted beside it, and one line of JSON last. */

export const say = (line: string) => process.stdout.write(`${line}\n`);

export type Figure = {
  readonly value: number;
  readonly unit: string;
  /** At most or at least so much; null for a figure that is only told. */
  readonly wanted: { readonly most: number } | { readonly least: number } | null;
};

export function report(
  bench: string,
  told: Readonly<Record<string, unknown>>,
  figures: Readonly<Record<string, Figure>>,
) {
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  for (const [name, { value, unit, wanted }] of Object.entries(figures)) {
    const beside = wanted === null ? "" : `   ${isMet(value, wanted) ? "as wanted" : "MISSED"}: ${inWords(wanted)}`;
    say(`${name.padEnd(width)}  ${String(value).padStart(8)} ${unit}${beside}`);
  }
  const missed = Object.entries(figures)
    .filter(([, { value, wanted }]) => wanted !== null && !isMet(value, wanted))
    .map(([name]) => name);
  const values = Object.entries(figures).map(([name, { value, wanted }]) => [
    name,
    wanted === null ? value : { value, wanted: inWords(wanted) },
  ]);
  say(JSON.stringify({ bench, ...told, ...Object.fromEntries(values), missed }));
}

function isMet(value: number, wanted: NonNullable<Figure["wanted"]>): boolean {
  return "most" in wanted ? value <= wanted.most : value >= wanted.least;
}

function inWords(wanted: NonNullable<Figure["wanted"]>): string {
  return "most" in wanted ? `≤ ${wanted.most}` : `≥ ${wanted.least}`;
}

/** The value below which that share of them lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

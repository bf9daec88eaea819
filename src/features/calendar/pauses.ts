/** Time in which the clock of a dossier stood still, as while the citizen was asked for a supplement. */
export type Pause = {
  readonly from: Date;
  readonly to: Date;
  /** Why, in the words shown in the working. */
  readonly note?: string;
};

export type PausedMs = { readonly from: number; readonly to: number; readonly note: string | undefined };

/** In order, without overlaps, cut to the span asked about. */
export function mergePauses(
  pauses: readonly Pause[],
  start: number,
  end = Number.POSITIVE_INFINITY,
): readonly PausedMs[] {
  if (pauses.length === 0) return [];
  const merged: PausedMs[] = [];
  const inOrder = [...pauses].sort((one, other) => one.from.getTime() - other.from.getTime());
  for (const pause of inOrder) {
    const [from, to] = [Math.max(pause.from.getTime(), start), Math.min(pause.to.getTime(), end)];
    if (!(pause.from.getTime() <= pause.to.getTime())) throw new RangeError("A pause ends after it begins");
    if (to <= from) continue;
    const last = merged.at(-1);
    if (last === undefined || last.to < from) merged.push({ from, to, note: pause.note });
    else merged[merged.length - 1] = { ...last, to: Math.max(last.to, to) };
  }
  return merged;
}

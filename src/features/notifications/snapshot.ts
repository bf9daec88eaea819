/** Which transactions a moment of the database had seen: xmin:xmax:those still open between (pg_current_snapshot). Pure. */
export type Snapshot = { readonly xmin: bigint; readonly xmax: bigint; readonly open: ReadonlySet<bigint> };

export function readSnapshot(text: string): Snapshot {
  const [xmin = "0", xmax = "0", open = ""] = text.split(":");
  return {
    xmin: BigInt(xmin),
    xmax: BigInt(xmax),
    open: new Set(open === "" ? [] : open.split(",").map(BigInt)),
  };
}

/** Whether what that transaction wrote was counted then; otherwise it is still to be heard. */
export function hadSeen({ xmin, xmax, open }: Snapshot, tx: string): boolean {
  const id = BigInt(tx);
  return id < xmin || (id < xmax && !open.has(id));
}

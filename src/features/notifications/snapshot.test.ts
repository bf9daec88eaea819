import { expect, it } from "vitest";
import { hadSeen, readSnapshot } from "./snapshot.ts";

it("a moment has seen what ended before it, and neither what was open then nor what came later", () => {
  const snapshot = readSnapshot("100:110:100,104");

  expect(["99", "101", "109"].map((tx) => hadSeen(snapshot, tx))).toEqual([true, true, true]);
  expect(["100", "104", "110", "5000"].map((tx) => hadSeen(snapshot, tx))).toEqual([false, false, false, false]);
  expect(hadSeen(readSnapshot("7:7:"), "6")).toBe(true);
  expect(hadSeen(readSnapshot("7:7:"), "7")).toBe(false);
});

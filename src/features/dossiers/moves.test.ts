import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isDossierState, moveNames, moves, movesAsDiagram, states, statesAfter } from "./moves.ts";

const documentation = readFileSync(join(import.meta.dirname, "../../../docs/a-dossier-step-by-step.md"), "utf8");
const allStates = Object.keys(states).filter(isDossierState);

describe("the table of moves", () => {
  it("is what the documentation shows", () => {
    expect(documentation).toContain(movesAsDiagram());
  });

  it("leads out of every open state, and out of no closed one; what is only put on record stays where it is", () => {
    for (const state of allStates) {
      const ways = moveNames.filter(
        (move) => move !== "correct" && move !== "digitise" && statesAfter(move, state).length > 0,
      );
      expect(statesAfter("correct", state)).toEqual([state]);
      expect({ state, isOpen: ways.length > 0 }).toEqual({ state, isOpen: states[state].isOpen });
    }
  });

  it("reaches every state from a submission", () => {
    const reached = new Set(["submitted"]);
    for (const _ of allStates) {
      for (const state of allStates.filter((one) => reached.has(one))) {
        for (const move of moveNames) for (const next of statesAfter(move, state)) reached.add(next);
      }
    }
    expect([...reached].sort()).toEqual([...allStates].sort());
  });

  it("cites a source for every move", () => {
    for (const move of moveNames) expect(moves[move].citation).not.toBe("");
  });
});

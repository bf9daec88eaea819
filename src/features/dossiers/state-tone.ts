import type { Tone } from "#ui/status-tag/status-tag.tsx";
import type { DossierState } from "./moves.ts";

/** Colour and shape of a state; the word beside it always says the same. */
export function stateTone(state: DossierState): Tone {
  switch (state) {
    case "finished":
    case "returned":
      return "good";
    case "awaitingSupplement":
    case "withdrawalRequested":
      return "soon";
    case "refused":
      return "late";
    case "recalled":
    case "withdrawn":
    case "stopped":
      return "still";
    default:
      return "calm";
  }
}

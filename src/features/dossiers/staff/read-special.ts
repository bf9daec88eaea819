/** What the forms of the special moves sent, as a move takes it. */
import { normaliseText } from "#foundation/i18n/index.ts";
import type { MoveInput } from "../decide.ts";
import { isLateCause } from "../lateness.ts";

export function readSpecial(
  form: URLSearchParams,
): Pick<MoveInput, "outcome" | "newDueOn" | "cause" | "unitCodes" | "answerBy" | "verification" | "settlement"> {
  const text = (name: string) => normaliseText(form.get(name) ?? "").toWellFormed();
  const cause = text("cause");
  return {
    outcome: form.get("outcome") === "refuse" ? "refuse" : "grant",
    newDueOn: text("newDueOn") || null,
    cause: isLateCause(cause) ? cause : null,
    unitCodes: form.getAll("unitCodes"),
    answerBy: text("answerBy") || null,
    verification: form.has("verifiedOn")
      ? { on: text("verifiedOn"), place: text("place"), participants: text("participants") }
      : null,
    settlement: form.has("money") ? { money: text("money"), papers: text("papers") } : null,
  };
}

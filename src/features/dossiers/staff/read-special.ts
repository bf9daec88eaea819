/** What the forms of the special moves sent, as a move takes it. */
import { normaliseText } from "#foundation/i18n/index.ts";
import type { MoveInput } from "../decide.ts";
import { isLateCause } from "../lateness.ts";

export function readSpecial(
  form: URLSearchParams,
): Pick<MoveInput, "outcome" | "newDueOn" | "cause" | "unitCodes" | "answerBy" | "verification" | "settlement"> {
  const text = (name: string) => normaliseText(form.get(name) ?? "").toWellFormed();
  const cause = text("cause");
  // "1.250.000" as people write it; what is no amount is told by the rule.
  const amount = (name: string) => Number(text(name).replace(/[.\s₫đ]/g, "") || "0");
  return {
    outcome: form.get("outcome") === "refuse" ? "refuse" : "grant",
    newDueOn: text("newDueOn") || null,
    cause: isLateCause(cause) ? cause : null,
    unitCodes: form.getAll("unitCodes"),
    answerBy: text("answerBy") || null,
    verification: form.has("verifiedOn")
      ? { on: text("verifiedOn"), place: text("place"), participants: text("participants") }
      : null,
    settlement:
      text("paid") === "" ? null : { paid: amount("paid"), refundable: amount("refundable"), papers: text("papers") },
  };
}

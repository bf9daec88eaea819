/** When a question is asked. This file goes to the browser too: keep it small and free of everything else. */
import type { Condition } from "./definition.ts";

type Known = { readonly [key: string]: unknown };

function isAnswered(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

export function holds(condition: Condition, answers: Known): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, answers));
  if ("any" in condition) return condition.any.some((part) => holds(part, answers));
  if ("not" in condition) return !holds(condition.not, answers);
  const value = Object.hasOwn(answers, condition.field) ? answers[condition.field] : undefined;
  if ("equals" in condition) return value === condition.equals;
  if ("oneOf" in condition) return condition.oneOf.some((one) => one === value);
  return isAnswered(value) === condition.answered;
}

export function isRequired(required: boolean | Condition, answers: Known): boolean {
  return typeof required === "boolean" ? required : holds(required, answers);
}

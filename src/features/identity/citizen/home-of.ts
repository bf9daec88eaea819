import { identityPaths } from "../paths.ts";
import type { Visitor } from "../visitor.ts";

/** Where a person's work begins after signing in. */
export function homeOf(visitor: Visitor): string {
  if (visitor.kind !== "official") return "/tai-khoan";
  if (visitor.secondFactor === "due") return identityPaths.ownFactors();
  const directs = visitor.postings.every((posting) => ["director", "inspector", "quality"].includes(posting.role));
  return directs ? "/dieu-hanh" : "/can-bo";
}

/** Who is asking, and who may come in. Pure: the policy reads only what it is given. */

/** What an official does at a unit. The first six are the roles of process steps. */
export const roles = [
  "reception",
  "specialist",
  "head_of_office",
  "leader",
  "clerk",
  "return",
  "director",
  "inspector",
  "quality",
  "admin",
] as const;
export type Role = (typeof roles)[number];

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

/** A place an official holds today. It covers the unit and everything below it. */
export type Posting = { readonly unitId: number; readonly role: Role };

export type Anonymous = { readonly kind: "anonymous" };
/**
 * What the session knows of a second factor: when it was proved last; or that this account must have one and has none yet,
 * and holds no posting until it has. Absent: it has none and needs none.
 */
export type SecondFactor = { readonly provedAt: Date } | "due";
/** A person or business with an account of their own. */
export type Applicant = {
  readonly kind: "citizen" | "business";
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly secondFactor?: SecondFactor;
};
export type Official = {
  readonly kind: "official";
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly secondFactor?: SecondFactor;
  readonly postings: readonly Posting[];
};
export type Visitor = Anonymous | Applicant | Official;

/**
 * Who may call a route. Object rules (whose dossier, which unit) are asked by the use case; this is the first wall.
 * `anyone`: also strangers; `signed-in`: any account; `applicant`: citizens and businesses; `official`: any posting
 * valid today; or a list of roles of which one is needed.
 */
export type Allow = "anyone" | "signed-in" | "applicant" | "official" | readonly Role[];

/** Default deny: what is not said is refused. */
export function mayEnter(visitor: Visitor, allow: Allow): boolean {
  if (allow === "anyone") return true;
  if (visitor.kind === "anonymous") return false;
  if (allow === "signed-in") return true;
  if (allow === "applicant") return visitor.kind !== "official";
  if (visitor.kind !== "official") return false;
  if (allow === "official") return visitor.postings.length > 0;
  return visitor.postings.some((posting) => allow.includes(posting.role));
}

/** How long a proof is good for what is signed or carried out of the house. */
export const proofLastsMs = 15 * 60_000;

/** Whether somebody who has a second factor proved it a moment ago; who has none cannot be asked for it. */
export function provedLately(visitor: Applicant | Official, now: Date): boolean {
  const { secondFactor } = visitor;
  if (secondFactor === undefined) return true;
  return secondFactor !== "due" && now.getTime() - secondFactor.provedAt.getTime() <= proofLastsMs;
}

export function hasRole(visitor: Visitor, role: Role): visitor is Official {
  return visitor.kind === "official" && visitor.postings.some((posting) => posting.role === role);
}

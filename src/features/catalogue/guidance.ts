/** What the city adds around its procedures so that people find them: never a rule, always marked as its own wording. */

export type LifeEvent = {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  /** One sentence under the heading. */
  readonly about: string;
  readonly aboutEn: string;
  /** Words people use for it that no procedure name holds. */
  readonly words: readonly string[];
  readonly procedures: readonly string[];
};

export type Field = { readonly slug: string; readonly name: string; readonly nameEn: string };

export type Guidance = {
  readonly compiledBy: string;
  readonly compiledByEn: string;
  readonly mostAsked: readonly string[];
  /** Shorter names for lists of what is asked most; the official name stands on the procedure's own page. */
  readonly shortNames: { readonly [code: string]: { readonly name: string; readonly nameEn: string } };
  readonly lifeEvents: readonly LifeEvent[];
  readonly fields: readonly Field[];
  /** Everyday words for a procedure, by its code: "sổ đỏ", "giấy độc thân". */
  readonly everydayWords: { readonly [code: string]: readonly string[] };
};

export const noGuidance: Guidance = {
  compiledBy: "",
  compiledByEn: "",
  mostAsked: [],
  shortNames: {},
  lifeEvents: [],
  fields: [],
  everydayWords: {},
};

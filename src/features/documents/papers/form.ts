/**
 * What a template of a paper must hold: every word the paper says, and which of its blocks stand in which order. The form
 * of a paper is code (how a block is set); its template is data of the city, checked against the form at the start.
 */
import type { RuleProfile } from "#features/catalogue/index.ts";
import type { PaperSize } from "./sheet.ts";

/**
 * The words of a paper as a tree. Each text lists the places it must name ("address" for {address}); a place that ends
 * with a question mark may be left out. A text names no place that is not listed.
 */
export type Words = { readonly [name: string]: readonly string[] | Words };
export type TextsOf<W extends Words> = {
  readonly [Name in keyof W]: W[Name] extends readonly string[]
    ? string
    : W[Name] extends Words
      ? TextsOf<W[Name]>
      : never;
};

/** A block the law wants must stay; another may be left out of the template. */
export type Blocks = { readonly [name: string]: "must" | "may" };

export type PaperForm<
  W extends Words = Words,
  B extends Blocks = Blocks,
  P extends readonly RuleProfile[] = readonly RuleProfile[],
> = {
  /** Stable; stored with every issued paper. */
  readonly key: string;
  /** Within the folder papers/ of the city. */
  readonly file: string;
  /** The rule profiles that know this paper. */
  readonly profiles: P;
  readonly words: W;
  readonly blocks: B;
};

export type ProfileWords = {
  readonly title: string;
  /** "Mẫu số 01"; null for a paper that no rule numbers. */
  readonly form: string | null;
  readonly citation: string;
  /** When one profile prints it on another paper than the template says. */
  readonly size?: PaperSize;
};

export type Template<W extends Words, B extends Blocks, P extends RuleProfile> = {
  readonly key: string;
  readonly version: number;
  readonly size: PaperSize;
  /** Closes the number: 12/HDHS. Null: the paper is not numbered. */
  readonly series: string | null;
  readonly profiles: { readonly [Name in P]: ProfileWords };
  readonly blocks: readonly (keyof B & string)[];
  readonly texts: TextsOf<W>;
};

export type TemplateOf<F> = F extends PaperForm<infer W, infer B, infer P> ? Template<W, B, P[number]> : never;

export function paperForm<const W extends Words, const B extends Blocks, const P extends readonly RuleProfile[]>(
  form: PaperForm<W, B, P>,
): PaperForm<W, B, P> {
  return form;
}

export const everyProfile = ["vn-2018", "vn-2025"] as const satisfies readonly RuleProfile[];
const sizes: readonly string[] = ["A4", "A5", "A4-landscape"] satisfies readonly PaperSize[];

/** Every fault of a template, each with the place in the file where it stands. Empty: the template fits the form. */
export function templateFaults(form: PaperForm, content: unknown): readonly string[] {
  if (!isRecord(content)) return ["/ must be an object"];
  return [
    ...keyFaults("", ["key", "version", "size", "series", "profiles", "blocks", "texts"], content),
    ...(content.key === undefined || content.key === form.key ? [] : [`/key must be "${form.key}"`]),
    ...versionFaults(content.version),
    ...(content.size === undefined ? [] : sizeFaults("/size", content.size)),
    ...(content.series === undefined || content.series === null ? [] : textFaults("/series", content.series, [])),
    ...profileFaults(form.profiles, content.profiles),
    ...blockFaults(form.blocks, content.blocks),
    ...(content.texts === undefined ? [] : wordFaults(form.words, content.texts, "/texts")),
  ];
}

export function isTemplate<W extends Words, B extends Blocks, P extends readonly RuleProfile[]>(
  form: PaperForm<W, B, P>,
  content: unknown,
): content is Template<W, B, P[number]> {
  return templateFaults(form, content).length === 0;
}

export function versionFaults(version: unknown): string[] {
  if (version === undefined) return [];
  const isCount = typeof version === "number" && Number.isInteger(version) && version >= 1 && version <= 32_767;
  return isCount ? [] : ["/version must be a whole number from 1"];
}

/** Faults of a tree of texts: what is missing, what nobody asked for, and places that are wrong. */
export function wordFaults(words: Words, texts: unknown, at: string): readonly string[] {
  if (!isRecord(texts)) return [`${at} must be an object`];
  return [
    ...keyFaults(at, Object.keys(words), texts),
    ...Object.entries(words).flatMap(([name, wanted]) => {
      const found = texts[name];
      if (found === undefined) return [];
      const path = `${at}/${name}`;
      return isPlaces(wanted) ? textFaults(path, found, wanted) : wordFaults(wanted, found, path);
    }),
  ];
}

export function textFaults(path: string, text: unknown, places: readonly string[]): string[] {
  if (typeof text !== "string" || text.trim() === "") return [`${path} must be a text that is not empty`];
  const known = places.map((place) => place.replace("?", ""));
  const named = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, place = ""]) => place);
  return [
    ...places
      .filter((place) => !place.endsWith("?") && !named.includes(place))
      .map((place) => `${path} must name {${place}}`),
    ...named
      .filter((place) => !known.includes(place))
      .map((place) =>
        known.length === 0
          ? `${path} names {${place}}; nothing can be put in there`
          : `${path} names {${place}}; known there: ${known.map((one) => `{${one}}`).join(", ")}`,
      ),
  ];
}

function profileFaults(profiles: readonly RuleProfile[], found: unknown): string[] {
  if (found === undefined) return [];
  if (!isRecord(found)) return ["/profiles must be an object"];
  return [
    ...keyFaults("/profiles", profiles, found),
    ...profiles.flatMap((name) => {
      const profile = found[name];
      const at = `/profiles/${name}`;
      if (profile === undefined) return [];
      if (!isRecord(profile)) return [`${at} must be an object`];
      const { size, ...said } = profile;
      return [
        ...keyFaults(at, ["title", "form", "citation"], said),
        ...(said.title === undefined ? [] : textFaults(`${at}/title`, said.title, [])),
        ...(said.form === undefined || said.form === null ? [] : textFaults(`${at}/form`, said.form, [])),
        ...(said.citation === undefined ? [] : textFaults(`${at}/citation`, said.citation, [])),
        ...(size === undefined ? [] : sizeFaults(`${at}/size`, size)),
      ];
    }),
  ];
}

function blockFaults(blocks: Blocks, found: unknown): string[] {
  if (found === undefined) return [];
  if (!Array.isArray(found)) return ["/blocks must be a list of names"];
  const names: readonly unknown[] = found;
  const known = Object.keys(blocks);
  return [
    ...names
      .filter((name) => typeof name !== "string" || !known.includes(name))
      .map((name) => `/blocks names "${String(name)}", which this paper does not have; it has ${known.join(", ")}`),
    ...known
      .filter((name) => names.filter((one) => one === name).length > 1)
      .map((name) => `/blocks names "${name}" twice`),
    ...known
      .filter((name) => blocks[name] === "must" && !names.includes(name))
      .map((name) => `/blocks must have "${name}": the rule the paper follows wants it`),
  ];
}

function sizeFaults(at: string, size: unknown): string[] {
  return typeof size === "string" && sizes.includes(size) ? [] : [`${at} must be one of ${sizes.join(", ")}`];
}

function keyFaults(at: string, wanted: readonly string[], found: Record<string, unknown>): string[] {
  return [
    ...wanted.filter((name) => !Object.hasOwn(found, name)).map((name) => `${at}/${name} is missing`),
    ...Object.keys(found)
      .filter((name) => !wanted.includes(name))
      .map((name) => `${at}/${name} is not known`),
  ];
}

function isPlaces(wanted: readonly string[] | Words): wanted is readonly string[] {
  return Array.isArray(wanted);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Puts values into a text of a template: {code}. Its places were checked at the start, so a missing value is our fault. */
export function fill(text: string, values: { readonly [name: string]: string | number }): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`A text names {${name}}, for which there is no value: ${text}`);
    return String(value);
  });
}

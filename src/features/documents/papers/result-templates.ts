/** Results have no form of their own in the law: their kinds and words follow NĐ 30/2020, each kind in one of three shapes. */
import { isRecord, type TextsOf, textFaults, versionFaults, type Words, wordFaults } from "./form.ts";

const shapes = ["decision", "notice", "certificate"] as const;

export type ResultKind = {
  /** Tried in order against what the procedure says its result is; the last kind takes everything. */
  readonly startsWith: readonly string[];
  readonly shape: (typeof shapes)[number];
  readonly title: string;
  /** Closes the number: "QĐ-{issuer}". */
  readonly series: string;
};

const common = ["authority?", "owner?", "proposer?", "code?", "submittedOn?", "procedureLower?"] as const;

const resultWords = {
  validUntil: ["day"],
  recipients: [],
  recipientNamed: ["name"],
  recipientFile: ["code?"],
  verify: ["address"],
  qr: [],
  decision: {
    about: common,
    basis: ["title", "number"],
    request: common,
    decides: [],
    article: ["no"],
    grants: common,
    force: [],
    carriedOut: common,
  },
  notice: { about: common, opening: common, closing: [] },
  certificate: { opening: common, basis: ["sources"] },
} as const satisfies Words;

export type ResultTemplates = {
  readonly version: number;
  readonly citation: string;
  readonly kinds: readonly ResultKind[];
  readonly texts: TextsOf<typeof resultWords>;
};

export const resultsFile = "results.json";

export function resultFaults(content: unknown): readonly string[] {
  if (!isRecord(content)) return ["/ must be an object"];
  const known = ["version", "citation", "kinds", "texts"];
  return [
    ...known.filter((name) => !Object.hasOwn(content, name)).map((name) => `/${name} is missing`),
    ...Object.keys(content)
      .filter((name) => !known.includes(name))
      .map((name) => `/${name} is not known`),
    ...versionFaults(content.version),
    ...(content.citation === undefined ? [] : textFaults("/citation", content.citation, [])),
    ...(content.texts === undefined ? [] : wordFaults(resultWords, content.texts, "/texts")),
    ...(content.kinds === undefined ? [] : kindFaults(content.kinds)),
  ];
}

export function isResultTemplates(content: unknown): content is ResultTemplates {
  return resultFaults(content).length === 0;
}

function kindFaults(kinds: unknown): string[] {
  if (!Array.isArray(kinds) || kinds.length === 0) return ["/kinds must be a list that is not empty"];
  const list: readonly unknown[] = kinds;
  return list.flatMap((kind, at) => {
    const path = `/kinds/${at}`;
    if (!isRecord(kind)) return [`${path} must be an object`];
    const { startsWith, shape, title, series, ...more } = kind;
    const starts: readonly unknown[] = Array.isArray(startsWith) ? startsWith : [];
    return [
      ...(starts.length > 0 && starts.every((start) => typeof start === "string")
        ? []
        : [`${path}/startsWith must be a list of beginnings`]),
      ...(shapes.some((known) => known === shape) ? [] : [`${path}/shape must be one of ${shapes.join(", ")}`]),
      ...textFaults(`${path}/title`, title, []),
      ...textFaults(`${path}/series`, series, ["issuer?"]),
      ...Object.keys(more).map((name) => `${path}/${name} is not known`),
      ...(at === list.length - 1 && !starts.includes("")
        ? [`${path}/startsWith must hold "": the last kind takes what no other takes`]
        : []),
    ];
  });
}

/** Which kind of paper the result of a procedure is: "Giấy chứng nhận kết hôn (02 bản chính)" is a certificate. */
export function resultKind(templates: ResultTemplates, result: string): ResultKind {
  const found = templates.kinds.find((kind) => kind.startsWith.some((start) => result.startsWith(start)));
  if (!found) throw new Error(`No kind of result takes "${result}"`);
  return found;
}

/** The name of the paper without what is said about copies and terms: "Giấy chứng nhận kết hôn". */
export function resultTitle(result: string): string {
  return result.replace(/\s*\([^)]*\)/g, "").trim();
}

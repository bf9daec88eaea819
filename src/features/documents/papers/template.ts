/** What a paper is called, cited as and says: data of the city, replaceable without touching code (NĐ 309/2026 art. 12). */
import { type Static, type TObject, type TProperties, Type } from "typebox";
import { cityFileReader } from "#features/organisation/index.ts";

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });

const profile = Type.Object({ title: text, form: Type.Union([text, Type.Null()]), citation: text }, closed);

function template<Texts extends TProperties>(texts: TObject<Texts>) {
  return Type.Object(
    {
      key: text,
      version: Type.Integer({ minimum: 1 }),
      size: Type.Union([Type.Literal("A4"), Type.Literal("A5")]),
      /** Closes the number: 12/HDHS. Null: the paper is not numbered. */
      series: Type.Union([text, Type.Null()]),
      profiles: Type.Object({ "vn-2018": profile, "vn-2025": profile }, closed),
      texts,
    },
    closed,
  );
}

function texts<const Keys extends readonly string[]>(...keys: Keys) {
  type Name = Keys[number];
  const properties = Object.fromEntries(keys.map((key) => [key, text])) as Record<Name, typeof text>;
  return properties;
}

const acknowledgement = template(
  Type.Object(
    texts(
      "code",
      "secret",
      "secretNote",
      "submitter",
      "owner",
      "submittedAt",
      "procedure",
      "unit",
      "components",
      "fileCount",
      "next",
      "nextText",
      "notReceipt",
      "proof",
      "lookup",
      "qr",
    ),
    closed,
  ),
);

const receipt = template(
  Type.Object(
    {
      ...texts(
        "code",
        "unit",
        "receivedFrom",
        "address",
        "phone",
        "email",
        "idNumber",
        "owner",
        "content",
        "components",
        "setCount",
        "set",
        "duration",
        "receivedAt",
        "dueAt",
        "resultAt",
        "early",
        "lookup",
        "submitterSigns",
        "officialSigns",
        "byHand",
        "qr",
      ),
      columns: Type.Object(texts("no", "name", "original", "certified", "photocopy", "note"), closed),
    },
    closed,
  ),
);

const supplementRequest = template(
  Type.Object(
    {
      ...texts(
        "code",
        "unit",
        "applicant",
        "address",
        "phone",
        "email",
        "content",
        "ask",
        "reason",
        "answerBy",
        "once",
        "help",
        "officialSigns",
        "qr",
      ),
      columns: Type.Object(texts("no", "what", "fault", "basis"), closed),
    },
    closed,
  ),
);

const refusal = template(
  Type.Object(
    texts(
      "code",
      "unit",
      "applicant",
      "address",
      "phone",
      "email",
      "idNumber",
      "content",
      "submittedAt",
      "refusal",
      "basis",
      "help",
      "appeal",
      "officialSigns",
      "qr",
    ),
    closed,
  ),
);

const resultShapes = Type.Union([Type.Literal("decision"), Type.Literal("notice"), Type.Literal("certificate")]);
const results = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    citation: text,
    /** Tried in order against what the procedure says its result is; the last one takes everything. */
    kinds: Type.Array(
      Type.Object(
        { startsWith: Type.Array(Type.String(), { minItems: 1 }), shape: resultShapes, title: text, series: text },
        closed,
      ),
      { minItems: 1 },
    ),
    texts: Type.Object(
      {
        ...texts(
          "number",
          "proposal",
          "validUntil",
          "recipients",
          "recipientOwner",
          "recipientNamed",
          "recipientFile",
          "verify",
          "qr",
          "annex",
        ),
        decision: Type.Object(
          texts("about", "authority", "basis", "request", "decides", "article", "grants", "force", "carriedOut"),
          closed,
        ),
        notice: Type.Object(texts("about", "opening", "closing"), closed),
        certificate: Type.Object(texts("opening", "basis"), closed),
      },
      closed,
    ),
  },
  closed,
);

export type AcknowledgementTemplate = Static<typeof acknowledgement>;
export type ReceiptTemplate = Static<typeof receipt>;
export type SupplementRequestTemplate = Static<typeof supplementRequest>;
export type RefusalTemplate = Static<typeof refusal>;
export type ResultTemplates = Static<typeof results>;
export type ResultKind = ResultTemplates["kinds"][number];

export type PaperTemplates = {
  readonly acknowledgement: AcknowledgementTemplate;
  readonly receipt: ReceiptTemplate;
  readonly supplementRequest: SupplementRequestTemplate;
  readonly refusal: RefusalTemplate;
  readonly results: ResultTemplates;
};

const readAcknowledgement = cityFileReader(acknowledgement);
const readReceipt = cityFileReader(receipt);
const readSupplementRequest = cityFileReader(supplementRequest);
const readRefusal = cityFileReader(refusal);
const readResults = cityFileReader(results);

/** `cityFolder`: such as cities/thanh-hoa-2020. */
export function readPaperTemplates(cityFolder: string): PaperTemplates {
  return {
    acknowledgement: readAcknowledgement(cityFolder, "papers/acknowledgement.json"),
    receipt: readReceipt(cityFolder, "papers/receipt.json"),
    supplementRequest: readSupplementRequest(cityFolder, "papers/supplement-request.json"),
    refusal: readRefusal(cityFolder, "papers/refusal.json"),
    results: readResults(cityFolder, "papers/results.json"),
  };
}

/** Puts values into a text of a template: {code}. What the template does not know stays as it is, to be seen and mended. */
export function fill(template: string, values: { readonly [name: string]: string | number }): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Which kind of paper the result of a procedure is: "Giấy chứng nhận kết hôn (02 bản chính)" is a certificate. */
export function resultKind(templates: ResultTemplates, result: string): ResultKind {
  const found = templates.kinds.find((kind) => kind.startsWith.some((start) => result.startsWith(start)));
  const last = templates.kinds.at(-1);
  if (!last) throw new Error("results.json names no kinds");
  return found ?? last;
}

/** The name of the paper without what is said about copies and terms: "Giấy chứng nhận kết hôn". */
export function resultTitle(result: string): string {
  return result.replace(/\s*\([^)]*\)/g, "").trim();
}

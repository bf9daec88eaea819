/** What people are told, as data of the city: per channel, event and language, replaceable without touching code. */
import { type Static, type TProperties, type TSchema, Type } from "typebox";
import { CityFileError, cityFileReader } from "#features/organisation/index.ts";
import { type Language, languages } from "#foundation/i18n/index.ts";
import { type Channel, channels } from "./channels.ts";

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const both = <Shape extends TProperties>(properties: Shape) =>
  Type.Object({ vi: Type.Object(properties, closed), en: Type.Object(properties, closed) }, closed);
const version = Type.Integer({ minimum: 1 });

/** Why an address is sent something about an account: see `code-message.tsx`. */
export const codeKinds = ["open", "recover", "known", "unknown"] as const;
export type CodeKind = (typeof codeKinds)[number];
const eachCode = <Shape extends TSchema>(shape: Shape) =>
  Type.Object({ open: shape, recover: shape, known: shape, unknown: shape }, closed);

const emailShape = Type.Object(
  {
    version,
    /** Around every e-mail. */
    frame: both({
      greeting: text,
      closing: Type.Array(text),
      /** Why this person gets it: for the contact written in a dossier, and for an account that chose so. */
      toContact: text,
      toAccount: text,
      /** The link by which whoever was told by the contact of a dossier turns that off. */
      stop: text,
    }),
    events: Type.Record(Type.String(), both({ subject: text, body: Type.Array(text, { minItems: 1 }) })),
    codes: eachCode(both({ subject: text, body: Type.Array(text, { minItems: 1 }), why: text })),
    digest: both({
      subject: text,
      intro: text,
      nothing: text,
      overdue: text,
      dueToday: text,
      returned: text,
      waiting: text,
      lateBodies: text,
      more: text,
      why: text,
    }),
  },
  closed,
);

const smsShape = Type.Object(
  {
    version,
    /** `templateId`: under which provider and networks approved this text. */
    events: Type.Record(Type.String(), both({ templateId: text, text })),
    codes: eachCode(both({ templateId: text, text })),
  },
  closed,
);

const zaloShape = Type.Object(
  {
    version,
    events: Type.Record(
      Type.String(),
      both({
        templateId: text,
        parameters: Type.Record(
          Type.String(),
          Type.Object({ value: text, longest: Type.Integer({ minimum: 1 }) }, closed),
        ),
      }),
    ),
  },
  closed,
);

export type NoticeTemplates = {
  readonly email: Static<typeof emailShape>;
  readonly sms: Static<typeof smsShape>;
  readonly zalo: Static<typeof zaloShape>;
};

const readers = { email: cityFileReader(emailShape), sms: cityFileReader(smsShape), zalo: cityFileReader(zaloShape) };

/** What a text may hold in braces; anything else in braces is a slip of the pen. */
export const placeholders = [
  "code",
  "procedure",
  "unit",
  "at",
  "dueAt",
  "reason",
  "faults",
  "link",
  "site",
  "authority",
] as const;
export type Placeholder = (typeof placeholders)[number];

export function readNoticeTemplates(cityFolder: string): NoticeTemplates {
  const templates: NoticeTemplates = {
    email: readers.email(cityFolder, "notices/email.json"),
    sms: readers.sms(cityFolder, "notices/sms.json"),
    zalo: readers.zalo(cityFolder, "notices/zalo.json"),
  };
  const faults = [...channels.flatMap((channel) => faultsOf(templates, channel)), ...faultsOfCodes(templates)];
  if (faults.length > 0) throw new CityFileError(`${cityFolder}/notices`, faults);
  return templates;
}

/** Events that are told by a channel: those that have a text there. */
export function toldBy(templates: NoticeTemplates, channel: Channel): readonly string[] {
  return Object.keys(templates[channel].events);
}

function faultsOf(templates: NoticeTemplates, channel: Channel): readonly string[] {
  return toldBy(templates, channel).flatMap((event) =>
    languages.flatMap((language) =>
      textsOf(templates, channel, event, language).flatMap((one) => {
        const place = `${channel} ${event} ${language}`;
        const unknown = [...one.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = ""]) =>
          placeholders.some((known) => known === name) ? [] : [`${place}: there is no {${name}}`],
        );
        const isPlain = channel !== "sms" || /^[\x20-\x7e]*$/.test(one);
        return isPlain ? unknown : [...unknown, `${place}: a text message has no marks`];
      }),
    ),
  );
}

/** Of messages about accounts: what a code can be put into, and that a text message is one. */
function faultsOfCodes({ email, sms }: NoticeTemplates): readonly string[] {
  const known = ["code", "site", "authority"];
  return codeKinds.flatMap((kind) =>
    languages.flatMap((language) => {
      const { subject, body, why } = email.codes[kind][language];
      const { text } = sms.codes[kind][language];
      const place = `${kind} ${language}`;
      const needsCode = kind === "open" || kind === "recover";
      return [
        ...[subject, ...body, why, text].flatMap((one) =>
          [...one.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = ""]) =>
            known.includes(name) ? [] : [`codes ${place}: there is no {${name}}`],
          ),
        ),
        ...(needsCode && !body.join(" ").includes("{code}") ? [`email codes ${place}: {code} is missing`] : []),
        ...(needsCode && !text.includes("{code}") ? [`sms codes ${place}: {code} is missing`] : []),
        ...(/^[\x20-\x7e]*$/.test(text) ? [] : [`sms codes ${place}: a text message has no marks`]),
      ];
    }),
  );
}

function textsOf(templates: NoticeTemplates, channel: Channel, event: string, language: Language): readonly string[] {
  switch (channel) {
    case "email": {
      const found = templates.email.events[event]?.[language];
      return found === undefined ? [] : [found.subject, ...found.body];
    }
    case "sms": {
      const found = templates.sms.events[event]?.[language];
      return found === undefined ? [] : [found.text];
    }
    case "zalo":
      return Object.values(templates.zalo.events[event]?.[language].parameters ?? {}).map(({ value }) => value);
  }
}

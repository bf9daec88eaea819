/** Puts what happened into the city's texts: one message for one channel and language. Pure. */
import { formatInstant, formatInstantWithWeekday, type Language, searchText } from "#foundation/i18n/index.ts";
import type { Channel } from "./channels.ts";
import { MailPage, type Paragraph } from "./mail-page.tsx";
import type { NoticeTemplates, Placeholder } from "./templates.ts";

export type NoticeFacts = {
  readonly event: string;
  readonly code: string;
  readonly procedure: { readonly vi: string; readonly en: string };
  readonly unit: { readonly vi: string; readonly en: string };
  readonly authority: { readonly vi: string; readonly en: string };
  readonly at: Date;
  readonly dueAt: Date | null;
  readonly reason: string | null;
  readonly faults: readonly { readonly of: string; readonly message: string }[];
  /** Public address of the site, without a trailing slash. */
  readonly origin: string;
  /** Where the dossier is followed. */
  readonly link: string;
  /** Where its reader turns such messages off; null for an account, which has its own page for it. */
  readonly stopLink: string | null;
};

export type Message =
  | {
      readonly channel: "email";
      readonly subject: string;
      readonly text: string;
      readonly html: string;
      readonly stopLink: string | null;
      readonly language: Language;
    }
  | { readonly channel: "sms"; readonly templateId: string; readonly text: string }
  | { readonly channel: "zalo"; readonly templateId: string; readonly parameters: Readonly<Record<string, string>> };

export const longestSms = 160;

/** Null: this event is not told by this channel. */
export function fillIn(
  templates: NoticeTemplates,
  channel: Channel,
  language: Language,
  facts: NoticeFacts,
): Message | null {
  switch (channel) {
    case "email":
      return mailOf(templates, language, facts);
    case "sms": {
      const found = templates.sms.events[facts.event]?.[language];
      if (found === undefined) return null;
      return {
        channel,
        templateId: found.templateId,
        text: plain(put(found.text, valuesOf(facts, language, "short"))),
      };
    }
    case "zalo": {
      const found = templates.zalo.events[facts.event]?.[language];
      if (found === undefined) return null;
      const values = valuesOf(facts, language, "short");
      const parameters = Object.fromEntries(
        Object.entries(found.parameters).map(([name, { value, longest }]) => [name, cut(put(value, values), longest)]),
      );
      return { channel, templateId: found.templateId, parameters };
    }
  }
}

function mailOf(templates: NoticeTemplates, language: Language, facts: NoticeFacts): Message | null {
  const found = templates.email.events[facts.event]?.[language];
  if (found === undefined) return null;
  const frame = templates.email.frame[language];
  const values = valuesOf(facts, language, "long");
  const paragraphs = [frame.greeting, ...found.body, ...frame.closing].flatMap((paragraph): readonly Paragraph[] => {
    if (paragraph === "{faults}") return facts.faults.length === 0 ? [] : [facts.faults.map(inWords)];
    // A sentence about something that is not there is left out.
    return namesIn(paragraph).some((name) => values[name] === "") ? [] : [put(paragraph, values)];
  });
  const why = put(facts.stopLink === null ? frame.toAccount : frame.toContact, values);
  const { stopLink } = facts;
  return {
    channel: "email",
    subject: put(found.subject, values).replace(/\s+/g, " "),
    text: [
      ...paragraphs.map((one) => (typeof one === "string" ? one : one.map((line) => `- ${line}`).join("\n"))),
      stopLink === null ? why : `${why}\n${frame.stop}: ${stopLink}`,
    ].join("\n\n"),
    html: String(
      <MailPage
        language={language}
        paragraphs={paragraphs}
        why={why}
        stop={stopLink === null ? null : { text: frame.stop, href: stopLink }}
      />,
    ),
    stopLink,
    language,
  };
}

type Values = Readonly<Record<Placeholder, string>>;

function valuesOf(facts: NoticeFacts, language: Language, length: "short" | "long"): Values {
  const instant = (at: Date) => (length === "short" ? formatInstant(at) : formatInstantWithWeekday(at, language));
  return {
    code: facts.code,
    procedure: facts.procedure[language],
    unit: facts.unit[language],
    authority: facts.authority[language],
    at: instant(facts.at),
    dueAt: facts.dueAt === null ? "" : instant(facts.dueAt),
    reason: facts.reason ?? "",
    faults: facts.faults.map(inWords).join("; "),
    link: facts.link,
    site: facts.origin.replace(/^https?:\/\//, ""),
  };
}

function inWords({ of, message }: NoticeFacts["faults"][number]): string {
  return of === "" ? message : `${of}: ${message}`;
}

function namesIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as Placeholder);
}

function put(text: string, values: Values): string {
  // Values are put in once: braces that somebody wrote in a reason stay what they are.
  return text.replace(/\{(\w+)\}/g, (_, name: Placeholder) => values[name]);
}

/** A text message has no marks; whatever is left that the networks cannot send becomes a space. */
export function plain(text: string): string {
  const bare = [...text.normalize("NFC")]
    .map((letter) => (/[\x20-\x7e]/.test(letter) ? letter : bareOf(letter)))
    .join("");
  return bare
    .replace(/[^\x20-\x7e]+/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

function bareOf(letter: string): string {
  const bare = searchText(letter);
  return letter === letter.toLowerCase() ? bare : bare.toUpperCase();
}

function cut(text: string, longest: number): string {
  const letters = [...text];
  return letters.length <= longest
    ? text
    : `${letters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}

/** What an address is sent when somebody opens an account or sets a password by it: one-time codes in the city's words. */
import type { Language } from "#foundation/i18n/index.ts";
import { type Message, plain } from "./fill-in.tsx";
import { MailPage } from "./mail-page.tsx";
import type { CodeKind, NoticeTemplates } from "./templates.ts";

export type CodeFacts = {
  /** Absent where there is none to tell. */
  readonly code?: string;
  readonly authority: { readonly vi: string; readonly en: string };
  readonly origin: string;
};

export function codeMessage(
  templates: NoticeTemplates,
  channel: "email" | "sms",
  language: Language,
  kind: CodeKind,
  facts: CodeFacts,
): Message {
  const values: Readonly<Record<string, string>> = {
    code: facts.code ?? "",
    authority: facts.authority[language],
    site: facts.origin.replace(/^https?:\/\//, ""),
  };
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);
  if (channel === "sms") {
    const { templateId, text } = templates.sms.codes[kind][language];
    return { channel, templateId, text: plain(put(text)) };
  }
  const { greeting } = templates.email.frame[language];
  const { subject, body, why } = templates.email.codes[kind][language];
  const paragraphs = [greeting, ...body.map(put), facts.authority[language]];
  return {
    channel,
    subject: put(subject),
    text: [...paragraphs, put(why)].join("\n\n"),
    html: String(<MailPage language={language} paragraphs={paragraphs} why={put(why)} stop={null} />),
    stopLink: null,
    language,
  };
}

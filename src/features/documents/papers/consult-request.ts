import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish, layClosing, recipientsSide, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { dayWithoutWord, instantInWords, withinSentence } from "./paper-words.ts";
import type { Signature } from "./signature-block.ts";
import { bodyStyles, openSlip, type SetPaper, setAddressee, setBlocks, setHeading, setTitle } from "./slip.ts";

export type ConsultRequestData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  readonly verifyUrl: string;
  /** The bodies that are asked. */
  readonly asked: readonly string[];
  /** Who asks, as it names itself within a sentence. */
  readonly agency: string;
  readonly owner: string;
  readonly procedure: string;
  readonly acceptedAt: Date;
  readonly dueAt: Date;
  readonly summary: string | null;
  readonly questions: readonly string[];
  readonly attachments: readonly string[];
  readonly answerBy: Date;
  /** Where the answer is to be given. */
  readonly answerTo: string;
  /** What was answered, once it was. */
  readonly answer: { readonly by: string; readonly at: Date; readonly text: string } | null;
  readonly signature: Signature;
};

export const consultRequestForm = paperForm({
  key: "consultRequest",
  file: "consult-request.json",
  profiles: everyProfile,
  words: {
    subject: ["procedureLower?", "code?"],
    addressee: [],
    opening: ["agency", "code", "owner", "procedureLower", "acceptedOn", "dueAt?"],
    summary: [],
    questions: [],
    attachments: [],
    answerBy: ["answerBy", "answerTo"],
    clock: [],
    answer: [],
    answered: ["by", "at"],
    recipients: [],
    recipientAsked: [],
    recipientFile: ["code?"],
    verify: ["address"],
    qr: ["code?"],
  },
  blocks: {
    addressee: "must",
    opening: "must",
    summary: "may",
    questions: "must",
    attachments: "must",
    answerBy: "must",
    clock: "may",
    answer: "must",
  },
});
export type ConsultRequestTemplate = TemplateOf<typeof consultRequestForm>;

/** Phiếu lấy ý kiến (61/2018 art. 19(5)): question, body, time limit, answer. */
export async function setConsultRequest(template: ConsultRequestTemplate, data: ConsultRequestData): Promise<SetPaper> {
  const t = template.texts;
  const values = { code: data.code, procedureLower: withinSentence(data.procedure) };
  const slip = openSlip(template, { ...data, head: { ...data.head, subject: fill(t.subject, values) } });
  const { sheet, base } = slip;
  const body = bodyStyles[slip.size];
  setTitle(slip, slip.profile.title, null, null);
  const closing = layClosing(sheet, base, [
    recipientsSide({
      heading: t.recipients,
      recipients: [t.recipientAsked, fill(t.recipientFile, values)],
      qr: { text: data.verifyUrl, alt: fill(t.qr, values) },
      verify: fill(t.verify, { address: data.verifyUrl }),
    }),
    signatureSide(data.signature),
  ]);
  setBlocks(template.blocks, {
    addressee: () => setAddressee(slip, t.addressee, data.asked.join("; ")),
    opening: () =>
      sheet.paragraph(
        fill(t.opening, {
          ...values,
          agency: data.agency,
          owner: data.owner,
          acceptedOn: dayWithoutWord(data.acceptedAt),
          dueAt: instantInWords(data.dueAt),
        }),
        body,
      ),
    summary() {
      if (data.summary === null || data.summary.trim() === "") return;
      setHeading(slip, t.summary);
      sheet.paragraph(data.summary, body);
    },
    questions() {
      setHeading(slip, t.questions);
      const isOne = data.questions.length === 1;
      for (const [at, question] of data.questions.entries())
        sheet.paragraph(isOne ? question : `${at + 1}. ${question}`, body);
    },
    attachments() {
      if (data.attachments.length === 0) return;
      setHeading(slip, t.attachments);
      for (const name of data.attachments) sheet.paragraph(`- ${name};`, { ...body, after: 1 });
    },
    answerBy: () =>
      sheet.paragraph(fill(t.answerBy, { answerBy: instantInWords(data.answerBy), answerTo: data.answerTo }), {
        ...body,
        before: 3,
      }),
    clock: () => sheet.paragraph(t.clock, { ...body, face: "italic" }),
    answer() {
      if (data.answer === null) return;
      setHeading(slip, t.answer);
      sheet.paragraph(fill(t.answered, { by: data.answer.by, at: instantInWords(data.answer.at) }), {
        ...body,
        face: "italic",
      });
      sheet.paragraph(data.answer.text, body);
    },
  });
  return finish(slip, closing);
}

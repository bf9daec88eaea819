import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { openSlip, type SetPaper, setBlocks, setLabelled, setTitle } from "./slip.ts";
import { setTable } from "./table.ts";

export type EvaluationSlipData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  /** Where the same questions are answered online. */
  readonly evaluateUrl: string;
  readonly unit: string;
  readonly procedure: string;
};

/** What a citizen is asked (61/2018 art. 31(1)), in the order of the article. */
export const evaluationQuestions = [
  "time",
  "bodies",
  "contacts",
  "published",
  "attitude",
  "costs",
  "explained",
  "online",
  "petition",
] as const;
export type EvaluationQuestion = (typeof evaluationQuestions)[number];

export const evaluationSlipForm = paperForm({
  key: "evaluationSlip",
  file: "evaluation-slip.json",
  profiles: everyProfile,
  words: {
    unit: [],
    code: [],
    procedure: [],
    invitation: [],
    how: [],
    columns: { no: [], question: [], good: [], fair: [], poor: [] },
    questions: {
      time: [],
      bodies: [],
      contacts: [],
      published: [],
      attitude: [],
      costs: [],
      explained: [],
      online: [],
      petition: [],
    },
    other: [],
    confidential: [],
    thanks: [],
    lookup: ["address"],
    qr: ["code?"],
  },
  blocks: {
    unit: "must",
    procedure: "must",
    invitation: "must",
    questions: "must",
    other: "must",
    confidential: "must",
    thanks: "may",
    lookup: "may",
  },
});
export type EvaluationSlipTemplate = TemplateOf<typeof evaluationSlipForm>;

/** Phiếu đánh giá, handed out with forms 01 to 03 (TT 01/2018 art. 12(2)); it carries no name. */
export async function setEvaluationSlip(template: EvaluationSlipTemplate, data: EvaluationSlipData): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  setTitle(slip, slip.profile.title, `${t.code}: ${data.code}`, {
    text: data.evaluateUrl,
    alt: fill(t.qr, { code: data.code }),
  });
  setBlocks(template.blocks, {
    unit: () => setLabelled(slip, t.unit, data.unit),
    procedure: () => setLabelled(slip, t.procedure, data.procedure),
    invitation: () => sheet.paragraph(t.invitation, { align: "justify", before: 3, after: 3 }),
    questions: () => setQuestions(),
    other() {
      sheet.paragraph(`${t.other}:`, { before: 4, keepWith: base * 4 });
      sheet.dottedLines(2, base * 1.7);
      sheet.y += base * 0.6;
    },
    confidential: () => sheet.paragraph(t.confidential, { face: "italic", size: base * 0.92, align: "justify" }),
    thanks: () => sheet.paragraph(t.thanks, { size: base * 0.95 }),
    lookup: () => sheet.paragraph(fill(t.lookup, { address: data.evaluateUrl }), { size: base * 0.85, before: 2 }),
  });
  return finish(slip, null);

  function setQuestions(): void {
    sheet.paragraph(t.how, { size: base * 0.92, face: "italic", after: 2.5, keepWith: base * 6 });
    const box = "\u25a1";
    setTable(
      sheet,
      [
        { title: t.columns.no, share: 8, align: "center" },
        { title: t.columns.question, share: 56 },
        { title: t.columns.good, share: 12, align: "center" },
        { title: t.columns.fair, share: 12, align: "center" },
        { title: t.columns.poor, share: 12, align: "center" },
      ],
      evaluationQuestions.map((question, at) => [String(at + 1), t.questions[question], box, box, box]),
      { style: { size: base * 0.9, leading: 1.24 } },
    );
  }
}

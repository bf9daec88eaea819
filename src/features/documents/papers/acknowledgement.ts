import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import { openSlip, type SetPaper, setBlocks, setLabelled, setTitle } from "./slip.ts";

export type AcknowledgementData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  readonly lookupSecret: string;
  /** Where the QR leads: the look-up page with the code in it, and never the secret. */
  readonly lookupUrl: string;
  readonly submitter: string;
  readonly owner: string;
  readonly submittedAt: Date;
  readonly procedure: string;
  readonly unit: string;
  readonly components: readonly { readonly name: string; readonly files: number }[];
  readonly answerBy: Date;
  /** The leaf of the public log, when there is one. */
  readonly leafHash: string | null;
};

export const acknowledgementForm = paperForm({
  key: "acknowledgement",
  file: "acknowledgement.json",
  profiles: everyProfile,
  words: {
    code: [],
    secret: [],
    secretNote: [],
    submitter: [],
    owner: [],
    submittedAt: [],
    procedure: [],
    unit: [],
    components: [],
    fileCount: ["count"],
    next: [],
    nextText: ["answerBy"],
    notReceipt: [],
    proof: [],
    lookup: ["address"],
    qr: ["code?"],
  },
  blocks: {
    codes: "must",
    submitter: "must",
    owner: "must",
    submittedAt: "must",
    procedure: "must",
    unit: "must",
    components: "must",
    next: "must",
    notReceipt: "must",
    lookup: "may",
    proof: "may",
  },
});
export type AcknowledgementTemplate = TemplateOf<typeof acknowledgementForm>;

/** What a person keeps from the moment of sending: what was sent, when, and the two codes to follow it with. */
export async function setAcknowledgement(
  template: AcknowledgementTemplate,
  data: AcknowledgementData,
): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  setTitle(slip, slip.profile.title, null, { text: data.lookupUrl, alt: fill(t.qr, { code: data.code }) });
  setBlocks(template.blocks, {
    codes: () => setCodes(),
    submitter: () => setLabelled(slip, t.submitter, data.submitter),
    owner: () => setLabelled(slip, t.owner, data.owner === data.submitter ? null : data.owner),
    submittedAt: () => setLabelled(slip, t.submittedAt, instantInWords(data.submittedAt)),
    procedure: () => setLabelled(slip, t.procedure, data.procedure, { strong: true }),
    unit: () => setLabelled(slip, t.unit, data.unit),
    components: () => setComponents(),
    next: () =>
      sheet.paragraph(
        [
          { text: `${t.next}: `, face: "bold" },
          { text: fill(t.nextText, { answerBy: instantInWords(data.answerBy) }) },
        ],
        { before: 6, after: 3 },
      ),
    notReceipt: () => sheet.paragraph(t.notReceipt, { face: "italic", size: base * 0.95 }),
    lookup: () => sheet.paragraph(fill(t.lookup, { address: data.lookupUrl }), { size: base * 0.85, before: 4 }),
    proof() {
      if (data.leafHash === null) return;
      sheet.paragraph(`${t.proof}: ${data.leafHash}`, { size: base * 0.72, colour: "#555555" });
    },
  });
  return finish(slip, null);

  function setComponents(): void {
    if (data.components.length === 0) return;
    sheet.paragraph(`${t.components}:`, { before: 2, after: 1, keepWith: base * 2 });
    for (const [at, component] of data.components.entries()) {
      const files = fill(t.fileCount, { count: component.files });
      sheet.paragraph(`${at + 1}. ${component.name} (${files})`, { size: base * 0.95, after: 0.5 });
    }
  }

  /** Both codes in one frame, large enough to be read from a photo of the paper. */
  function setCodes(): void {
    const padding = 6;
    const gap = 10;
    const codeWidth = (sheet.width - 2 * padding - gap) * 0.62;
    const secretWidth = sheet.width - 2 * padding - gap - codeWidth;
    const label = { size: base * 0.85 };
    const large = { size: base * 1.25, face: "bold" } as const;
    const height =
      sheet.heightOf(t.code, label) +
      Math.max(sheet.heightOf(data.code, large, codeWidth), sheet.heightOf(data.lookupSecret, large, secretWidth)) +
      sheet.heightOf(t.secretNote, label, sheet.width - 2 * padding) +
      2 * padding;
    sheet.need(height);
    const top = sheet.y;
    const left = { x: sheet.left + padding, width: codeWidth };
    const right = { x: sheet.left + padding + codeWidth + gap, width: secretWidth };
    let y = top + padding;
    const labelHeight = sheet.block(t.code, { ...left, y }, label);
    const codeHeight = sheet.block(data.code, { ...left, y: y + labelHeight }, large);
    sheet.block(t.secret, { ...right, y }, label);
    const secretHeight = sheet.block(data.lookupSecret, { ...right, y: y + labelHeight }, large);
    y += labelHeight + Math.max(codeHeight, secretHeight);
    sheet.block(t.secretNote, { x: left.x, y, width: sheet.width - 2 * padding }, { ...label, face: "italic" });
    sheet.frame({ x: sheet.left, y: top, width: sheet.width, height }, "#000000", 0.9);
    sheet.y = top + height + 7;
  }
}

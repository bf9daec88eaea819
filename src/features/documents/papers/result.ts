import { layClosing, recipientsSide, signatureSide } from "./closing.ts";
import { fill } from "./form.ts";
import { type Letterhead, setLetterhead } from "./letterhead.ts";
import { capitals, dayWithoutWord, withinSentence } from "./paper-words.ts";
import { type ResultKind, type ResultTemplates, resultTitle } from "./result-templates.ts";
import { mm, openSheet, type ParagraphStyle, type Sheet } from "./sheet.ts";
import type { Signature } from "./signature-block.ts";
import { baseSizes, qrOf, type SetPaper } from "./slip.ts";

export type ResultData = {
  readonly head: Letterhead;
  readonly kind: ResultKind;
  /** What the procedure says its result is: "Giấy chứng nhận kết hôn (02 bản chính)". */
  readonly result: string;
  readonly procedure: string;
  readonly code: string;
  readonly submittedAt: Date;
  readonly owner: string;
  /** The authority that decides, as it names itself within a sentence. */
  readonly authority: string;
  /** The head of the authority, whose decision it is: "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG LAM SƠN". */
  readonly decider: string;
  /** The office that prepared it. */
  readonly proposer: string;
  readonly legalBasis: readonly { readonly number: string; readonly title: string }[];
  /** The answers that the paper states, by heading. */
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly { readonly label: string; readonly value: string }[];
  }[];
  /** What the specialist proposed and the signer approved, in words. */
  readonly proposal: string | null;
  readonly validUntil: Date | null;
  readonly recipients: readonly string[];
  /** Where anybody can check this very paper. */
  readonly verifyUrl: string | null;
  readonly signature: Signature;
};

/** As long as the address of a paper will be; measured, never shown. */
const addressToCome = `https://${"-".repeat(28)}/xac-minh/${"-".repeat(36)}`;

/** The result of a procedure, in the shape its kind of paper has (NĐ 30/2020 annex III). */
export async function setResult(templates: ResultTemplates, data: ResultData): Promise<SetPaper> {
  const t = templates.texts;
  const base = baseSizes.A4;
  const { shape } = data.kind;
  const title = shape === "certificate" ? resultTitle(data.result) : data.kind.title;
  const sheet = openSheet({
    size: "A4",
    title: data.head.number === null ? title : `${title} số ${data.head.number}`,
    subject: `${templates.citation} (${shape} ${templates.version})`,
    author: data.head.issuer,
    at: data.head.at,
    baseSize: base,
    isSpecimen: data.head.isSpecimen === true,
    isDraft: data.verifyUrl === null,
  });
  setLetterhead(sheet, data.head, base);
  const values = {
    authority: data.authority,
    owner: data.owner,
    proposer: data.proposer,
    code: data.code,
    submittedOn: dayWithoutWord(data.submittedAt),
    procedureLower: withinSentence(data.procedure),
  };
  const body = { align: "justify", indent: 10 * mm, after: 5, leading: 1.32 } as const;

  const closing = layClosing(sheet, base, [
    recipientsSide({
      heading: t.recipients,
      recipients: [
        ...data.recipients.map((name) => fill(t.recipientNamed, { name })),
        fill(t.recipientFile, { code: data.code }),
      ],
      qr: qrOf(data.verifyUrl, t.qr),
      // A draft keeps the room, so that it breaks into pages as the paper itself will.
      verify: fill(t.verify, { address: data.verifyUrl ?? addressToCome }),
    }),
    signatureSide(data.signature),
  ]);

  const heading = { size: base + 1, face: "bold", align: "center" } as const;
  sheet.paragraph(capitals(title), { ...heading, tag: "H1", before: 6, after: 2 });
  if (shape === "certificate") setCertificate();
  else if (shape === "decision") setDecision();
  else setNotice();

  const signatures = closing.set();
  return { pdf: await sheet.finish(), signatures };

  function setAbout(text: string): void {
    sheet.paragraph(text, { face: "bold", align: "center", tag: "H2" });
    const ruled = Math.min(sheet.width / 4, sheet.widthOf(text, { face: "bold" }) / 2);
    sheet.rule(sheet.left + (sheet.width - ruled) / 2, sheet.y + 5, ruled);
    sheet.y += 18;
  }

  function setCertificate(): void {
    sheet.y += 8;
    sheet.paragraph(fill(t.certificate.opening, values), body);
    setGroups();
    setProposal();
    if (data.legalBasis.length > 0) {
      const sources = data.legalBasis.map((source) => `${source.title} số ${source.number}`).join("; ");
      sheet.paragraph(fill(t.certificate.basis, { sources }), { ...body, before: 4, size: base - 1 });
    }
    setValidity();
  }

  function setDecision(): void {
    setAbout(fill(t.decision.about, values));
    sheet.paragraph(capitals(data.decider), { face: "bold", align: "center", after: 6 });
    for (const source of data.legalBasis) {
      sheet.paragraph(fill(t.decision.basis, source), { ...body, face: "italic" });
    }
    sheet.paragraph(fill(t.decision.request, values), { ...body, face: "italic" });
    sheet.paragraph(t.decision.decides, { face: "bold", align: "center", before: 4, after: 6, keepWith: base * 3 });
    let no = 0;
    const article = (text: string, style: ParagraphStyle = body) => {
      no += 1;
      sheet.paragraph([{ text: `${fill(t.decision.article, { no })} `, face: "bold" }, { text }], style);
    };
    article(fill(t.decision.grants, values));
    setProposal();
    setGroups();
    article([t.decision.force, validity()].filter((part) => part !== null).join(" "));
    article(fill(t.decision.carriedOut, values));
  }

  function setNotice(): void {
    setAbout(fill(t.notice.about, values));
    sheet.paragraph(fill(t.notice.opening, values), body);
    setProposal();
    setGroups();
    setValidity();
    sheet.paragraph(t.notice.closing, body);
  }

  function setProposal(): void {
    if (data.proposal !== null && data.proposal.trim() !== "") sheet.paragraph(data.proposal, body);
  }

  function validity(): string | null {
    if (data.validUntil === null) return null;
    return fill(t.validUntil, { day: dayWithoutWord(data.validUntil) });
  }

  function setValidity(): void {
    const text = validity();
    if (text !== null) sheet.paragraph(text, { ...body, face: "bold" });
  }

  function setGroups(): void {
    for (const group of data.groups) {
      if (group.rows.length === 0) continue;
      sheet.paragraph(group.title, { face: "bold", before: 4, after: 3, tag: "H2", keepWith: base * 2.6 });
      for (const row of group.rows) setRow(sheet, row.label, row.value);
    }
    sheet.y += 4;
  }
}

/** Label and value in two columns that keep together; a long value goes on below itself. */
function setRow(sheet: Sheet, label: string, value: string): void {
  const labelWidth = sheet.width * 0.36;
  const valueBox = { x: sheet.left + labelWidth + 8, width: sheet.width - labelWidth - 8 };
  const style = { leading: 1.24 } as const;
  const height = Math.max(
    sheet.heightOf(label, style, labelWidth),
    sheet.heightOf(value, { ...style, face: "bold" }, valueBox.width),
  );
  // A value of many lines is better read as a paragraph, which may run on to the next page.
  if (height > 120) {
    sheet.paragraph([{ text: `${label}: ` }, { text: value, face: "bold" }], { after: 3, ...style });
    return;
  }
  sheet.need(height);
  const y = sheet.y;
  sheet.block(label, { x: sheet.left, y, width: labelWidth }, style);
  sheet.block(value, { ...valueBox, y }, { ...style, face: "bold" });
  sheet.y = y + height + 2.5;
}

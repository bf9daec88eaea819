import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish, layClosing, recipientsSide, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { dayWithoutWord, instantInWords, shortInstant, withinSentence } from "./paper-words.ts";
import type { Signature } from "./signature-block.ts";
import { bodyStyles, openSlip, type SetPaper, setAddressee, setBlocks, setTitle } from "./slip.ts";
import { setTable } from "./table.ts";

export type TransferSlipData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  readonly verifyUrl: string;
  readonly leadAgency: string;
  readonly owner: string;
  readonly procedure: string;
  readonly receivedAt: Date;
  /** Of the whole: what the citizen was promised. */
  readonly dueAt: Date;
  readonly tasks: readonly {
    readonly agency: string;
    readonly isLead: boolean;
    readonly task: string;
    readonly limit: string;
    readonly dueAt: Date | null;
    readonly note: string | null;
  }[];
  readonly signature: Signature;
};

export const transferSlipForm = paperForm({
  key: "transferSlip",
  file: "transfer-slip.json",
  profiles: everyProfile,
  words: {
    addressee: [],
    opening: ["code", "owner", "procedureLower", "receivedOn", "leadAgency"],
    columns: { no: [], agency: [], task: [], limit: [], dueAt: [], note: [] },
    lead: [],
    total: ["dueAt"],
    late: [],
    recipients: [],
    recipientAddressee: [],
    recipientFile: ["code?"],
    verify: ["address"],
    qr: ["code?"],
  },
  blocks: { addressee: "must", opening: "must", tasks: "must", total: "must", late: "may" },
});
export type TransferSlipTemplate = TemplateOf<typeof transferSlipForm>;

/** Phiếu chuyển xử lý (61/2018 art. 19(6)): the task and the time limit of each agency of a linked dossier. */
export async function setTransferSlip(template: TransferSlipTemplate, data: TransferSlipData): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  const body = bodyStyles[slip.size];
  setTitle(slip, slip.profile.title, null, null);
  const closing = layClosing(sheet, base, [
    recipientsSide({
      heading: t.recipients,
      recipients: [t.recipientAddressee, fill(t.recipientFile, { code: data.code })],
      qr: { text: data.verifyUrl, alt: fill(t.qr, { code: data.code }) },
      verify: fill(t.verify, { address: data.verifyUrl }),
    }),
    signatureSide(data.signature),
  ]);
  const opening = {
    code: data.code,
    owner: data.owner,
    procedureLower: withinSentence(data.procedure),
    receivedOn: dayWithoutWord(data.receivedAt),
    leadAgency: data.leadAgency,
  };
  setBlocks(template.blocks, {
    addressee: () => setAddressee(slip, t.addressee, [...new Set(data.tasks.map((task) => task.agency))].join("; ")),
    opening: () => sheet.paragraph(fill(t.opening, opening), body),
    tasks: () => setTasks(),
    total: () => sheet.paragraph(fill(t.total, { dueAt: instantInWords(data.dueAt) }), { ...body, before: 6 }),
    late: () => sheet.paragraph(t.late, body),
  });
  return finish(slip, closing);

  function setTasks(): void {
    const c = t.columns;
    setTable(
      sheet,
      [
        { title: c.no, share: 7, align: "center" },
        { title: c.agency, share: 26 },
        { title: c.task, share: 29 },
        { title: c.limit, share: 14 },
        { title: c.dueAt, share: 14, align: "center" },
        { title: c.note, share: 14 },
      ],
      data.tasks.map((task, at) => [
        String(at + 1),
        task.isLead ? [{ text: task.agency, face: "bold" as const }, { text: ` (${t.lead})` }] : task.agency,
        task.task,
        task.limit,
        task.dueAt === null ? "" : shortInstant(task.dueAt),
        task.note ?? "",
      ]),
      { style: { size: base * 0.85, leading: 1.24 } },
    );
  }
}

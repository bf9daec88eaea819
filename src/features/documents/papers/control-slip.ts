import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { HandOver } from "./hand-overs.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords, instantOnOneLine } from "./paper-words.ts";
import { openSlip, type SetPaper, setBlocks, setLabelled, setTitle } from "./slip.ts";
import { setTable } from "./table.ts";

export type ControlSlipData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly code: string;
  readonly verifyUrl: string;
  /** Of the dossier in the register of the unit. */
  readonly registerNo: number | null;
  readonly owner: string;
  readonly content: string;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly unit: string;
  readonly coordinating: readonly string[];
  readonly handOvers: readonly HandOver[];
  /** The history goes on: up to which moment this slip tells it. */
  readonly asOf: Date;
};

export const controlSlipForm = paperForm({
  key: "controlSlip",
  file: "control-slip.json",
  profiles: everyProfile,
  words: {
    code: [],
    registerNo: [],
    owner: [],
    content: [],
    receivedAt: [],
    dueAt: [],
    unit: [],
    coordinating: [],
    columns: { agency: [], time: [], result: [], note: [] },
    giver: [],
    receiver: [],
    givenBy: ["name"],
    receivedBy: ["name"],
    early: [],
    onTime: [],
    late: [],
    none: [],
    recorded: [],
    asOf: ["at"],
    qr: ["code?"],
  },
  blocks: {
    registerNo: "must",
    owner: "must",
    content: "must",
    receivedAt: "must",
    dueAt: "must",
    unit: "must",
    coordinating: "must",
    asOf: "must",
    handOvers: "must",
    recorded: "may",
  },
});
export type ControlSlipTemplate = TemplateOf<typeof controlSlipForm>;

/** Phiếu kiểm soát quá trình giải quyết hồ sơ (form 05 of 2018, 06 of 2025), as the history tells it. */
export async function setControlSlip(template: ControlSlipTemplate, data: ControlSlipData): Promise<SetPaper> {
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  setTitle(slip, slip.profile.title, `${t.code}: ${data.code}`, {
    text: data.verifyUrl,
    alt: fill(t.qr, { code: data.code }),
  });
  setBlocks(template.blocks, {
    registerNo: () =>
      setLabelled(slip, t.registerNo, data.registerNo === null ? null : String(data.registerNo).padStart(2, "0")),
    owner: () => setLabelled(slip, t.owner, data.owner, { strong: true }),
    content: () => setLabelled(slip, t.content, data.content),
    receivedAt: () => setLabelled(slip, t.receivedAt, instantInWords(data.receivedAt)),
    dueAt: () => setLabelled(slip, t.dueAt, data.dueAt && instantInWords(data.dueAt), { strong: true }),
    unit: () => setLabelled(slip, t.unit, data.unit),
    coordinating: () => setLabelled(slip, t.coordinating, data.coordinating.join("; ")),
    asOf: () => sheet.paragraph(fill(t.asOf, { at: instantInWords(data.asOf) }), { face: "italic", before: 2 }),
    handOvers: () => setHandOvers(),
    recorded: () => sheet.paragraph(t.recorded, { face: "italic", size: base * 0.9, before: 3 }),
  });
  return finish(slip, null);

  function setHandOvers(): void {
    sheet.y += base * 0.5;
    if (data.handOvers.length === 0) {
      sheet.paragraph(t.none, { face: "italic" });
      return;
    }
    setTable(
      sheet,
      [
        { title: t.columns.agency, share: 38 },
        { title: t.columns.time, share: 38 },
        { title: t.columns.result, share: 13, align: "center" },
        { title: t.columns.note, share: 11 },
      ],
      data.handOvers.map((one) => [
        [
          { text: `${t.giver}: `, face: "italic" },
          { text: `${one.giver.agency}\n` },
          { text: `${t.receiver}: `, face: "italic" },
          { text: one.receiver.agency },
        ],
        [
          instantOnOneLine(one.at),
          one.giver.person === null ? null : fill(t.givenBy, { name: one.giver.person }),
          one.receiver.person === null ? null : fill(t.receivedBy, { name: one.receiver.person }),
        ]
          .filter((line) => line !== null)
          .join("\n"),
        one.result === null ? "" : t[one.result],
        one.note ?? "",
      ]),
      { style: { size: base * 0.88, leading: 1.2 } },
    );
  }
}

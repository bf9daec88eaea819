import type { RuleProfile } from "#features/catalogue/index.ts";
import { numberInWords } from "./amount-in-words.ts";
import { finish, layClosing, penSide, type Side, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { instantInWords } from "./paper-words.ts";
import type { SlipSignature } from "./signature-block.ts";
import { bodyStyles, joinNamed, openSlip, type SetPaper, setBlocks, setLabelled, setTitle } from "./slip.ts";
import { setTable } from "./table.ts";

type Party = {
  readonly name: string;
  readonly position: string | null;
  readonly organisation: string;
  /** Null: signs with a pen. */
  readonly signature: SlipSignature | null;
};

export type HandoverMinutesData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  /** Dossiers that came by post, or results that go to the one-stop unit or to the post. */
  readonly what: "dossiers" | "results";
  readonly at: Date;
  readonly place: string;
  readonly giver: Party;
  readonly receiver: Party;
  readonly items: readonly {
    readonly code: string;
    readonly parcelNo: string | null;
    readonly content: string;
    readonly owner: string;
    readonly originals: number;
    readonly copies: number;
    /** Complete, sealed, torn …; of a result: its number. */
    readonly note: string | null;
  }[];
};

const kind = { title: [], intro: ["at", "place"], effect: [] } as const;

export const handoverMinutesForm = paperForm({
  key: "handoverMinutes",
  file: "handover-minutes.json",
  profiles: everyProfile,
  words: {
    dossiers: kind,
    results: kind,
    giver: [],
    receiver: [],
    position: [],
    list: [],
    columns: { no: [], code: [], parcelNo: [], content: [], owner: [], originals: [], copies: [], note: [] },
    total: [],
    count: ["count", "words"],
    copiesMade: [],
    giverSigns: [],
    receiverSigns: [],
    byHand: [],
  },
  blocks: {
    intro: "must",
    giver: "must",
    receiver: "must",
    items: "must",
    count: "must",
    effect: "must",
    copiesMade: "may",
  },
});
export type HandoverMinutesTemplate = TemplateOf<typeof handoverMinutesForm>;

/** Biên bản giao nhận hồ sơ (QĐ 45/2016 art. 7), phiếu bàn giao kết quả: what passed from one hand to another. */
export async function setHandoverMinutes(
  template: HandoverMinutesTemplate,
  data: HandoverMinutesData,
): Promise<SetPaper> {
  const t = template.texts;
  const about = t[data.what];
  const slip = openSlip(template, data, about.title);
  const { sheet, base } = slip;
  const body = bodyStyles[slip.size];
  setTitle(slip, about.title, null, null);
  const closing = layClosing(sheet, base, [side(t.giverSigns, data.giver), side(t.receiverSigns, data.receiver)]);
  setBlocks(template.blocks, {
    intro: () => sheet.paragraph(fill(about.intro, { at: instantInWords(data.at), place: data.place }), body),
    giver: () => setParty(t.giver, data.giver),
    receiver: () => setParty(t.receiver, data.receiver),
    items: () => setItems(),
    count() {
      const count = String(data.items.length).padStart(2, "0");
      sheet.paragraph(fill(t.count, { count, words: numberInWords(data.items.length) }), { ...body, before: 6 });
    },
    effect: () => sheet.paragraph(about.effect, body),
    copiesMade: () => sheet.paragraph(t.copiesMade, body),
  });
  return finish(slip, closing);

  function setParty(label: string, party: Party): void {
    const position = party.position === null ? null : `${t.position}: ${party.position}`;
    setLabelled(slip, label, joinNamed(party.name, position, party.organisation));
  }

  function side(as: string, party: Party): Side {
    return party.signature === null
      ? penSide(as, t.byHand, party.name)
      : signatureSide({ ...party.signature, authority: [as] });
  }

  function setItems(): void {
    sheet.paragraph(t.list, { before: 3, after: 4, keepWith: base * 6 });
    const hasParcels = data.items.some((item) => item.parcelNo !== null);
    const count = (value: number) => (value === 0 ? "" : String(value));
    const sum = (of: (item: HandoverMinutesData["items"][number]) => number) =>
      count(data.items.reduce((total, item) => total + of(item), 0));
    const c = t.columns;
    setTable(
      sheet,
      [
        { title: c.no, share: 7.5, align: "center" },
        { title: c.code, share: 19 },
        ...(hasParcels ? [{ title: c.parcelNo, share: 15 }] : []),
        { title: c.content, share: 22 },
        { title: c.owner, share: 17 },
        { title: c.originals, share: 8, align: "center" },
        { title: c.copies, share: 8, align: "center" },
        { title: c.note, share: 16 },
      ],
      data.items.map((item, at) => [
        String(at + 1),
        item.code,
        ...(hasParcels ? [item.parcelNo ?? ""] : []),
        item.content,
        item.owner,
        count(item.originals),
        count(item.copies),
        item.note ?? "",
      ]),
      {
        style: { size: base * 0.8, leading: 1.22 },
        totals: [
          "",
          t.total,
          ...(hasParcels ? [""] : []),
          "",
          "",
          sum((item) => item.originals),
          sum((item) => item.copies),
          "",
        ],
      },
    );
  }
}

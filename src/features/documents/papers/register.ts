import type { RuleProfile } from "#features/catalogue/index.ts";
import { finish, layClosing, signatureSide } from "./closing.ts";
import { everyProfile, fill, paperForm, type TemplateOf } from "./form.ts";
import type { Letterhead } from "./letterhead.ts";
import { dayWithoutWord, shortDay, shortInstant } from "./paper-words.ts";
import { assertRegister, type RegisterClosing, type RegisterRow } from "./register-closing.ts";
import type { Signature } from "./signature-block.ts";
import { openSlip, type SetPaper, setTitle, unbroken } from "./slip.ts";
import { setTable } from "./table.ts";

export type RegisterData = {
  readonly profile: RuleProfile;
  readonly head: Letterhead;
  readonly unit: string;
  readonly year: number;
  /** From 01 on, none left out. */
  readonly rows: readonly RegisterRow[];
  /** Null: the year is still open, and this is a copy of what there is. */
  readonly closing: (RegisterClosing & { readonly signature: Signature }) | null;
};

export const registerForm = paperForm({
  key: "register",
  file: "register.json",
  profiles: everyProfile,
  words: {
    below: ["unit", "year"],
    columns: {
      no: [],
      code: [],
      content: [],
      sets: [],
      owner: [],
      address: [],
      phone: [],
      received: [],
      due: [],
      result: [],
      returned: [],
      returnedAt: [],
      giver: [],
      receiver: [],
      note: [],
    },
    empty: [],
    open: ["count", "day"],
    closed: ["count", "first", "last", "day"],
    closedEmpty: ["day"],
    hash: ["hash"],
  },
  blocks: {},
});
export type RegisterTemplate = TemplateOf<typeof registerForm>;

/** Sổ theo dõi hồ sơ (form 06 of 2018, 07 of 2025): a year of one unit, on A4 across. */
export async function setRegister(template: RegisterTemplate, data: RegisterData): Promise<SetPaper> {
  assertRegister(data.rows);
  const t = template.texts;
  const slip = openSlip(template, data);
  const { sheet, base } = slip;
  setTitle(slip, slip.profile.title, fill(t.below, { unit: data.unit, year: data.year }), null);
  const { closing } = data;
  const signed = layClosing(sheet, base, [null, closing && signatureSide(closing.signature)]);
  if (data.rows.length === 0) sheet.paragraph(t.empty, { face: "italic", after: base });
  else setRows(closing === null ? base * 3 : signed.height + base * 4.5);

  const count = String(data.rows.length).padStart(2, "0");
  if (closing === null) {
    sheet.paragraph(fill(t.open, { count, day: dayWithoutWord(data.head.at) }), { before: base * 0.7 });
    return finish(slip, null);
  }
  const day = dayWithoutWord(closing.closedAt);
  const no = (value: number) => String(value).padStart(2, "0");
  const closed =
    closing.count === 0
      ? fill(t.closedEmpty, { day })
      : fill(t.closed, { count: no(closing.count), first: no(closing.firstNo), last: no(closing.lastNo), day });
  sheet.paragraph(closed, { face: "bold", before: base * 0.7, after: 2, keepWith: base * 1.5 });
  sheet.paragraph(fill(t.hash, { hash: closing.hash }), { size: base * 0.85 });
  return finish(slip, signed);

  function setRows(tail: number): void {
    const c = t.columns;
    setTable(
      sheet,
      [
        { title: c.no, share: 4, align: "center" },
        { title: c.code, share: 11 },
        { title: c.content, share: 14 },
        { title: c.sets, share: 4, align: "center" },
        { title: c.owner, share: 11 },
        { title: c.address, share: 13 },
        { title: c.phone, share: 9.5 },
        { title: c.received, share: 8, align: "center" },
        { title: c.due, share: 8, align: "center" },
        { title: c.result, share: 8, align: "center" },
        { title: c.returnedAt, share: 8, align: "center", group: c.returned },
        { title: c.giver, share: 9, group: c.returned },
        { title: c.receiver, share: 9, group: c.returned },
        { title: c.note, share: 8 },
      ],
      data.rows.map((row) => [
        String(row.no).padStart(2, "0"),
        row.code,
        row.content,
        String(row.sets),
        row.owner,
        row.address ?? "",
        unbroken(row.phone ?? ""),
        shortInstant(row.receivedAt),
        row.dueAt === null ? "" : shortInstant(row.dueAt),
        row.resultAt === null ? "" : shortDay(row.resultAt),
        row.returned === null ? "" : shortDay(row.returned.at),
        row.returned?.giver ?? "",
        row.returned?.receiver ?? "",
        row.note ?? "",
      ]),
      { style: { size: 8.5, leading: 1.2 }, tail },
    );
  }
}

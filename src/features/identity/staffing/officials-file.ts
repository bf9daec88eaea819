/**
 * A list of officials as a spreadsheet gives it: saved as CSV, or copied and pasted (which comes with tabs). One line is one
 * posting; who holds several places has several lines. Pure; every fault is told with its line.
 */
import { CsvError, parse } from "csv-parse/sync";
import { normaliseLine, searchText } from "#foundation/i18n/index.ts";
import { isRole, type Role } from "../visitor.ts";

export const mostRows = 2000;

export type OfficialRow = {
  /** As the file counts, from 1, the heads being the first. */
  readonly line: number;
  readonly name: string;
  readonly login: string;
  readonly unitCode: string;
  readonly role: Role;
  readonly from: string;
  readonly to: string | null;
};

export type FileFault =
  | { readonly line: number; readonly code: "unreadable" | "columns"; readonly detail: string }
  | { readonly line: number; readonly code: RowFault; readonly detail: string };

export type RowFault =
  | "nameMissing"
  | "nameTooLong"
  | "loginMissing"
  | "loginForm"
  | "unitMissing"
  | "roleUnknown"
  | "dayForm"
  | "endsBeforeItBegins"
  | "formula";

export type ReadFile = { readonly rows: readonly OfficialRow[]; readonly faults: readonly FileFault[] };

export const columns = ["name", "login", "unit", "role", "from", "to"] as const;
type Column = (typeof columns)[number];

/** What the head of each column may say, without marks and case. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  name: ["ho va ten", "ho ten", "name"],
  login: ["ten dang nhap", "dang nhap", "tai khoan", "login"],
  unit: ["ma don vi", "don vi", "unit"],
  role: ["vai tro", "role"],
  from: ["tu ngay", "from"],
  to: ["den ngay", "to"],
};
const optional: readonly Column[] = ["from", "to"];

const roleWords: Readonly<Record<string, Role>> = {
  "tiep nhan": "reception",
  "chuyen vien": "specialist",
  "truong phong": "head_of_office",
  "lanh dao": "leader",
  "van thu": "clerk",
  "tra ket qua": "return",
  "dieu hanh": "director",
  "lanh dao dieu hanh": "director",
  "thanh tra": "inspector",
  "quan ly chat luong": "quality",
  "quan tri": "admin",
};

export function readOfficialsFile(text: string, today: string): ReadFile {
  const lineOf: number[] = [];
  let records: readonly (readonly string[])[];
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      on_record: (record, { lines }) => {
        lineOf.push(lines);
        return record;
      },
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], faults: [{ line: Number(error.lines ?? 1), code: "unreadable", detail: error.code }] };
  }
  const [head = [], ...body] = records;
  const places = placesOf(head);
  const missing = columns.filter((column) => places[column] < 0 && !optional.includes(column));
  if (missing.length > 0 || body.length === 0 || body.length > mostRows) {
    const detail = missing.length > 0 ? missing.map((column) => heads[column][0]).join(", ") : String(body.length);
    return { rows: [], faults: [{ line: 1, code: missing.length > 0 ? "columns" : "unreadable", detail }] };
  }
  const rows: OfficialRow[] = [];
  const faults: FileFault[] = [];
  for (const [at, record] of body.entries()) {
    if (record.every((cell) => cell === "")) continue;
    const read = readRow(record, places, lineOf[at + 1] ?? at + 2, today);
    if (read.faults.length === 0) rows.push(read.row);
    faults.push(...read.faults);
  }
  return { rows, faults };
}

/** Whatever the first line has most of. */
function delimiterOf(text: string): string {
  const [first = ""] = text.split("\n", 1);
  const counted = ["\t", ";", ","].map((mark) => [mark, first.split(mark).length] as const);
  return counted.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function placesOf(record: readonly string[]): Readonly<Record<Column, number>> {
  const said = record.map((cell) => searchText(cell));
  const placeOf = (column: Column) => said.findIndex((cell) => heads[column].includes(cell));
  return {
    name: placeOf("name"),
    login: placeOf("login"),
    unit: placeOf("unit"),
    role: placeOf("role"),
    from: placeOf("from"),
    to: placeOf("to"),
  };
}

function readRow(
  record: readonly string[],
  places: Readonly<Record<Column, number>>,
  line: number,
  today: string,
): { readonly row: OfficialRow; readonly faults: readonly FileFault[] } {
  const faults: FileFault[] = [];
  const cell = (column: Column) => normaliseLine(record[places[column]] ?? "").toWellFormed();
  const fault = (code: RowFault, detail: string) => faults.push({ line, code, detail: detail.slice(0, 60) });

  const name = cell("name");
  if (name === "") fault("nameMissing", "");
  else if (name.length > 120) fault("nameTooLong", name);
  const login = cell("login").toLowerCase();
  if (login === "") fault("loginMissing", "");
  else if (!/^[a-z0-9][a-z0-9._-]{2,59}$/.test(login)) fault("loginForm", login);
  const unitCode = cell("unit");
  if (unitCode === "") fault("unitMissing", "");
  const roleText = cell("role");
  const role = isRole(roleText) ? roleText : roleWords[searchText(roleText)];
  if (role === undefined) fault("roleUnknown", roleText);
  // A cell that a spreadsheet would reckon with is no name and no code.
  for (const text of [name, unitCode]) if (/^[=+@]/.test(text)) fault("formula", text);
  const from = cell("from") === "" ? today : readDay(cell("from"));
  const to = cell("to") === "" ? null : readDay(cell("to"));
  if (from === undefined) fault("dayForm", cell("from"));
  if (to === undefined) fault("dayForm", cell("to"));
  if (typeof from === "string" && typeof to === "string" && to < from) fault("endsBeforeItBegins", cell("to"));
  const row = { line, name, login, unitCode, role: role ?? "clerk", from: from ?? today, to: to ?? null };
  return { row, faults };
}

/** `31/12/2026` or `2026-12-31`; undefined when there is no such day. */
function readDay(typed: string): string | undefined {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  const [year, month, day] =
    vietnamese !== null ? [vietnamese[3], vietnamese[2], vietnamese[1]] : iso !== null ? iso.slice(1) : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== text ? undefined : text;
}

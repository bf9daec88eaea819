/**
 * `motcua staff FILE`: the first administrators of a new installation, before anybody can sign in; and long lists. Says all
 * faults at once and what would change; records with --record, and then prints a link for each new account.
 */
import { readFileSync } from "node:fs";
import { formatInstant } from "#foundation/i18n/index.ts";
import { identityPaths } from "../paths.ts";
import { staffingTexts } from "../texts/staffing.ts";
import { mostRows } from "./officials-file.ts";
import { enterOfficials, type ListFault, previewOfficials, type StaffingDeps } from "./staffing.ts";

export const staffHelp = `motcua staff FILE [--record]

Enters officials and their places from a CSV file (UTF-8; comma, semicolon or tab), at most ${mostRows} lines.
Columns: Họ và tên (or name), Tên đăng nhập (login), Mã đơn vị (unit), Vai trò (role); also Từ ngày (from), Đến ngày (to).
Without --record it changes nothing and says what it would do. With it, a link is printed for each new account:
it works once, within seven days, and sets the person's password. Nobody can see it again.
`;

export async function staffCommand(
  deps: StaffingDeps & { readonly origin: string },
  args: readonly string[],
  out: { readonly write: (text: string) => unknown },
): Promise<number> {
  const t = staffingTexts("vi");
  const isRecorded = args.includes("--record");
  const [file, ...more] = args.filter((arg) => arg !== "--record");
  if (file === undefined || more.length > 0 || file.startsWith("-")) {
    out.write(staffHelp);
    return 2;
  }
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    out.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const faultLines = (faults: readonly ListFault[]) =>
    `${t.list.faults(faults.length)}\n${faults
      .map(
        ({ line, code, detail }) => `  ${t.list.line(line)}: ${t.faults[code]}${detail === "" ? "" : ` (${detail})`}\n`,
      )
      .join("")}`;
  if (!isRecorded) {
    const { people, faults } = await previewOfficials(deps, "at the machine", text);
    if (faults.length > 0) {
      out.write(faultLines(faults));
      return 1;
    }
    const opened = people.filter(({ accountId }) => accountId === null).length;
    const posted = people.reduce((sum, { postings }) => sum + postings.length, 0);
    out.write(`${posted === 0 ? t.list.nothing : t.list.review(opened, posted)}\n`);
    if (posted > 0) out.write(`motcua staff ${file} --record\n`);
    return 0;
  }
  const entered = await enterOfficials(deps, "at the machine", text);
  if (!entered.ok) {
    out.write(faultLines(entered.refusal));
    return 1;
  }
  const { slips, opened, posted } = entered.value;
  out.write(`${t.list.done(opened, posted)}\n`);
  for (const { name, login, token, expiresAt } of slips) {
    const link = `${deps.origin}${identityPaths.beginAccount({ token })}`;
    out.write(`\n${name} (${login})\n  ${link}\n  ${t.slip.until(formatInstant(expiresAt))}\n`);
  }
  return 0;
}

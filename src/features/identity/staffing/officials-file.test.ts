import { describe, expect, it } from "vitest";
import { readOfficialsFile } from "./officials-file.ts";

const today = "2026-11-24";
const head = "Họ và tên;Tên đăng nhập;Mã đơn vị;Vai trò;Từ ngày;Đến ngày";
const read = (...lines: readonly string[]) => readOfficialsFile([head, ...lines].join("\n"), today);
const faultsOf = (...lines: readonly string[]) => read(...lines).faults.map(({ line, code }) => [line, code]);

describe("a list of officials", () => {
  it.each([
    ["commas", "name,login,unit,role\nLê Thị Hoa,le.hoa,14773,reception"],
    ["semicolons", "Họ tên;Đăng nhập;Đơn vị;Vai trò\nLê Thị Hoa;le.hoa;14773;Tiếp nhận"],
    [
      "tabs, as pasted from a sheet",
      "HO VA TEN\tTAI KHOAN\tMA DON VI\tVAI TRO\r\nLê Thị Hoa\tLE.HOA\t14773\ttiep nhan\r\n",
    ],
    ["a byte order mark and quotes", '\ufeff"name","login","unit","role"\n"Lê Thị Hoa","le.hoa","14773","reception"'],
    [
      "decomposed letters",
      `name,login,unit,role\n${"Lê Thị Hoa".normalize("NFD")},le.hoa,14773,${"Tiếp nhận".normalize("NFD")}`,
    ],
  ])("is read with %s", (_, text) => {
    expect(readOfficialsFile(text, today)).toEqual({
      rows: [
        { line: 2, name: "Lê Thị Hoa", login: "le.hoa", unitCode: "14773", role: "reception", from: today, to: null },
      ],
      faults: [],
    });
  });

  it("takes days as they are written here, and refuses those that are not in the calendar", () => {
    const [row] = read("Lê Thị Hoa;le.hoa;14773;Lãnh đạo;1/12/2026;31/12/2026").rows;
    expect(row).toMatchObject({ role: "leader", from: "2026-12-01", to: "2026-12-31" });
    expect(faultsOf("Hoa;le.hoa;14773;Lãnh đạo;31/11/2026;29/2/2027")).toEqual([
      [2, "dayForm"],
      [2, "dayForm"],
    ]);
    expect(faultsOf("Hoa;le.hoa;14773;Lãnh đạo;2/12/2026;1/12/2026")).toEqual([[2, "endsBeforeItBegins"]]);
  });

  it("tells all faults at once, each with its line", () => {
    expect(
      faultsOf(
        ";;;",
        ";le.hoa;14773;Tiếp nhận",
        "Lê Thị Hoa;Lê Hoa;;Người gác cổng",
        `${"a".repeat(121)};le.hoa;14773;Tiếp nhận`,
        "=HYPERLINK(1);le.hoa;14773;Tiếp nhận",
      ),
    ).toEqual([
      [3, "nameMissing"],
      [4, "loginForm"],
      [4, "unitMissing"],
      [4, "roleUnknown"],
      [5, "nameTooLong"],
      [6, "formula"],
    ]);
  });

  it("counts lines as the file does, over line breaks inside a cell", () => {
    expect(faultsOf('"Lê Thị\nHoa";le.hoa;14773;Tiếp nhận', "Hoa;le.hoa;14773;Không có")).toEqual([[4, "roleUnknown"]]);
  });

  it("says which columns it misses, and what it cannot read", () => {
    expect(readOfficialsFile("Họ tên;Vai trò\nHoa;Tiếp nhận", today).faults).toEqual([
      { line: 1, code: "columns", detail: "ten dang nhap, ma don vi" },
    ]);
    expect(readOfficialsFile('name,login,unit,role\n"Hoa,le.hoa', today).faults[0]?.code).toBe("unreadable");
    expect(readOfficialsFile(head, today).faults[0]?.code).toBe("unreadable");
    const long = Array.from({ length: 2001 }, (_, at) => `Hoa;le.hoa${at};14773;Tiếp nhận`);
    expect(read(...long).faults).toEqual([{ line: 1, code: "unreadable", detail: "2001" }]);
  });
});

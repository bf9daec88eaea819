import { spawnSync } from "node:child_process";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { setAcknowledgement } from "./acknowledgement.ts";
import { setReceipt } from "./receipt.ts";
import { setRefusal } from "./refusal.ts";
import { setResult } from "./result.ts";
import type { SetPaper } from "./slip.ts";
import { setSupplementRequest } from "./supplement-request.ts";
import { resultKind, resultTitle } from "./template.ts";
import {
  aCertificate,
  aDecision,
  aNotice,
  anAcknowledgement,
  aReceipt,
  aRefusal,
  aSupplementRequest,
  templates,
} from "./testing.ts";

const longName = "Công Tằng Tôn Nữ Thị Thùy Dương ".repeat(10).trim();

const papers = {
  acknowledgement: () => setAcknowledgement(templates.acknowledgement, anAcknowledgement),
  receipt: () => setReceipt(templates.receipt, aReceipt),
  supplementRequest: () => setSupplementRequest(templates.supplementRequest, aSupplementRequest),
  refusal: () => setRefusal(templates.refusal, aRefusal),
  certificate: () => setResult(templates.results, aCertificate),
  decision: () => setResult(templates.results, aDecision),
  notice: () => setResult(templates.results, aNotice),
} as const satisfies Record<string, () => Promise<SetPaper>>;
const each = Object.entries(papers);

const inLatin = (pdf: Buffer) => pdf.toString("latin1");
const pagesOf = (pdf: Buffer) => inLatin(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;

/** Every stream of the file, unpacked. */
function streamsOf(pdf: Buffer): string[] {
  const text = inLatin(pdf);
  return [...text.matchAll(/stream\r?\n/g)].flatMap((match) => {
    const from = match.index + match[0].length;
    const packed = pdf.subarray(from, text.indexOf("endstream", from));
    try {
      return [inflateSync(packed).toString("latin1")];
    } catch {
      return [];
    }
  });
}

const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;
function textOf(pdf: Buffer): string {
  const { stdout } = spawnSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" });
  return stdout.replace(/\s+/g, " ");
}

describe.each(each)("the paper %s", (_, set) => {
  it("is the same bytes whenever it is set from the same data", async () => {
    const [first, second] = [await set(), await set()];

    expect(first.pdf.equals(second.pdf)).toBe(true);
  });

  it("is tagged, in Vietnamese, titled, and brings its own typefaces", async () => {
    const pdf = inLatin((await set()).pdf);

    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toMatch(/\/Lang \(vi-VN\)/);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toContain("/DisplayDocTitle true");
    expect(pdf.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(3);
    expect(pdf).not.toContain("Helvetica");
  });

  it("can be searched and copied: every glyph on it stands for letters", async () => {
    const maps = streamsOf((await set()).pdf).filter((stream) => stream.includes("beginbfrange"));

    expect(maps.length).toBeGreaterThanOrEqual(3);
    for (const map of maps) {
      const letters = [...map.matchAll(/\[([^\]]*)\]/g)].flatMap((match) => (match[1] ?? "").trim().split(/\s+/));
      // The first is the sign for "no such letter", which is never shown.
      for (const letter of letters.slice(1)) expect(letter).toMatch(/^<(?!0000>)[0-9a-f]{4,}>$/);
    }
  });

  it("is set in one colour of text, on pages of its size", async () => {
    const pdf = inLatin((await set()).pdf);
    expect(pdf).toMatch(/\/MediaBox \[0 0 (?:419\.52\d+ 595\.27\d+|595\.27\d+ 841\.88\d+)\]/);
  });
});

describe("the slips", () => {
  it("fit on one sheet of A5 when there is little to say", async () => {
    for (const set of [papers.acknowledgement, papers.receipt, papers.supplementRequest, papers.refusal]) {
      expect(pagesOf((await set()).pdf)).toBe(1);
    }
  });

  it("say in which place each signature shows itself", async () => {
    expect((await papers.receipt()).signatures).toMatchObject([{ by: "official", page: 0 }]);
    const { signatures } = await papers.decision();
    expect(signatures).toMatchObject([
      { by: "official", page: 1 },
      { by: "unit", page: 1 },
    ]);
    for (const field of signatures) {
      expect(field.x).toBeGreaterThan(80);
      expect(field.x + field.width).toBeLessThanOrEqual(595);
      expect(field.y + field.height).toBeLessThanOrEqual(842);
    }
  });
});

describe("a draft", () => {
  const unsigned = { marks: [], note: "(chưa ký)", name: null };
  const drafts = {
    supplementRequest: () =>
      setSupplementRequest(templates.supplementRequest, {
        ...aSupplementRequest,
        head: { ...aSupplementRequest.head, number: null },
        verifyUrl: null,
        faults: Array.from({ length: 40 }, () => ({ what: "Giấy chứng sinh", fault: "Bản chụp bị mờ.", basis: null })),
        signature: { ...aSupplementRequest.signature, ...unsigned },
      }),
    refusal: () =>
      setRefusal(templates.refusal, {
        ...aRefusal,
        head: { ...aRefusal.head, number: null },
        verifyUrl: null,
        signature: { ...aRefusal.signature, ...unsigned },
      }),
    decision: () =>
      setResult(templates.results, {
        ...aDecision,
        head: { ...aDecision.head, number: null },
        verifyUrl: null,
        signature: { ...aDecision.signature, ...unsigned },
      }),
  };

  it.each(Object.entries(drafts))(
    "of the %s says so on every page, and has no number, signature or QR",
    async (_, set) => {
      const { pdf, signatures } = await set();

      expect(signatures).toEqual([]);
      expect(inLatin(pdf)).not.toContain("/Figure");
      if (!hasPoppler) return;
      const text = textOf(pdf);
      const pages = pagesOf(pdf);
      expect(text.match(/BẢN DỰ THẢO – chưa có giá trị pháp lý/g)).toHaveLength(pages);
      expect(text.match(/B Ả N D Ự T H Ả O/g)).toHaveLength(pages);
      expect(text).toContain("(chưa ký)");
      expect(text).not.toMatch(/Số: |xac-minh|Người ký|Cơ quan ký/);
    },
  );

  it("breaks into as many pages as the paper itself", async () => {
    expect(pagesOf((await drafts.decision()).pdf)).toBe(pagesOf((await papers.decision()).pdf));
  });
});

describe("what is long", () => {
  it("runs on over the pages with the head of the table on each, and loses nothing", async () => {
    const components = Array.from({ length: 60 }, (_, at) => ({
      name: `Thành phần ${at + 1} ${at === 20 ? longName : ""}`,
      original: 1,
      certified: 0,
      photocopy: 0,
      note: at === 30 ? longName.repeat(12) : null,
    }));

    const { pdf } = await setReceipt(templates.receipt, { ...aReceipt, components });

    expect(pagesOf(pdf)).toBeGreaterThan(4);
    if (!hasPoppler) return;
    const text = textOf(pdf);
    for (let at = 1; at <= 60; at += 1) expect(text).toContain(`Thành phần ${at} `);
    expect(text.match(/Dương/g)?.length).toBe(10 + 120);
    expect(text.match(/STT/g)?.length).toBeGreaterThanOrEqual(pagesOf(pdf) - 1);
  });

  it("is a name of 300 letters, or one without any space: it is broken, not cut", async () => {
    const name = `${longName} ${"x".repeat(300)}`;

    const { pdf } = await setResult(templates.results, {
      ...aDecision,
      owner: name,
      groups: [{ title: name, rows: [{ label: name, value: name.repeat(5) }] }],
      recipients: [name],
      signature: { ...aDecision.signature, name },
    });

    expect(pagesOf(pdf)).toBeGreaterThan(1);
    if (hasPoppler) expect(textOf(pdf).match(/x/g)?.length).toBeGreaterThan(300 * 5);
  });
});

describe.runIf(hasPoppler)("read by another program", () => {
  it("the receipt says what the law wants it to say", async () => {
    const text = textOf((await papers.receipt()).pdf);

    for (const said of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Số: 125/TNHS",
      "Lam Sơn, ngày 24 tháng 11 năm 2026",
      "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
      "H56.27.14773-261124-0001",
      "Lê Thị Ngọc Ánh",
      "Thời gian nhận hồ sơ: 09 giờ 05 phút, ngày 24 tháng 11 năm 2026",
      "Thời gian trả kết quả: 09 giờ 05 phút, ngày 25 tháng 11 năm 2026",
      "Người ký: Nguyễn Thị Thanh Thủy",
      "Mẫu số 01",
    ]) {
      expect(text).toContain(said);
    }
  });

  it("a decision has its articles in order", async () => {
    const text = textOf((await papers.decision()).pdf);

    expect(text).toMatch(
      /QUYẾT ĐỊNH Về việc .* CHỦ TỊCH ỦY BAN .* QUYẾT ĐỊNH: Điều 1\. .* Điều 2\. .* Điều 3\. .*\.\/\./,
    );
  });
});

describe("the kind of a result", () => {
  it.each([
    ["Giấy khai sinh (bản chính)", "certificate", "Giấy khai sinh"],
    ["Trích lục khai tử (bản chính)", "certificate", "Trích lục khai tử"],
    ["Giấy chứng nhận kết hôn (02 bản chính)", "certificate", "Giấy chứng nhận kết hôn"],
    ["Quyết định giải thể trường tiểu học", "decision", "Quyết định giải thể trường tiểu học"],
    ["Thông báo về việc giải thể hợp tác xã", "notice", "Thông báo về việc giải thể hợp tác xã"],
    ["Cập nhật thông tin cơ sở dữ liệu", "notice", "Cập nhật thông tin cơ sở dữ liệu"],
    ["Điều chưa ai nghĩ tới", "notice", "Điều chưa ai nghĩ tới"],
  ])("is chosen by what the procedure publishes: %s", (result, shape, title) => {
    expect(resultKind(templates.results, result).shape).toBe(shape);
    expect(resultTitle(result)).toBe(title);
  });
});

import { describe, expect, it } from "vitest";
import { setAcknowledgement } from "./acknowledgement.ts";
import { setApology } from "./apology.ts";
import { setControlSlip } from "./control-slip.ts";
import { setEvaluationSlip } from "./evaluation-slip.ts";
import { setFeeReceipt, totalOf } from "./fee-receipt.ts";
import { handOversOf } from "./hand-overs.ts";
import { setHandoverMinutes } from "./handover-minutes.ts";
import { setParcelSlip } from "./parcel-slip.ts";
import { setReceipt } from "./receipt.ts";
import { setRefusal } from "./refusal.ts";
import { setRegister } from "./register.ts";
import { setResult } from "./result.ts";
import { setResultReceipt } from "./result-receipt.ts";
import { resultKind, resultTitle } from "./result-templates.ts";
import * as letters from "./samples/letters.ts";
import { apologySample, registerRows, registerSample } from "./samples/letters.ts";
import * as slips from "./samples/slips.ts";
import { feeReceiptSample, refusalSample } from "./samples/slips.ts";
import type { SetPaper } from "./slip.ts";
import { specimensOf } from "./specimens.ts";
import { setSupplementRequest } from "./supplement-request.ts";
import { aDecision, aReceipt, aRefusal, aSupplementRequest, lamSon, specimens, templates } from "./testing.ts";
import { hasPoppler, inLatin, lettersOutside, pagesOf, streamsOf, textOf } from "./testing-pdf.ts";

const longName = "Công Tằng Tôn Nữ Thị Thùy Dương ".repeat(10).trim();

const each = specimens.flatMap((specimen) =>
  specimen.profiles.map((profile) => {
    const set = () => specimen.set(profile.name);
    let kept: ReturnType<typeof set> | undefined;
    const once = () => {
      kept ??= set();
      return kept;
    };
    return { name: `${specimen.key} (${profile.name})`, title: profile.title, set, once };
  }),
);
const paper = (key: string, profile = "vn-2018") => {
  const found = each.find((one) => one.name === `${key} (${profile})`);
  if (!found) throw new Error(`There is no ${key} for ${profile}`);
  return found.once();
};

describe.each(each)("the paper $name", ({ set, once, title }) => {
  it("is the same bytes whenever it is set from the same data", async () => {
    const [first, second] = [await once(), await set()];

    expect(first.pdf.equals(second.pdf)).toBe(true);
  });

  it("can be searched and copied: every glyph on it stands for letters", async () => {
    const maps = streamsOf((await once()).pdf).filter((stream) => stream.includes("beginbfrange"));

    expect(maps.length).toBeGreaterThanOrEqual(2);
    for (const map of maps) {
      const letters = [...map.matchAll(/\[([^\]]*)\]/g)].flatMap((match) => (match[1] ?? "").trim().split(/\s+/));
      // The first is the sign for "no such letter", which is never shown.
      for (const letter of letters.slice(1)) expect(letter).toMatch(/^<(?!0000>)[0-9a-f]{4,}>$/);
    }
  });

  it("is set on pages of its size, with each signature on one page within its edges", async () => {
    const { pdf, signatures } = await once();
    const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(inLatin(pdf))?.slice(1, 3).map(Number) ?? [];

    expect(["420x595", "595x842", "842x595"]).toContain(`${Math.round(width ?? 0)}x${Math.round(height ?? 0)}`);
    for (const field of signatures) {
      expect(field.page).toBe(pagesOf(pdf) - 1);
      expect(field.x + field.width).toBeLessThanOrEqual(width ?? 0);
      expect(field.y + field.height).toBeLessThanOrEqual(height ?? 0);
    }
  });

  it.runIf(hasPoppler)("names itself, the nation, its form and its rule", async () => {
    const text = textOf((await once()).pdf);

    expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(text).toContain("Độc lập - Tự do - Hạnh phúc");
    expect(text.replace(/\s/g, "")).toContain(title.toLocaleUpperCase("vi").replace(/[\s\u00a0]/g, ""));
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
  });
});

describe("the slips", () => {
  it("fit on one sheet of A5 when there is little to say", async () => {
    for (const key of ["acknowledgement", "receipt", "supplementRequest", "refusal", "feeReceipt", "resultReceipt"]) {
      expect({ key, pages: pagesOf((await paper(key)).pdf) }).toEqual({ key, pages: 1 });
    }
  });

  it("say in which place each signature shows itself", async () => {
    expect((await paper("receipt")).signatures).toMatchObject([{ by: "official", page: 0 }]);
    expect((await paper("decision")).signatures).toMatchObject([
      { by: "official", page: 1 },
      { by: "unit", page: 1 },
    ]);
  });

  it("leave no gap for what is not known", async () => {
    const known = await setReceipt(templates.receipt, aReceipt);
    const { channel, ...rest } = aReceipt.applicant;
    const unknown = { ...rest, channel, address: null, phone: "", email: null, idNumber: "  " };
    const less = await setReceipt(templates.receipt, {
      ...aReceipt,
      applicant: { ...unknown, phone: null },
      owner: null,
      duration: "",
    });

    const top = (set: typeof known) => set.signatures[0]?.y ?? 0;
    // Five lines fewer: everything below has moved up by as much.
    expect(top(known) - top(less)).toBeGreaterThan(5 * 10);
    if (hasPoppler) expect(textOf(less.pdf)).not.toMatch(/Địa chỉ|Email|Chủ hồ sơ:|Thời gian giải quyết theo/);
  });

  it("stand in the order of the template, without the blocks it leaves out", async () => {
    const blocks = [
      "dueAt",
      ...templates.receipt.blocks.filter((name) => name !== "dueAt" && name !== "early"),
    ] as const;

    const { pdf } = await setReceipt({ ...templates.receipt, blocks }, aReceipt);

    if (!hasPoppler) return;
    const text = textOf(pdf);
    expect(text.indexOf("Thời gian trả kết quả")).toBeLessThan(text.indexOf("Bộ phận tiếp nhận:"));
    expect(text).not.toContain("Nếu có kết quả sớm hơn");
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
    expect(pagesOf((await drafts.decision()).pdf)).toBe(pagesOf((await setResult(templates.results, aDecision)).pdf));
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

  it("is a name of 300 letters on any slip: it is there in full, and nothing leaves the page", async () => {
    const profile = "vn-2018";
    const someone = { name: longName, position: longName, organisation: longName, signature: null };
    const sets: Record<string, Promise<SetPaper>> = {
      acknowledgement: setAcknowledgement(templates.acknowledgement, {
        ...slips.acknowledgementSample(profile, lamSon),
        submitter: longName,
      }),
      refusal: setRefusal(templates.refusal, {
        ...slips.refusalSample(profile, lamSon),
        applicant: { ...aReceipt.applicant, name: longName },
        signature: { marks: [], name: longName },
      }),
      apology: setApology(templates.apology, { ...letters.apologySample(profile, lamSon), addressee: longName }),
      controlSlip: setControlSlip(templates.controlSlip, {
        ...letters.controlSlipSample(profile, lamSon),
        owner: longName,
        handOvers: handOversOf(
          longName,
          [{ agency: longName, person: longName, from: new Date(0), dueAt: null, note: longName }],
          null,
        ),
      }),
      feeReceipt: setFeeReceipt(templates.feeReceipt, {
        ...slips.feeReceiptSample(profile, lamSon),
        payer: { name: longName, idNumber: null, address: longName },
        isSignedByHand: true,
      }),
      parcelSlip: setParcelSlip(templates.parcelSlip, {
        ...slips.parcelSlipSample(profile, lamSon),
        sender: { name: longName, address: longName, phone: null },
        clerk: longName,
      }),
      resultReceipt: setResultReceipt(templates.resultReceipt, {
        ...slips.resultReceiptSample(profile, lamSon),
        receiver: { name: longName, phone: null, idNumber: null, authorisation: longName },
      }),
      evaluationSlip: setEvaluationSlip(templates.evaluationSlip, {
        ...slips.evaluationSlipSample(profile, lamSon),
        procedure: longName,
      }),
      handoverMinutes: setHandoverMinutes(templates.handoverMinutes, {
        ...letters.handoverMinutesSample(profile, lamSon),
        giver: someone,
        receiver: someone,
      }),
    };
    for (const [key, set] of Object.entries(sets)) {
      const { pdf } = await set;

      expect({ key, pages: pagesOf(pdf) <= 3 }).toEqual({ key, pages: true });
      if (!hasPoppler) continue;
      expect({ key, isWhole: textOf(pdf).includes(longName) }).toEqual({ key, isWhole: true });
      expect({ key, outside: lettersOutside(pdf) }).toEqual({ key, outside: [] });
    }
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

describe("names and amounts", () => {
  it("written with loose marks are printed and found as Vietnamese is written", async () => {
    const name = "Nguyễn Thị Thùy Dương".normalize("NFD");

    const { pdf } = await setReceipt(templates.receipt, { ...aReceipt, applicant: { ...aReceipt.applicant, name } });

    const again = { ...aReceipt, applicant: { ...aReceipt.applicant, name: name.normalize("NFC") } };
    expect(pdf.equals((await setReceipt(templates.receipt, again)).pdf)).toBe(true);
    if (hasPoppler) expect(textOf(pdf)).toContain("Nguyễn Thị Thùy Dương");
  });

  it("with signs the typefaces lack show a box for each and nothing for what has no shape", async () => {
    const name = "Lê\u200b Văn \u{1f600} 文\t\u0007A";

    const { pdf } = await setReceipt(templates.receipt, { ...aReceipt, applicant: { ...aReceipt.applicant, name } });

    if (hasPoppler) expect(textOf(pdf)).toContain("Lê Văn □ □ A");
  });

  it("beyond a billion are said in full, in figures and in words", async () => {
    const data = feeReceiptSample("vn-2025", lamSon);
    const lines = [{ name: "Lệ phí trước bạ", kind: "charge", amount: 1_234_567_891_011n } as const];

    const { pdf } = await setFeeReceipt(templates.feeReceipt, { ...data, lines, exemption: null });

    if (!hasPoppler) return;
    const text = textOf(pdf);
    expect(text).toContain("Cộng 1.234.567.891.011 ");
    expect(text).toContain(
      "Một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi mốt nghìn không trăm mười một đồng",
    );
  });

  it("never exempt more than is owed", () => {
    const lines = [{ name: "Phí", kind: "fee", amount: 5000 } as const];

    expect(totalOf({ lines, exemption: { amount: 5000, reason: "" } })).toBe(0n);
    expect(() => totalOf({ lines, exemption: { amount: 5001, reason: "" } })).toThrow(RangeError);
  });
});

describe("what closes a paper", () => {
  it("is never alone on a page, however long the text before it", async () => {
    for (let words = 300; words < 420; words += 11) {
      const data = { ...apologySample("vn-2025", lamSon), reason: `${"lý do ".repeat(words)}.` };

      const { pdf, signatures } = await setApology(templates.apology, data);

      if (signatures[0]?.page === 1) expect(signatures[0].y).toBeGreaterThan(85);
      expect(pagesOf(pdf)).toBeLessThanOrEqual(2);
    }
  });

  it("of a refusal on A5 neither", async () => {
    for (let words = 60; words < 180; words += 13) {
      const data = { ...refusalSample("vn-2018", lamSon), reason: "lý do ".repeat(words) };

      const { signatures } = await setRefusal(templates.refusal, data);

      if (signatures[0]?.page === 1) expect(signatures[0].y).toBeGreaterThan(60);
    }
  });
});

describe("the register", () => {
  it("runs over many pages with both tiers of its head on each, and closes below its last rows", async () => {
    const { pdf, signatures } = await setRegister(templates.register, registerSample("vn-2018", lamSon, 250));

    expect(pagesOf(pdf)).toBeGreaterThan(15);
    expect(signatures[0]?.page).toBe(pagesOf(pdf) - 1);
    if (!hasPoppler) return;
    const text = textOf(pdf);
    expect(text.match(/Mã hồ sơ/g)?.length).toBe(pagesOf(pdf));
    expect(text).toContain("Sổ này có 250 hồ sơ, đánh số liên tục từ 01 đến 250");
  });

  it("with a number left out is not printed at all", async () => {
    const rows = registerRows(5).filter((row) => row.no !== 3);

    await expect(
      setRegister(templates.register, { ...registerSample("vn-2018", lamSon), rows, closing: null }),
    ).rejects.toThrow("line 3 has number 4");
  });

  it("of a year without a dossier says so", async () => {
    const { pdf } = await setRegister(templates.register, registerSample("vn-2025", lamSon, 0));

    if (hasPoppler) expect(textOf(pdf)).toContain("Trong năm không có hồ sơ");
  });
});

describe("a sample", () => {
  it("is marked as one on every page, in the words of the law", async () => {
    const marked = specimensOf(templates, { ...lamSon, isSpecimen: true });
    for (const specimen of marked.filter(({ key }) => key === "decision" || key === "receipt")) {
      const { pdf } = await specimen.set("vn-2018");

      if (hasPoppler) expect(textOf(pdf).match(/MẪU(?= |$)/g)?.length).toBe(pagesOf(pdf));
      const title = Buffer.from("\ufeffMẪU - ", "utf16le").swap16();
      expect(pdf.includes(title)).toBe(true);
    }
  });
});

describe.runIf(hasPoppler)("read by another program", () => {
  it("the receipt says what the law wants it to say", async () => {
    const text = textOf((await paper("receipt")).pdf);

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
    const text = textOf((await paper("decision")).pdf);

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

import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { CityFileError, createOrganisation } from "#features/organisation/index.ts";
import { languages } from "#foundation/i18n/index.ts";
import { channels } from "./channels.ts";
import { fillIn, longestSms, type NoticeFacts } from "./fill-in.tsx";
import { longestFacts, sampleFacts, tooLong } from "./samples.ts";
import { readNoticeTemplates, toldBy } from "./templates.ts";

const cityFolder = resolve(import.meta.dirname, "../../../cities/thanh-hoa-2020");
const templates = readNoticeTemplates(cityFolder);
const organisation = createOrganisation([
  {
    id: 1,
    code: "14773",
    kind: "ward",
    level: "commune",
    parentId: null,
    agencyId: "H56.27.31",
    agencyRole: null,
    verified: true,
    source: null,
    laterChanges: [],
    name: "Ủy ban nhân dân phường Điện Biên",
    nameEn: "People's Committee of Dien Bien Ward",
    shortName: "Phường Điện Biên",
    names: [],
  },
]);
const sources = {
  organisation,
  city: { authority: "Ủy ban nhân dân thành phố Thanh Hóa", authorityEn: "People's Committee of Thanh Hoa City" },
  // Longer than any address such a city has.
  origin: "https://dichvucong.motcua.thanhhoa.gov.vn",
};
const all = channels.flatMap((channel) =>
  toldBy(templates, channel).flatMap((event) => languages.map((language) => [channel, event, language] as const)),
);

describe("the texts of the sample city", () => {
  it.each(all)("%s %s %s say something with every value in its place", (channel, event, language) => {
    const message = fillIn(templates, channel, language, sampleFacts(event, sources));

    const words = JSON.stringify(message);
    expect(words).toContain("H56.27.31-261124-0007");
    expect(words).not.toMatch(/[{]\w+[}]|undefined|null,/);
  });

  it.each(all.filter(([channel]) => channel === "sms"))(
    "%s %s %s is one message without marks with the longest values",
    (channel, event, language) => {
      const message = fillIn(templates, channel, language, longestFacts(event, sources));

      if (message?.channel !== "sms") throw new Error("not a text message");
      expect(message.text).toMatch(/^[\x20-\x7e]+$/);
      expect(message.text.length).toBeLessThanOrEqual(longestSms);
      expect(message.text).toContain("H56.27.31-261230-10000");
    },
  );

  it("name every move a citizen is told of, in every channel", () => {
    const told = ["submit", "accept", "requestSupplement", "refuse", "approve", "returnResult", "withdraw", "recall"];
    for (const channel of channels) {
      expect(toldBy(templates, channel)).toEqual(expect.arrayContaining([...told, "apologise", "stop"]));
    }
  });
});

const facts = (changed: Partial<NoticeFacts> = {}): NoticeFacts => ({
  ...sampleFacts("requestSupplement", sources),
  ...changed,
});

describe("an e-mail", () => {
  it("names everything that is missing, and leaves out a sentence about what is not there", () => {
    const message = fillIn(templates, "email", "vi", facts());

    if (message?.channel !== "email") throw new Error("not an e-mail");
    expect(message.text).toContain("- Giấy chứng sinh: Bản chụp bị mờ");
    expect(message.text).toContain("- 60/2014/QH13: Chưa ghi nơi cư trú");
    expect(message.text).not.toContain("Ghi chú của cán bộ");
    expect(fillIn(templates, "email", "vi", facts({ reason: "Gửi trước thứ Sáu." }))).toMatchObject({
      text: expect.stringContaining("Ghi chú của cán bộ: Gửi trước thứ Sáu."),
    });
  });

  it("shows what an official wrote as text, never as markup or as a text of ours", () => {
    const message = fillIn(
      templates,
      "email",
      "vi",
      facts({ reason: '<script>alert("x")</script> {code} {link}', faults: [{ of: "", message: "</ul><b>" }] }),
    );

    if (message?.channel !== "email") throw new Error("not an e-mail");
    expect(message.html).not.toMatch(/<script|<b>/);
    expect(message.text).toContain("{code} {link}");
  });

  it("has one line of subject, whatever the names are", () => {
    const message = fillIn(templates, "email", "vi", facts({ code: "A\r\nBcc: all@example.vn" }));

    expect(message).toMatchObject({ subject: "Hồ sơ A Bcc: all@example.vn cần bổ sung" });
  });

  it("tells whoever has no account where to turn it off, and others that their account does", () => {
    const toContact = fillIn(templates, "email", "en", facts({ stopLink: "https://x.vn/ngung/1" }));
    const toAccount = fillIn(templates, "email", "en", facts({ stopLink: null }));

    expect(toContact).toMatchObject({ text: expect.stringContaining("https://x.vn/ngung/1") });
    expect(toAccount).toMatchObject({ text: expect.stringContaining("in your account"), stopLink: null });
  });
});

describe("a Zalo notice", () => {
  it("keeps each parameter within the length it was approved with", () => {
    const long = "Đăng ký ".repeat(40);
    const message = fillIn(templates, "zalo", "vi", facts({ procedure: { vi: long, en: long } }));

    if (message?.channel !== "zalo") throw new Error("not a Zalo notice");
    expect([...(message.parameters.thu_tuc ?? "")]).toHaveLength(100);
    expect(message.parameters.thu_tuc).toMatch(/…$/);
  });
});

describe("an event without a text", () => {
  it.each(channels)("is not told by %s", (channel) => {
    expect(fillIn(templates, channel, "vi", facts({ event: "handOver" }))).toBeNull();
  });
});

describe("the texts of another city", () => {
  function changed(file: string, change: (text: string) => string): string {
    const folder = mkdtempSync(join(tmpdir(), "motcua-notices-"));
    cpSync(join(cityFolder, "notices"), join(folder, "notices"), { recursive: true });
    const path = join(folder, "notices", file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
    return folder;
  }

  it("are refused with every fault: a placeholder that is none, marks in a text message, a missing language", () => {
    const slips = changed("sms.json", (text) =>
      text.replace("{code}", "{mã}").replace("da nhan ho so", "đã nhận hồ sơ"),
    );
    expect(() => readNoticeTemplates(slips)).toThrow(/there is no \{mã\}[\s\S]*a text message has no marks/);

    const half = changed("zalo.json", (text) => text.replace('"en": {', '"fr": {'));
    expect(() => readNoticeTemplates(half)).toThrow(CityFileError);
  });

  it("are told to be too long before anybody waits for one", () => {
    const long = changed("sms.json", (text) => text.replace("da nhan ho so", `da nhan ${"rat ".repeat(20)}ho so`));

    expect(tooLong(templates, sources)).toEqual([]);
    expect(tooLong(readNoticeTemplates(long), sources)).toEqual([
      expect.stringMatching(/^sms submit vi: \d+ characters/),
    ]);
  });
});

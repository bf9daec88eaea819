/** The way of a citizen through a dossier by plain pages and forms, as a browser without JavaScript goes it. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Browser, browser, namesOn, seenOf, typed } from "./support/browser.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aPdf } from "./support/submission.ts";

let program: TestProgram;
let examples: Record<string, string | number>;
let unitCode = "";

beforeAll(async () => {
  program = await testProgram();
  const { json } = await program.ask(null, "GET", "/api/v1/procedures/1.001193");
  examples = json.formSchema.examples[0];
  unitCode = json.units[3].code;
});

/** Opens a page, fills in the examples of what it asks, and goes on. */
async function fillIn(by: Browser, path: string, changes: Record<string, string> = {}) {
  const { html } = await by.get(path);
  const fields: Record<string, string> = { seen: seenOf(html), do: "continue" };
  for (const name of namesOn(html)) if (examples[name] !== undefined) fields[name] = typed(examples[name]);
  return by.post(path, { ...fields, ...changes });
}

const owner = {
  name: "Lê Thị Minh Hòa",
  idNumber: "038 190 000 001",
  phone: "+84 912 345 678",
  resultChannel: "online",
};

async function begin(by: Browser): Promise<string> {
  const started = await by.post("/nop-ho-so/1.001193", { unitCode });
  expect(started.status).toBe(303);
  return /ban-nhap\/([0-9a-f-]{36})/.exec(started.location)?.[1] ?? "";
}

async function fillAll(by: Browser, draft: string): Promise<string> {
  let next = `/nop-ho-so/ban-nhap/${draft}/ho-so/nguoi-nop`;
  for (let pages = 0; pages < 12 && !next.endsWith("giay-to"); pages++) {
    const done = await fillIn(by, next, next.endsWith("nguoi-nop") ? owner : {});
    expect([next, done.status, /field-error[\s\S]{0,200}/.exec(done.html)?.[0]]).toEqual([next, 303, undefined]);
    next = done.location;
  }
  return next;
}

async function uploadAll(by: Browser, path: string) {
  const { html } = await by.get(path);
  const form = new FormData();
  form.append("seen", seenOf(html));
  form.append("do", "continue");
  for (const [, name = ""] of html.matchAll(/type="file"[^>]*? name="([^"]+)"/g)) {
    form.append(
      name,
      new Blob([new Uint8Array(aPdf(`${name} ${Math.random()}`))], { type: "application/pdf" }),
      `${name}.pdf`,
    );
  }
  return by.upload(path, form);
}

describe("a citizen with an account", () => {
  it("goes from the start page to the confirmation, and finds the dossier sent once however often they press", async () => {
    const by = browser(program);
    await by.signIn("citizen");
    const start = await by.get(`/nop-ho-so/1.001193?unit=${unitCode}`);
    expect(start.html).toContain("Giấy chứng sinh");
    expect(start.html).toMatch(new RegExp(`value="${unitCode}"[^>]* selected`));

    const draft = await begin(by);
    const files = await fillAll(by, draft);
    const sent = await uploadAll(by, files);
    expect([sent.status, sent.location]).toEqual([303, `/nop-ho-so/ban-nhap/${draft}/kiem-tra`]);
    const check = await by.get(sent.location);
    expect(check.html).toContain("0912 345 678");
    expect(check.html).toContain("Gửi hồ sơ");
    expect(check.html).not.toContain("Cần sửa");

    const first = await by.post(`/nop-ho-so/ban-nhap/${draft}/gui`, {});
    const second = await by.post(`/nop-ho-so/ban-nhap/${draft}/gui`, {});
    expect([first.status, second.location]).toEqual([303, first.location]);
    const done = await by.get(first.location);
    expect(done.status).toBe(200);
    expect((await by.get(`/nop-ho-so/ban-nhap/${draft}`)).location).toBe(first.location);
    const code = first.location.split("/").at(-1) ?? "";
    const dossier = await program.ask("citizen", "GET", `/api/v1/dossiers/${code}`);
    expect(dossier.json.answers.contactPhone).toBe("0912345678");
    expect(dossier.json.answers.childFullName).toBe(examples.childFullName);

    const again = await begin(by);
    const prefilled = await by.get(`/nop-ho-so/ban-nhap/${again}/ho-so/nguoi-nop`);
    expect(prefilled.html).toContain('value="038190000001"');
  });

  it("sees every fault of a page at once, keeps what was typed, and may leave for later", async () => {
    const by = browser(program);
    await by.signIn("citizen");
    const draft = await begin(by);
    const page = `/nop-ho-so/ban-nhap/${draft}/to-khai/nguoi-duoc-khai-sinh`;
    const { html } = await by.get(page);

    const wrong = await by.post(page, {
      seen: seenOf(html),
      do: "continue",
      childFullName: "Lê Minh <Khôi>",
      childBirthDate: "31/02/2020",
      childGender: "neither",
    });

    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/<title>Lỗi:/);
    for (const name of ["childBirthDate", "childGender", "childEthnicity", "childBirthPlace", "childHometown"]) {
      expect(wrong.html).toContain(`href="#${name}"`);
    }
    expect(wrong.html).toContain('value="31/02/2020"');
    expect(wrong.html).toContain('value="Lê Minh &lt;Khôi&gt;"');
    const later = await by.post(page, {
      seen: seenOf(wrong.html),
      do: "save",
      childFullName: "Lê Minh Khôi",
      childBirthDate: "31/02/2020",
    });
    expect(later.location).toBe(`/nop-ho-so/ban-nhap/${draft}`);
    const tasks = await by.get(later.location);
    expect(tasks.html).toContain("Cần sửa");
    expect((await by.get(page)).html).toContain('value="31/02/2020"');
    expect((await by.get(`/nop-ho-so/ban-nhap/${draft}/kiem-tra`)).html).not.toContain("Gửi hồ sơ</button>");
    expect((await by.post(`/nop-ho-so/ban-nhap/${draft}/gui`, {})).status).toBe(422);
  });

  it("is warned when another tab saved the same page, and decides", async () => {
    const by = browser(program);
    await by.signIn("citizen");
    const draft = await begin(by);
    const page = `/nop-ho-so/ban-nhap/${draft}/to-khai/thong-tin-nguoi-me`;
    const seen = seenOf((await by.get(page)).html);
    await by.post(page, { seen, do: "autosave", motherFullName: "Tab Một" }, { accept: "application/json" });

    const late = await by.post(page, { seen, do: "continue", motherFullName: "Tab Hai" });
    const auto = await by.post(
      page,
      { seen, do: "autosave", motherFullName: "Tab Hai" },
      { accept: "application/json" },
    );

    expect(late.status).toBe(409);
    expect(late.html).toContain('value="Tab Hai"');
    expect(late.html).toContain("thẻ hoặc thiết bị khác");
    expect(auto.status).toBe(409);
    const decided = await by.post(page, { seen: seenOf(late.html), do: "save", motherFullName: "Tab Hai" });
    expect(decided.status).toBe(303);
    expect((await by.get(page)).html).toContain('value="Tab Hai"');
  });

  it("does not ask the mother's name, home and year of birth again when she is the requester", async () => {
    const by = browser(program);
    await by.signIn("citizen");
    const draft = await begin(by);
    const page = `/nop-ho-so/ban-nhap/${draft}/to-khai/nguoi-yeu-cau`;

    await fillIn(by, page, {
      requesterFullName: "Lê Thị Mẹ",
      requesterRelation: "Mẹ",
      requesterResidence: "Đông Hương",
    });

    const mother = await by.get(`/nop-ho-so/ban-nhap/${draft}/to-khai/thong-tin-nguoi-me`);
    expect(mother.html).toContain('value="Lê Thị Mẹ"');
    expect(mother.html).toContain('value="Đông Hương"');
    expect(mother.html).toMatch(/name="motherBirthYear"[^>]* value="1990"/);
  });

  it("takes nothing for the mother from a requester who is somebody else, or whose paper does not tell", async () => {
    const by = browser(program);
    await by.signIn("citizen");
    for (const [relation, paper] of [
      ["Bà", "038190000001"],
      ["Mẹ", "171234567"],
    ] as const) {
      const draft = await begin(by);
      const page = `/nop-ho-so/ban-nhap/${draft}/to-khai/nguoi-yeu-cau`;
      await fillIn(by, page, { requesterRelation: relation, requesterIdNumber: paper });

      const mother = await by.get(`/nop-ho-so/ban-nhap/${draft}/to-khai/thong-tin-nguoi-me`);
      expect(mother.html).not.toMatch(/name="motherBirthYear"[^>]* value="\d/);
    }
  });

  it("finds no copies chosen, and the choice still to be seen and made", async () => {
    const by = browser(program);
    await by.signIn("citizen");
    const draft = await begin(by);

    const { html } = await by.get(`/nop-ho-so/ban-nhap/${draft}/to-khai/de-nghi-cap-ban-sao`);

    expect(html).toMatch(/name="wantsCopies" value="no" checked/);
    expect((await by.get(`/nop-ho-so/ban-nhap/${draft}`)).html).not.toMatch(/de-nghi-cap-ban-sao[\s\S]{0,300}Xong/);
  });

  it("writes the date of birth in words for whoever leaves that to the city", async () => {
    const by = browser(program);
    await by.signIn("citizen");
    const draft = await begin(by);
    const page = `/nop-ho-so/ban-nhap/${draft}/to-khai/nguoi-duoc-khai-sinh`;

    await by.post(page, { seen: seenOf((await by.get(page)).html), do: "save", childBirthDate: "24/11/2020" });

    expect((await by.get(page)).html).toContain("Ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi");
  });
});

describe("files of a draft", () => {
  it("are refused in words when they are not what they say, without losing the good ones", async () => {
    const by = browser(program);
    await by.signIn("citizen");
    const draft = await begin(by);
    const page = `/nop-ho-so/ban-nhap/${draft}/giay-to`;
    const { html } = await by.get(page);
    const [one = "", two = ""] = [...html.matchAll(/type="file"[^>]*? name="([^"]+)"/g)].map((match) => match[1]);
    const form = new FormData();
    form.append("do", "continue");
    form.append(one, new Blob([new Uint8Array(aPdf("tốt"))], { type: "application/pdf" }), "tốt.pdf");
    form.append(two, new Blob(["MZ this is a program"], { type: "application/pdf" }), "virus.pdf");

    const answer = await by.upload(page, form);

    expect(answer.status).toBe(422);
    expect(answer.html).toContain("virus.pdf");
    const after = await by.get(page);
    expect(after.html).toContain("tốt.pdf");
    const id = /name="remove" value="([0-9a-f-]{36})"/.exec(after.html)?.[1] ?? "";
    const removal = new FormData();
    removal.append(one.replace(/\.file$/, ""), id);
    removal.append("remove", id);
    removal.append("seen", seenOf(after.html));
    expect((await by.upload(page, removal)).status).toBe(303);
    expect((await by.get(page)).html).not.toContain("tốt.pdf");
  });

  it("of somebody else are not taken by naming their ids", async () => {
    const stranger = browser(program);
    await stranger.signIn("business");
    const own = browser(program);
    await own.signIn("citizen");
    const draft = await begin(own);
    const page = `/nop-ho-so/ban-nhap/${draft}/giay-to`;
    await uploadAll(own, page);
    const ids = [...(await own.get(page)).html.matchAll(/name="remove" value="([0-9a-f-]{36})"/g)].map(
      (match) => match[1] ?? "",
    );
    const theirs = await begin(stranger);
    const form = new FormData();
    form.append("do", "save");
    form.append("giay-chung-sinh", ids[0] ?? "");

    await stranger.upload(`/nop-ho-so/ban-nhap/${theirs}/giay-to`, form);

    expect((await stranger.get(`/nop-ho-so/ban-nhap/${theirs}/giay-to`)).html).not.toContain('name="remove"');
  });
});

describe("somebody without an account", () => {
  it("fills in first, keeps a link, and takes the draft along when signing in", async () => {
    const by = browser(program);
    const draft = await begin(by);
    const files = await fillAll(by, draft);
    const tasks = await by.get(`/nop-ho-so/ban-nhap/${draft}`);
    const link = new RegExp(`/nop-ho-so/tiep-tuc/${draft}/[\\w-]+`).exec(tasks.html)?.[0] ?? "";
    expect((await by.get(files)).html).toContain("Hãy đăng nhập để tải giấy tờ lên");

    const elsewhere = browser(program);
    expect((await elsewhere.get(`/nop-ho-so/ban-nhap/${draft}`)).status).not.toBe(200);
    expect((await elsewhere.get(`${link}x`)).status).toBe(404);
    expect((await elsewhere.get(link)).status).toBe(303);
    expect((await elsewhere.get(`/nop-ho-so/ban-nhap/${draft}`)).html).toContain("Hồ sơ đang soạn");

    await by.signIn("citizen");
    const claimed = await by.get(`/nop-ho-so/ban-nhap/${draft}`);
    expect(claimed.status).toBe(200);
    expect(claimed.html).not.toContain("tiep-tuc");
    expect((await elsewhere.get(`/nop-ho-so/ban-nhap/${draft}`)).status).not.toBe(200);
    expect((await by.get("/tai-khoan")).html).toContain(draft);
    expect((await uploadAll(by, files)).status).toBe(303);
    expect((await by.post(`/nop-ho-so/ban-nhap/${draft}/gui`, {})).status).toBe(303);
  });

  it("throws a draft away for good", async () => {
    const by = browser(program);
    const draft = await begin(by);

    expect((await by.post(`/nop-ho-so/ban-nhap/${draft}/bo`, {})).status).toBe(303);

    expect((await by.get(`/nop-ho-so/ban-nhap/${draft}`)).status).not.toBe(200);
  });
});

describe("bad requests", () => {
  it.each([
    ["GET", "/nop-ho-so/9.999999"],
    ["GET", "/nop-ho-so/ban-nhap/not-an-id"],
    ["GET", "/nop-ho-so/ban-nhap/00000000-0000-4000-8000-000000000000"],
    ["POST", "/nop-ho-so/ban-nhap/00000000-0000-4000-8000-000000000000/to-khai/x"],
    ["POST", "/nop-ho-so/1.001193"],
  ])("%s %s end in a clear answer", async (method, path) => {
    const by = browser(program);
    const answer = method === "GET" ? await by.get(path) : await by.post(path, { unitCode: "nowhere" });

    expect(answer.status).toBeGreaterThanOrEqual(300);
    expect(answer.status).toBeLessThan(500);
  });

  it("cannot be sent by an official", async () => {
    const by = browser(program);
    await by.signIn("reception");

    expect((await by.get("/nop-ho-so/1.001193")).html).toContain("Tài khoản cán bộ không nộp hồ sơ");
    expect((await by.post("/nop-ho-so/1.001193", { unitCode })).status).toBe(403);
  });
});

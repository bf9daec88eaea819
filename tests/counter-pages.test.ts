import { beforeAll, describe, expect, it } from "vitest";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aPdf } from "./support/submission.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  at = desk(program);
});

const birth = "1.001193";
const html = { accept: "text/html" };
const counter = `/can-bo/tiep-nhan/${birth}`;

async function opened(who = "reception-ward", path = `${counter}?noi=${ward}`) {
  const answer = await program.ask(who, "GET", path, undefined, html);
  return { answer, text: answer.bytes.toString() };
}

let ward = "";
beforeAll(async () => {
  const { json } = await program.ask(null, "GET", `/api/v1/procedures/${birth}`);
  ward = json.units[0].code;
});

/** The boxes of the page filled in from the published example, with one file for each required paper. */
async function filled(changes: Record<string, string> = {}, withPapers = true): Promise<FormData> {
  const { json } = await program.ask(null, "GET", `/api/v1/procedures/${birth}`);
  const id = /name="id" value="([^"]+)"/.exec((await opened()).text)?.[1] ?? "";
  const form = new FormData();
  const boxes: Record<string, string> = {
    id,
    kenh: "counter",
    "chu.unitCode": ward,
    "chu.name": "Nguyễn Thị Ánh Tuyết",
    "chu.idNumber": "038190001234",
    "chu.resultChannel": "counter",
    ...changes,
  };
  for (const [name, value] of Object.entries(boxes)) form.append(name, value);
  for (const [key, value] of Object.entries(json.formSchema.examples[0])) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(`to.${key}`, inBox(key, String(one)));
  }
  for (const { componentKey, kind, required } of json.components) {
    if (kind !== "document" || !required || !withPapers) continue;
    const content = new Uint8Array(aPdf(`${componentKey} ${Math.random()}`));
    form.append(`${componentKey}.file`, new Blob([content], { type: "application/pdf" }), "quét.pdf");
  }
  return form;
}

/** Days are typed in the order people write them. */
function inBox(_key: string, value: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return day === null ? value : `${day[3]}/${day[2]}/${day[1]}`;
}

const send = (form: FormData, who = "reception-ward") => program.ask(who, "POST", counter, form, html);
const codeIn = (location: string | null) =>
  decodeURIComponent(location ?? "")
    .split("/")
    .at(-1) ?? "";

describe("the counter", () => {
  it("finds what the person came for by a few words, and goes straight on when there is one answer", async () => {
    const list = await opened("reception-ward", "/can-bo/tiep-nhan");
    const one = await opened("reception-ward", `/can-bo/tiep-nhan?q=${birth}`);

    expect(list.answer.status).toBe(200);
    expect(list.text).toContain(counter);
    expect(one.answer.status).toBe(303);
    expect(one.answer.headers.get("location")).toBe(counter);
  });

  it("takes a whole dossier on one page and shows its code and the paper to print", async () => {
    const answer = await send(await filled({ do: "accept", "can-giay": "on", "nguoi-mang": "Đỗ Văn Ngọc" }));

    expect(answer.status).toBe(303);
    const code = codeIn(answer.headers.get("location"));
    const after = await opened("reception-ward", answer.headers.get("location") ?? "");
    expect(after.text).toContain("In giấy tiếp nhận (mẫu 01)");
    expect(after.text).toContain(`noi=${ward}`);
    const dossier = await at.read(code);
    expect(dossier).toMatchObject({ channel: "counter", submitter: { name: "Đỗ Văn Ngọc" }, state: "inProgress" });
  });

  it("keeps what was typed and uploaded when something is missing, and names everything at once", async () => {
    const form = await filled({ do: "accept", "chu.name": "", "so-nguoi-mang": "12" });
    const answer = await send(form);
    const text = answer.bytes.toString();

    expect(answer.status).toBe(422);
    expect(text).toContain("038190001234");
    expect(text).toContain("quét.pdf");
    expect(text).toContain("Ghi họ tên người mang hồ sơ đến");
    expect(text).toContain(String(form.get("id")));
  });

  it("only looks the page over when Enter is pressed in a box", async () => {
    const answer = await send(await filled({ do: "check" }));

    expect(answer.status).toBe(200);
    expect(answer.bytes.toString()).toContain("Hồ sơ đã đủ, có thể tiếp nhận.");
  });

  it("issues form 02 for what is missing, and takes the papers when the person brings them", async () => {
    const { json } = await program.ask(null, "GET", `/api/v1/procedures/${birth}`);
    const [missing] = json.components.filter(
      (one: { kind: string; required: boolean }) => one.kind === "document" && one.required,
    );
    const asked = await send(
      await filled({ do: "requestSupplement", [`loi.${missing.componentKey}`]: "Cần bản chính." }, false),
    );
    expect(asked.status).toBe(303);
    const code = codeIn(asked.headers.get("location"));
    const path = `/can-bo/ho-so/${code}/bo-sung`;
    const page = await opened("reception-ward", path);
    expect(page.text).toContain("Cần bản chính.");
    expect((await program.ask("specialist", "GET", path, undefined, html)).status).toBe(403);

    const without = await filled({ do: "supplement" }, false);
    expect((await program.ask("reception-ward", "POST", path, without, html)).status).toBe(422);
    const answer = await program.ask("reception-ward", "POST", path, await filled({ do: "supplement" }), html);
    expect(answer.status).toBe(303);
    expect((await at.read(code)).state).toBe("submitted");
  });

  it("is closed to whoever does not sit at it", async () => {
    expect((await opened("specialist", counter)).answer.status).toBe(403);
    expect((await opened("reception", counter)).answer.status).toBe(403);
    expect((await send(await filled({ do: "accept" }), "reception")).status).toBe(403);
  });
});

describe("guidance for a person who files nothing", () => {
  const rows = () => program.deps.database.db.selectFrom("deskGuidance").selectAll().execute();

  it("is kept once with procedure, desk, official and time, and read by colleagues at the same desk", async () => {
    const form = await filled({ do: "guide", "huong-dan": "Mang thêm giấy chứng sinh; mẫu lấy ở cửa số 2." }, false);
    const answers = await Promise.all([send(form), send(form)]);

    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await rows()).toMatchObject([{ channel: 1, said: "Mang thêm giấy chứng sinh; mẫu lấy ở cửa số 2." }]);
    const list = await opened("reception-ward", "/can-bo/huong-dan");
    expect(list.text).toContain("mẫu lấy ở cửa số 2");
    expect((await opened("reception", "/can-bo/huong-dan")).text).not.toContain("mẫu lấy ở cửa số 2");
  });

  it("holds nothing that names the person, is never empty, too long or rewritten", async () => {
    const before = (await rows()).length;
    for (const said of ["", " \u200b ", "Bà Tuyết, số 038 190 001 234", "Gọi 0912.345.678", "dài ".repeat(1200)]) {
      expect([said.slice(0, 30), (await send(await filled({ do: "guide", "huong-dan": said }, false))).status]).toEqual(
        [said.slice(0, 30), 422],
      );
    }
    expect((await rows()).length).toBe(before);
    await expect(program.deps.database.db.deleteFrom("deskGuidance").execute()).rejects.toThrow();
  });
});

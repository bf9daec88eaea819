import type { Page } from "playwright-core";
import { aBirthRegistration } from "../../tests/support/submission.ts";
import { applicant, examplesOf } from "./applicant.ts";
import { type Ask, asking } from "./asking.ts";
import type { RunningProgram } from "./running-program.ts";

/** A kind of page in one of its states: where it is, who sees it, and what is pressed to get there. */
export type Place = {
  readonly name: string;
  readonly path: string;
  readonly who: string | null;
  readonly press?: (page: Page) => Promise<void>;
};

const procedure = "1.001193";
const chooseNothing = async (page: Page) => {
  for (const box of await page.locator("[data-row] input[type=checkbox]").all()) await box.uncheck();
  await page.locator(".together > .button").click();
};
const saveWithoutName = async (page: Page) => {
  await page.getByText("Lưu danh sách này").click();
  await page.getByRole("button", { name: "Lưu danh sách" }).click();
};
const submit = (page: Page) => page.locator("main form button[type=submit]").last().click();

/** Fills the city with a few dossiers and drafts in all their states, and names every page there is to see. */
export async function preparePlaces(program: RunningProgram): Promise<readonly Place[]> {
  const { ask } = asking(program.base);
  const send = async () => {
    const body = await aBirthRegistration({ ask }, "citizen", "14773");
    const answer = await ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": crypto.randomUUID() });
    if (answer.status !== 201) throw new Error(`A dossier was refused: ${answer.bytes}`);
    return String(answer.json.code);
  };
  const move = async (who: string, code: string, name: string, says: object = {}) => {
    const answer = await ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, says);
    if (answer.status !== 200) throw new Error(`${name} was refused: ${answer.bytes}`);
  };

  const [fresh, waiting, supplemented, refused, proposed, done, decided] = [
    await send(),
    await send(),
    await send(),
    await send(),
    await send(),
    await send(),
    await send(),
  ];
  await move("reception-ward", waiting, "requestSupplement", {
    faults: [
      { componentKey: "giay-chung-sinh", message: "Bản chụp bị mờ ở phần ngày sinh, hãy chụp lại cho rõ." },
      { legalBasis: "60/2014/QH13", message: "Chưa ghi nơi cư trú của người mẹ." },
    ],
  });
  await move("reception-ward", supplemented, "requestSupplement", {
    faults: [{ legalBasis: "60/2014/QH13", message: "Họ tên người mẹ khác giấy chứng sinh." }],
  });
  const { json: sent } = await ask("citizen", "GET", `/api/v1/dossiers/${supplemented}`);
  await move("citizen", supplemented, "supplement", { answers: { ...sent.answers, motherFullName: "Nguyễn Thị Ân" } });
  await move("reception-ward", refused, "refuse", { note: "Không thuộc thẩm quyền của phường." });
  for (const code of [proposed, done, decided]) {
    await move("reception-ward", code, "accept");
    await move("reception-ward", code, "handOver");
  }
  for (const code of [done, decided]) {
    await move("specialist", code, "proposeResult", { proposal: "Đăng ký khai sinh cho cháu Lê Minh Khôi." });
  }
  await move("leader-ward", done, "approve");
  await move("reception-ward", done, "returnResult");
  const { json: finished } = await ask("citizen", "GET", `/api/v1/dossiers/${done}`);
  const verification = /[0-9a-f-]{36}|\/xac-minh\/([\w-]+)/.exec(JSON.stringify(finished.papers ?? ""))?.[0];

  const brought = await receiveIncomplete(ask);
  const paid = await prepareMoney(ask, done, fresh, decided);
  const drafts = await prepareDrafts(program);
  return [
    ...["/", "/thu-tuc", "/thu-tuc?q=dang+ky", "/thu-tuc?q=zzzz", `/thu-tuc/${procedure}`].map(anybody),
    ...[`/thu-tuc/${procedure}/to-dan`, "/don-vi", "/don-vi/14773", "/don-vi/TP-MOTCUA"].map(anybody),
    ...["/linh-vuc/ho-tich", "/dang-nhap", "/tra-cuu", `/tra-cuu?ma=${done}`, "/tra-cuu?ma=H56"].map(anybody),
    ...[`/nop-ho-so/${procedure}`, "/xac-minh", "/khong-co-trang-nay", "/api/docs"].map(anybody),
    ...(verification ? [anybody(`/xac-minh/${verification.replace("/xac-minh/", "")}`)] : []),
    { name: "sign-in with faults", path: "/dang-nhap", who: null, press: submit },
    { name: "start with faults", path: `/nop-ho-so/${procedure}`, who: "citizen", press: submit },
    ...drafts.map(by("citizen")),
    ...[
      "/tai-khoan",
      "/tai-khoan/thong-bao",
      "/tai-khoan/thong-bao/kenh",
      "/tai-khoan/phien",
      "/tai-khoan/mat-khau",
      `/da-nop/${fresh}`,
    ].map(by("citizen")),
    ...[fresh, waiting, supplemented, refused, done].map((code) => `/tai-khoan/ho-so/${code}`).map(by("citizen")),
    by("citizen")(`/tai-khoan/ho-so/${fresh}/viec/recall`),
    ...["", "/giay-to", "/to-khai/thong-tin-nguoi-me", "/kiem-tra"].map((at) =>
      by("citizen")(`/tai-khoan/ho-so/${waiting}/bo-sung${at}`),
    ),
    {
      name: "supplement with faults",
      path: `/tai-khoan/ho-so/${waiting}/bo-sung/to-khai/thong-tin-nguoi-me`,
      who: "citizen",
      press: emptyAnswer,
    },
    ...["", "/kiem-tra"].map((at) => by("citizen")(`/tai-khoan/ho-so/${waiting}/bo-sung${at}?sau-khi-sua`)),
    {
      name: "channels with faults",
      path: "/tai-khoan/thong-bao/kenh",
      who: "citizen",
      async press(page) {
        await page.locator('input[value="email"]').check();
        await page.locator('input[value="zalo"]').check();
        await submit(page);
      },
    },
    by("citizen")("/can-bo"),
    by("business")("/tai-khoan"),
    ...["/can-bo", "/can-bo?ds=waiting", "/can-bo?ds=overdue", "/can-bo/tim", "/can-bo/tim?q=anh+tuyet"].map(
      by("reception-ward"),
    ),
    ...["", "?q=khai", "?q=zzzz", `/${procedure}`].map((at) => by("reception-ward")(`/can-bo/tiep-nhan${at}`)),
    {
      name: "reception with faults",
      path: `/can-bo/tiep-nhan/${procedure}`,
      who: "reception-ward",
      press: (page) => page.locator('button[value="accept"]').click(),
    },
    ...[`/can-bo/da-nhan/${brought}`, `/can-bo/ho-so/${brought}`, `/can-bo/ho-so/${brought}/bo-sung`].map(
      by("reception-ward"),
    ),
    by("reception-ward")("/can-bo/huong-dan"),
    by("reception-ward")(`/can-bo/in?hoSo=${fresh}`),
    { name: "printing with faults", path: "/can-bo/in?hoSo=H56", who: "reception-ward", press: submit },
    by("admin")("/quan-tri/bieu-mau"),
    ...[fresh, waiting, supplemented, proposed, done].map((code) => by("reception-ward")(`/can-bo/ho-so/${code}`)),
    ...["/can-bo/viec-moi", "/tai-khoan/thong-bao/kenh", "/tai-khoan/phien"].map(by("reception-ward")),
    ...["/quan-tri/thong-bao", "/quan-tri/thong-bao?kenh=sms&ngon-ngu=en"].map(by("admin")),
    by("specialist")(`/can-bo/ho-so/${proposed}`),
    { name: "desk with faults", path: `/can-bo/ho-so/${proposed}#xu-ly`, who: "specialist", press: proposeNothing },
    by("leader-ward")(`/can-bo/ho-so/${decided}`),
    by("leader-ward")("/can-bo/danh-gia"),
    by("reception-ward")(`/can-bo/ho-so/${done}/danh-gia`),
    by("director")("/dieu-hanh/so-hoa"),
    ...["late-bodies", "uncollected"].map((queue) => by("leader-ward")(`/can-bo?ds=${queue}`)),
    {
      name: "what somebody thought of it",
      path: `/tai-khoan/ho-so/${done}`,
      who: "citizen",
      async press(page) {
        await page.locator('a[href^="/danh-gia/"]').click();
        await page.waitForURL("**/danh-gia/**");
      },
    },
    ...["/can-bo", "/can-bo/cung-lam/approve", "/can-bo/khoi-luong", "/can-bo/danh-sach-rieng"].map(by("leader-ward")),
    ...["/can-bo/cung-lam/accept", `/can-bo/cung-lam/handOver?hoSo=${fresh}`].map(by("reception-ward")),
    by("leader-ward")("/can-bo/khoi-luong/ho-so?donVi=14773&vaiTro=leader"),
    { name: "signing with nothing chosen", path: "/can-bo/cung-lam/approve", who: "leader-ward", press: chooseNothing },
    { name: "keys of the list", path: "/can-bo", who: "leader-ward", press: (page) => page.keyboard.press("?") },
    { name: "a list without a name", path: "/can-bo", who: "leader-ward", press: saveWithoutName },
    ...[done, fresh, decided, proposed].map((code) => by("reception-ward")(`/can-bo/ho-so/${code}/phi`)),
    ...[decided].map((code) => by("leader-ward")(`/can-bo/ho-so/${code}/phi`)),
    ...[done, fresh, decided].map((code) => by("citizen")(`/tai-khoan/ho-so/${code}/phi`)),
    by("reception-ward")(`/can-bo/ho-so/${done}/phi/bien-lai/${paid}`),
    by("citizen")(`/tai-khoan/ho-so/${done}/phi/bien-lai/${paid}`),
    { name: "payment with faults", path: `/can-bo/ho-so/${decided}/phi`, who: "reception-ward", press: payNothing },
    ...["/can-bo/thu-phi?don-vi=14773", "/can-bo/thu-phi?ngay=31/02/2026"].map(by("reception-ward")),
    ...["/dieu-hanh", "/dieu-hanh/ho-so"].map(by("director")),
  ];
}

const anybody = (path: string): Place => ({ name: path, path, who: null });
const by =
  (who: string) =>
  (path: string): Place => ({ name: `${path} as ${who}`, path, who });

async function emptyAnswer(page: Page): Promise<void> {
  await page.locator("#motherEthnicity").fill("");
  await page.locator('main button[name="do"][value="continue"]').click();
}

async function proposeNothing(page: Page): Promise<void> {
  await page.locator(".move-first button[type=submit]").first().click();
}

/** Presses "received" with the amount taken out of its box. */
async function payNothing(page: Page): Promise<void> {
  await page.locator("#thu-amount").fill("");
  await page.locator('form[action$="/phi/thu"] button[type=submit]').click();
}

/** A dossier that came to the counter without its papers and left with form 02. */
async function receiveIncomplete(ask: Ask): Promise<string> {
  const body = {
    ...(await aBirthRegistration({ ask }, "reception-ward", "14773")),
    components: [],
    channel: "counter",
    outcome: {
      move: "requestSupplement",
      faults: [{ componentKey: "giay-chung-sinh", message: "Cần giấy chứng sinh." }],
    },
  };
  const answer = await ask("reception-ward", "POST", "/api/v1/receptions", body, {
    "idempotency-key": crypto.randomUUID(),
  });
  if (answer.status !== 201) throw new Error(`A reception was refused: ${answer.bytes}`);
  return String(answer.json.code);
}

/** Fees in their states: one paid too much and being given back, one chosen and open, one with a relief that waits. */
async function prepareMoney(ask: Ask, paid: string, open: string, waiting: string): Promise<string> {
  const key = () => ({ "idempotency-key": crypto.randomUUID() });
  const post = async (code: string, path: string, body: object, headers = key()) => {
    const answer = await ask("reception-ward", "POST", `/api/v1/dossiers/${code}/${path}`, body, headers);
    if (answer.status !== 201) throw new Error(`${path} was refused: ${answer.bytes}`);
  };
  for (const code of [paid, open]) await post(code, "charges", { feeIndex: 1 });
  await post(waiting, "charges", {
    feeIndex: 1,
    relief: { kind: "reduced", amount: 3000 },
    reason: "Hộ cận nghèo, có giấy xác nhận của Ủy ban nhân dân phường.",
  });
  const first = key();
  await post(paid, "payments", { method: "transfer", amount: 20_000, reference: "FT26328000123" }, first);
  const second = key();
  await post(paid, "payments", { method: "transfer", amount: 5000, reference: "FT26328000124" }, second);
  await post(paid, `payments/${second["idempotency-key"]}/reversal`, { reason: "Ghi nhầm hồ sơ của người khác." });
  await post(paid, "refunds", { amount: 5000, method: "cash", reason: "Chuyển khoản thừa." });
  return first["idempotency-key"];
}

/** One draft with every page sent empty, so that each shows its faults, and one filled in to the end. */
async function prepareDrafts(program: RunningProgram): Promise<readonly string[]> {
  const context = await program.browser.newContext({
    baseURL: program.base,
    javaScriptEnabled: false,
    storageState: await program.signedIn("citizen"),
  });
  const page = await context.newPage();
  const begin = async () => {
    await page.goto(`/nop-ho-so/${procedure}`);
    await page.locator("#unitCode").selectOption("14773");
    await submit(page);
    await page.waitForURL("**/ban-nhap/**");
  };
  const paths: string[] = [];
  await begin();
  await applicant(page, await examplesOf(program.base, procedure)).fillAll(async () => {
    paths.push(new URL(page.url()).pathname);
  });
  const check = new URL(page.url()).pathname;
  const full = check.replace(/\/kiem-tra$/, "");

  await begin();
  const empty = new URL(page.url()).pathname.split("/").slice(0, 4).join("/");
  const faulty = paths.map((path) => path.replace(full, empty));
  for (const path of faulty) {
    await page.goto(path);
    await page.locator('main button[name="do"][value="continue"]').click();
  }
  await context.close();
  return [full, ...paths, check, empty, ...faulty, `${empty}/kiem-tra`];
}

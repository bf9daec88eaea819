import type { Locator, Page } from "playwright-core";
import { aPdf } from "../../tests/support/submission.ts";

/** What a person does on the pages, whatever scripts there are. */
export type Applicant = ReturnType<typeof applicant>;

const aboutThem: Readonly<Record<string, string>> = {
  name: "Lê Thị Minh Hòa",
  idNumber: "038 190 000 001",
  phone: "0912 345 678",
  resultChannel: "online",
};

/** The examples the published form brings: what a person could truly answer. */
export async function examplesOf(base: string, procedure: string): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`${base}/api/v1/procedures/${procedure}`);
  const { formSchema } = (await answer.json()) as { formSchema: { examples: Record<string, string | number>[] } };
  return Object.fromEntries(Object.entries(formSchema.examples[0] ?? {}).map(([key, value]) => [key, typed(value)]));
}

export function applicant(page: Page, examples: Readonly<Record<string, string>>) {
  const goOn = page.locator('main button[name="do"][value="continue"]');
  return {
    /** Answers every question of the page that is open. */
    async answer(): Promise<void> {
      const answers = page.url().endsWith("/nguoi-nop") ? aboutThem : examples;
      // A question may appear with the answer to another, so each is looked at only when its turn comes.
      for (const name of await boxNames(page)) {
        const value = answers[name];
        if (value !== undefined) await fill(page.locator(`main [name="${name}"]`), value);
      }
    },
    async attach(): Promise<void> {
      const boxes = page.locator("main input[type=file]");
      for (let at = 0; at < (await boxes.count()); at++) {
        const name = `giấy tờ số ${at + 1}.pdf`;
        await boxes.nth(at).setInputFiles({
          name,
          mimeType: "application/pdf",
          buffer: aPdf(`${at} ${Math.random()}`),
        });
      }
    },
    /**
     * Answers only what has to be answered and is not known yet, as a person in a hurry does; gives the number of actions:
     * a box filled in, a choice made, a file chosen.
     */
    async answerWhatIsNeeded(): Promise<number> {
      const answers = page.url().endsWith("/nguoi-nop") ? aboutThem : examples;
      let actions = 0;
      for (const name of await boxNames(page)) {
        const boxes = page.locator(`main [name="${name}"]`);
        const value = answers[name];
        if (value === undefined || (await isOptional(page, name)) || (await isAnswered(boxes))) continue;
        await fill(boxes, value);
        actions++;
      }
      return actions;
    },
    async attachWhatIsNeeded(): Promise<number> {
      const needed = page.locator("main .field:has(input[type=file])").filter({ hasNotText: "không bắt buộc" });
      const count = await needed.count();
      for (let at = 0; at < count; at++) {
        const file = { name: `giấy tờ ${at}.pdf`, mimeType: "application/pdf", buffer: aPdf(`${at} ${Math.random()}`) };
        await needed.nth(at).locator("input[type=file]").setInputFiles(file);
      }
      return count;
    },
    async goOn(): Promise<string> {
      const before = page.url();
      await goOn.click();
      await page.waitForURL((url) => url.href !== before);
      return new URL(page.url()).pathname;
    },
    /** From the first page of a draft through all of them; `look` is called on each before it is answered. */
    async fillAll(look: (page: Page) => Promise<void> = async () => {}): Promise<void> {
      for (let pages = 0; pages < 14; pages++) {
        await look(page);
        if (page.url().endsWith("/giay-to")) await this.attach();
        else await this.answer();
        if ((await this.goOn()).endsWith("/kiem-tra")) return;
      }
      throw new Error(`The form does not end; the last page is ${page.url()}`);
    },
  };
}

/** Signs in by the page that asks for it. */
export async function signInAs(page: Page, who: string): Promise<void> {
  await page.locator("#login").fill(`${who}@demo`);
  await page.locator("#password").fill("motcua-demo");
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
}

async function boxNames(page: Page): Promise<readonly string[]> {
  const names = await page
    .locator("main form.eform :is(input, select, textarea)[name]")
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("name") ?? ""));
  return [...new Set(names)].filter((name) => name !== "seen");
}

/** Marked so, asked only after another answer, or written by the city when it is left empty. */
async function isOptional(page: Page, name: string): Promise<boolean> {
  const field = page.locator(`main [data-field="${name}"]`);
  const text = (await field.textContent()) ?? "";
  return (
    /không bắt buộc|Có thể để trống/.test(text) ||
    (await field.locator("xpath=ancestor::*[@data-show-when]").count()) > 0
  );
}

async function isAnswered(boxes: Locator): Promise<boolean> {
  return boxes.evaluateAll((all) =>
    all.some((box) =>
      box instanceof HTMLInputElement && box.type === "radio" ? box.checked : Reflect.get(box, "value") !== "",
    ),
  );
}

async function fill(boxes: Locator, value: string): Promise<void> {
  const first = boxes.first();
  const kind = await first.evaluate((box) => (box instanceof HTMLInputElement ? box.type : box.localName));
  if (kind === "radio") {
    const choice = boxes.page().locator(`main [name="${await first.getAttribute("name")}"][value="${value}"]`);
    if (await choice.isVisible()) await choice.check({ force: true });
  } else if (!(await first.isVisible())) return;
  else if (kind === "select") await first.selectOption(value);
  else if (kind === "checkbox") await first.setChecked(value === "true");
  else await first.fill(value);
}

function typed(value: string | number): string {
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split("-").reverse().join("/") : text;
}

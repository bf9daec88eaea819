/** How much a first visit asks of a person (one action: a box filled in, a choice made, a file chosen, a button pressed). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicant, examplesOf } from "./support/applicant.ts";
import { type RunningProgram, startProgram } from "./support/running-program.ts";

let program: RunningProgram;

beforeAll(async () => {
  program = await startProgram();
});

afterAll(async () => {
  await program?.close();
});

describe("a mother who registers a birth for the first time", () => {
  it.each([
    ["with scripts", true],
    ["without scripts", false],
  ])("%s, comes from the start page to the sent dossier in at most 25 actions", async (_how, javaScriptEnabled) => {
    const context = await program.browser.newContext({
      baseURL: program.base,
      javaScriptEnabled,
      viewport: { width: 390, height: 844 },
      // Another person each time, so that each visit is a first one.
      storageState: await program.signedIn(javaScriptEnabled ? "citizen" : "business"),
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const person = applicant(page, { ...(await examplesOf(program.base, "1.001193")), requesterRelation: "Mẹ" });

    await page.goto("/nop-ho-so/1.001193");
    await page.locator("#unitCode").selectOption({ label: "Phường Lam Sơn" });
    await page.locator('main form button[type="submit"]').last().click();
    await page.waitForURL("**/ban-nhap/**");
    let actions = 2;
    for (let pages = 0; pages < 12 && !page.url().endsWith("/kiem-tra"); pages++) {
      const isFiles = page.url().endsWith("/giay-to");
      actions += isFiles ? await person.attachWhatIsNeeded() : await person.answerWhatIsNeeded();
      await person.goOn();
      actions++;
    }
    await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
    actions++;
    await page.waitForURL("**/da-nop/**");

    expect(actions).toBeLessThanOrEqual(25);
    await context.close();
  });
});

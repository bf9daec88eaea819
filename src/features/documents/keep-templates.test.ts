import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { CityFileError } from "#features/organisation/index.ts";
import { movableClock } from "#foundation/clock/index.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { keepTemplates } from "./keep-templates.ts";
import { isRecord } from "./papers/form.ts";
import { readPaperTemplates } from "./papers/template.ts";
import { sampleCity } from "./papers/testing.ts";

const { db, ownerUrl } = await testDatabase();
const clock = movableClock("2026-11-24T02:00:00Z");
const root = mkdtempSync(join(tmpdir(), "templates-"));
afterAll(() => rmSync(root, { recursive: true }));

let cities = 0;
/** A city of its own, with some files of its templates changed. */
function aCity(changes: { readonly [file: string]: (template: Record<string, unknown>) => unknown } = {}): string {
  cities += 1;
  const folder = join(root, `city-${cities}`);
  cpSync(join(sampleCity, "papers"), join(folder, "papers"), { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, "papers", file);
    const template: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (!isRecord(template)) throw new Error(`${file} holds no template`);
    writeFileSync(path, JSON.stringify(change(template)));
  }
  return folder;
}

function faultsOf(city: string): readonly string[] {
  try {
    readPaperTemplates(city);
  } catch (error) {
    if (error instanceof CityFileError) return error.faults;
    throw error;
  }
  return [];
}

const texts = (template: Record<string, unknown>) => (isRecord(template.texts) ? template.texts : {});

describe("the templates of a city", () => {
  it("are whole in the sample city", () => {
    expect(faultsOf(aCity())).toEqual([]);
  });

  it("name every fault of every file at once: paper, place and file", () => {
    const city = aCity({
      "receipt.json": (template) => {
        const { duration, ...rest } = texts(template);
        return {
          ...template,
          texts: { ...rest, set: "một bộ", lookup: "Xem {adress} {address}", greeting: "Xin chào" },
        };
      },
      "apology.json": (template) => ({
        ...template,
        version: 0,
        size: "A6",
        blocks: ["addressee", "reason", "reason", "moon"],
      }),
      "refusal.json": (template) => ({ ...template, key: "receipt", profiles: { "vn-2018": { title: " " } } }),
      "results.json": (template) => ({
        ...template,
        kinds: [{ startsWith: ["Quyết định"], shape: "poem", title: "", series: "{x}" }],
      }),
    });
    rmSync(join(city, "papers", "register.json"));
    writeFileSync(join(city, "papers", "fee-receipt.json"), "{ not json");

    const faults = faultsOf(city);

    expect(faults).toEqual(
      expect.arrayContaining([
        "receipt.json (receipt): /texts/duration is missing",
        "receipt.json (receipt): /texts/greeting is not known",
        "receipt.json (receipt): /texts/set must name {count}",
        "receipt.json (receipt): /texts/lookup names {adress}; known there: {address}",
        "apology.json (apology): /version must be a whole number from 1",
        "apology.json (apology): /size must be one of A4, A5, A4-landscape",
        'apology.json (apology): /blocks names "reason" twice',
        'apology.json (apology): /blocks must have "newDue": the rule the paper follows wants it',
        'refusal.json (refusal): /key must be "refusal"',
        "refusal.json (refusal): /profiles/vn-2018/title must be a text that is not empty",
        "refusal.json (refusal): /profiles/vn-2018/form is missing",
        "refusal.json (refusal): /profiles/vn-2025 is missing",
        "results.json (results): /kinds/0/shape must be one of decision, notice, certificate",
        "results.json (results): /kinds/0/series names {x}; known there: {issuer}",
        'results.json (results): /kinds/0/startsWith must hold "": the last kind takes what no other takes',
      ]),
    );
    expect(
      faults.some((fault) => fault.startsWith('apology.json (apology): /blocks names "moon", which this paper')),
    ).toBe(true);
    expect(faults.some((fault) => fault.startsWith("register.json (register): ENOENT"))).toBe(true);
    expect(faults.some((fault) => fault.startsWith("fee-receipt.json (feeReceipt): "))).toBe(true);
  });

  it.each([null, [], 7, "text", {}])("that are %j are refused and never read as something else", (content) => {
    const city = aCity({ "receipt.json": () => content, "results.json": () => content });

    expect(faultsOf(city).length).toBeGreaterThanOrEqual(2);
  });
});

describe("a version of a template", () => {
  it("keeps its words: changed ones need a new number, and the program says which file", async () => {
    const first = aCity();
    await keepTemplates({ db, clock }, first, readPaperTemplates(first));
    const changed = aCity({
      "receipt.json": (template) => ({ ...template, texts: { ...texts(template), early: "Sẽ báo trước." } }),
    });

    await expect(keepTemplates({ db, clock }, changed, readPaperTemplates(changed))).rejects.toThrow(
      /receipt\.json \(receipt\): \/version is still 2, but .* give it 3/,
    );
  });

  it("is free to be laid out anew, to be taken up again, and to be followed by the next", async () => {
    const next = aCity({
      "receipt.json": (template) => ({
        ...template,
        version: 3,
        texts: { ...texts(template), early: "Sẽ báo trước." },
      }),
      "refusal.json": (template) => Object.fromEntries(Object.entries(template).toReversed()),
    });
    const back = aCity();

    await keepTemplates({ db, clock }, next, readPaperTemplates(next));
    await keepTemplates({ db, clock }, back, readPaperTemplates(back));

    const kept = await db
      .selectFrom("paperTemplate")
      .select(["version"])
      .where("key", "=", "receipt")
      .orderBy("version")
      .execute();
    expect(kept.map(({ version }) => version)).toEqual([2, 3]);
  });

  it("is recorded once by programs that start together", async () => {
    const city = aCity({ "refusal.json": (template) => ({ ...template, version: 9 }) });

    await Promise.all(Array.from({ length: 5 }, () => keepTemplates({ db, clock }, city, readPaperTemplates(city))));

    expect(await db.selectFrom("paperTemplate").select("key").where("version", "=", 9).execute()).toHaveLength(1);
  });

  it("can be changed by nobody", async () => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();

    for (const statement of [
      "update paper_template set content = ''",
      "delete from paper_template",
      "truncate paper_template",
    ]) {
      await expect(owner.query(statement)).rejects.toThrow("never changed");
    }
    await owner.end();
  });
});

import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { movableClock } from "#foundation/clock/index.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { openSealing } from "#foundation/sealing/index.ts";
import { type FileStore, openFileStore } from "./files/file-store.ts";
import { aPdf, arriving } from "./files/testing.ts";
import {
  filesWithRows,
  findPaper,
  findReplacement,
  findUploaders,
  insertPaper,
  listFiles,
  listPapers,
  type Paper,
  paperKinds,
  takePaperNumber,
} from "./queries.ts";
import { describeUploads, uploadFile } from "./upload-file.ts";

const { db, ownerUrl } = await testDatabase();
const sealing = openSealing({ key: "11".repeat(32) });
const clock = movableClock("2026-11-24T02:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "documents-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files: FileStore;
let unitId: number;
const accountId = randomUUID();
const owner = new pg.Client({ connectionString: ownerUrl });

beforeAll(async () => {
  files = await openFileStore({ folder, sealing });
  await owner.connect();
  const unit = await owner.query(
    "insert into unit (code, kind, level, verified) values ('TP-THU', 'specialist_office', 'city', true) returning id",
  );
  unitId = unit.rows[0].id;
  await owner.query(
    "insert into account (id, login, kind, display_name, password_hash, created_at) values ($1, 'a', 'citizen', 'Ánh', '', now())",
    [accountId],
  );
});
afterAll(() => owner.end());

describe("an upload", () => {
  it("is there with its file, its sender and its name, which the database cannot read", async () => {
    const content = aPdf("tờ khai");

    const result = await uploadFile(
      { db, files, sealing, clock },
      { accountId },
      { name: "CCCD 038199012345.pdf", content: arriving(content), maxBytes: 1_000_000 },
    );

    if (!result.ok) throw new Error(result.refusal.reason);
    const { uploadId, sha256 } = result.value;
    expect((await files.readWhole(sha256)).equals(content)).toBe(true);
    expect(await findUploaders(db, [uploadId, randomUUID()])).toEqual(new Map([[uploadId, accountId]]));
    expect(await describeUploads({ db, sealing }, [randomUUID(), uploadId])).toEqual([
      { ...result.value, name: "CCCD 038199012345.pdf", createdAt: clock.now() },
    ]);
    const dump = await owner.query("select upload::text as row from upload");
    expect(JSON.stringify(dump.rows)).not.toContain("038199012345");
    expect(dump.rows[0].row).not.toContain(Buffer.from("038199012345").toString("hex"));
  });

  it("that is refused leaves no row", async () => {
    const before = await listFiles(db, "00".repeat(32), 100);

    const result = await uploadFile(
      { db, files, sealing, clock },
      { sessionHash: Buffer.alloc(32) },
      { name: "a.pdf", content: arriving(Buffer.from("MZ")), maxBytes: 100 },
    );

    expect(result).toEqual({ ok: false, refusal: { reason: "not-accepted" } });
    expect(await listFiles(db, "00".repeat(32), 100)).toEqual(before);
  });

  it("keeps its file from the sweep, and files without a row are named", async () => {
    const [known] = await listFiles(db, "00".repeat(32), 1);

    expect(await filesWithRows(db, [known ?? "", "ab".repeat(32)])).toEqual(new Set([known]));
  });
});

describe("numbers of papers", () => {
  it("count from one without gaps or doubles within unit, series and year, also when taken at once", async () => {
    const numbers = await Promise.all(
      Array.from({ length: 40 }, () => db.transaction().execute((tx) => takePaperNumber(tx, unitId, "QĐ", 2026))),
    );

    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect(await takePaperNumber(db, unitId, "QĐ", 2027)).toBe(1);
    expect(await takePaperNumber(db, unitId, "HDHS", 2026)).toBe(1);
  });

  it("are not used up by a paper that was not issued after all", async () => {
    const giveUp = db.transaction().execute(async (tx) => {
      await takePaperNumber(tx, unitId, "TC", 2026);
      throw new Error("the signer died");
    });
    await expect(giveUp).rejects.toThrow("the signer died");

    expect(await takePaperNumber(db, unitId, "TC", 2026)).toBe(1);
  });
});

describe("an issued paper", () => {
  const aPaper = (number: number, more: Partial<Paper> = {}): Paper => ({
    id: randomUUID(),
    dossierId: randomUUID(),
    kind: "result",
    unitId,
    series: "TLKT",
    seriesYear: 2026,
    number,
    numberText: `${number}/TLKT-BS`,
    title: "Trích lục khai tử",
    fileSha256: "ab".repeat(32),
    fileSize: 1234,
    issuedAt: new Date("2026-11-24T02:00:00Z"),
    template: "result",
    templateVersion: 1,
    citation: "30/2020/NĐ-CP",
    signers: [{ role: "official", name: "Lê Văn Bình", certificate: "cd".repeat(32) }],
    validUntil: "2031-11-24",
    replaces: null,
    replacesReason: null,
    ...more,
  });

  it("is found as it was issued, by itself and by its dossier", async () => {
    const paper = aPaper(1);
    await insertPaper(db, paper);

    expect(await findPaper(db, paper.id)).toEqual(paper);
    expect(await listPapers(db, paper.dossierId)).toEqual([paper]);
    expect(await findPaper(db, randomUUID())).toBeUndefined();
  });

  it("is corrected by a new one that names it, once and with a reason", async () => {
    const first = aPaper(2);
    await insertPaper(db, first);
    const second = aPaper(3, { dossierId: first.dossierId, replaces: first.id, replacesReason: "Sai ngày sinh" });
    await insertPaper(db, second);

    expect(await findReplacement(db, first.id)).toEqual(second);
    await expect(insertPaper(db, aPaper(4, { replaces: first.id, replacesReason: "again" }))).rejects.toThrow(
      "paper_is_replaced_once",
    );
    await expect(insertPaper(db, aPaper(4, { replaces: second.id }))).rejects.toThrow("paper_replaces_for_a_reason");
  });

  it("is of a kind that is known: each has a place in the table, and no other", async () => {
    for (const [at, kind] of paperKinds.entries()) await insertPaper(db, aPaper(100 + at, { kind }));

    const unknown = owner.query(
      "insert into paper select gen_random_uuid(), dossier_id, 'register', unit_id, series, series_year, 999, number_text, title, file_sha256, file_size, issued_at, template, template_version, citation, signers, valid_until, null, null from paper limit 1",
    );
    await expect(unknown).rejects.toThrow("paper_kind_is_known");
  });

  it("keeps its number to itself", async () => {
    await insertPaper(db, aPaper(9));

    await expect(insertPaper(db, aPaper(9))).rejects.toThrow("paper_number_is_given_once");
  });

  it("can be changed or deleted by nobody, not even by the owner of the database", async () => {
    for (const statement of ["update paper set title = 'x'", "delete from paper", "truncate paper cascade"]) {
      await expect(owner.query(statement)).rejects.toThrow("never changed");
    }
    await expect(db.deleteFrom("paper").execute()).rejects.toThrow(/permission denied/);
    await expect(db.updateTable("paper").set({ title: "x" }).execute()).rejects.toThrow(/permission denied/);
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import {
  insertDraftVersion,
  loadCatalogue,
  publishVersion,
  readGuidance,
  readProcedures,
} from "#features/catalogue/index.ts";
import { sampleCityFolder } from "#features/catalogue/testing.ts";
import { insertUnitName, loadOrganisation } from "#features/organisation/index.ts";
import { openDatabase } from "#foundation/db/index.ts";
import { testDatabase } from "#foundation/db/testing.ts";
import { seedCity } from "./seed-city.ts";

const at = new Date("2020-10-01T00:00:00Z");
const day = "2026-11-24";
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function aCityWith(change: (folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "city-"));
  folders.push(folder);
  cpSync(sampleCityFolder, folder, { recursive: true });
  change(folder);
  return folder;
}

describe("loading the sample city", async () => {
  const { db, ownerUrl } = await testDatabase();
  const owner = openDatabase({ url: ownerUrl, max: 1, role: null });
  afterAll(() => owner.close());
  const guidance = readGuidance(sampleCityFolder);

  it("names every fault of the folder and writes nothing", async () => {
    const folder = aCityWith((path) => {
      const file = join(path, "procedures/1.001193.json");
      const procedure = JSON.parse(readFileSync(file, "utf8"));
      procedure.internalProcess[1].hours += 3;
      procedure.internalProcess[2].agency = "XA-NOBODY";
      writeFileSync(file, JSON.stringify(procedure));
    });

    await expect(seedCity(db, folder, at)).rejects.toMatchObject({
      name: "CityFileError",
      faults: expect.arrayContaining([
        "1.001193: the steps take 11 hours, the limit is 8",
        "1.001193: step 3 names XA-NOBODY, which is not found from 14773",
      ]),
    });
    expect((await loadOrganisation(db, day)).units).toEqual([]);
  });

  it("refuses a file of another shape, naming the place", async () => {
    const folder = aCityWith((path) => {
      const file = join(path, "units.json");
      const units = JSON.parse(readFileSync(file, "utf8"));
      units.units[3].kind = "ministry";
      units.units[4].colour = "red";
      writeFileSync(file, JSON.stringify(units));
    });

    await expect(seedCity(db, folder, at)).rejects.toThrow(/\/units\/3\/kind/);
  });

  it("loads 34 wards with their five parts, the offices, 36 kiosks and 75 procedures", async () => {
    expect(await seedCity(db, sampleCityFolder, at)).toEqual({ units: 219, procedures: 75 });

    const organisation = await loadOrganisation(db, day);
    const wards = organisation.units.filter(({ kind }) => kind === "ward" || kind === "commune");
    expect(wards).toHaveLength(34);
    for (const ward of wards) expect(organisation.children(ward.id)).toHaveLength(5);
    expect(organisation.points.filter(({ kind }) => kind === "kiosk")).toHaveLength(36);
    expect(organisation.roots.map(({ code }) => code)).toEqual(["38"]);
    expect(organisation.byCode("14773")).toMatchObject({ name: "Phường Lam Sơn", agencyId: "H56.27.27" });
    expect(organisation.byCode("14773.TPHT")?.name).toBe("Công chức Tư pháp - Hộ tịch phường Lam Sơn");
  });

  it("does nothing the second time, also when two start at once", async () => {
    const both = await Promise.all([seedCity(db, sampleCityFolder, at), seedCity(db, sampleCityFolder, at)]);

    expect(both).toEqual([
      { units: 0, procedures: 0 },
      { units: 0, procedures: 0 },
    ]);
  });

  it("lets wards receive what starts at a ward, and the city's one-stop unit the rest", async () => {
    const [organisation, catalogue] = await Promise.all([loadOrganisation(db, day), loadCatalogue(db, guidance)]);
    const city = organisation.byCode("TP-MOTCUA");
    const ward = organisation.byCode("14773");

    expect(catalogue.receivingUnitIds("1.001193", day)).toHaveLength(34);
    expect(catalogue.receivingUnitIds("1.001612", day)).toEqual([city?.id]);
    // Handled first at the ward, then at the city: the citizen goes to the ward.
    expect(catalogue.receivingUnitIds("1.001731", day)).toHaveLength(34);
    expect(catalogue.list(day, { unitId: ward?.id }).total).toBe(14);
    expect(catalogue.list(day, { unitId: city?.id, limit: 100 }).total).toBe(61);
  });

  it("keeps a definition exactly as the file says it, keys and all", async () => {
    const catalogue = await loadCatalogue(db, guidance);
    for (const definition of readProcedures(sampleCityFolder)) {
      expect(catalogue.versionOn(definition.code, day)?.definition).toEqual(definition);
    }
  });

  it("puts a next version in force from its day on, and leaves past days their own", async () => {
    const before = (await loadCatalogue(db, guidance)).versionOn("1.001193", day);
    if (before === undefined) throw new Error("the birth registration is missing");
    const draft = await insertDraftVersion(db, {
      ...before,
      effectiveFrom: "2026-12-01",
      definition: { ...before.definition, onlineLevel: 4 },
    });
    expect((await loadCatalogue(db, guidance)).byId(draft)).toBeUndefined();

    await publishVersion(db, draft, at);

    const catalogue = await loadCatalogue(db, guidance);
    expect(catalogue.versionOn("1.001193", "2026-11-30")).toMatchObject({ id: before.id, effectiveTo: "2026-11-30" });
    expect(catalogue.versionOn("1.001193", "2026-12-01")).toMatchObject({ id: draft, number: 2 });
    expect(catalogue.versionOn("1.001193", "2020-09-30")).toBeUndefined();
    expect(catalogue.getById(before.id).definition.onlineLevel).toBe(3);
  });

  it.each(["definition = '{}'", "effective_from = '2019-01-01'", "rule_profile = 'vn-2025'", "published_at = null"])(
    "refuses to change a published version, even by the owner: %s",
    async (change) => {
      await expect(
        sql.raw(`update procedure_version set ${change} where number = 1`).execute(owner.db),
      ).rejects.toThrow(/only its last day may be set/);
    },
  );

  it("refuses to delete a published version and to let two be in force at once", async () => {
    await expect(sql`delete from procedure_version`.execute(owner.db)).rejects.toThrow(/cannot be deleted/);
    await expect(
      sql`update procedure_version set effective_to = null where number = 1`.execute(owner.db),
    ).rejects.toThrow(/procedure_has_one_version_in_force/);
  });

  it("renames a unit from a day on and keeps the old name for earlier papers", async () => {
    const unit = (await loadOrganisation(db, day)).byCode("15922");
    if (unit === undefined) throw new Error("Long Anh is missing");

    await insertUnitName(db, unit.id, {
      name: "Phường Long Anh",
      nameEn: "Long Anh Ward",
      shortName: "Long Anh",
      from: "2021-02-01",
      decision: "1108/NQ-UBTVQH14",
    });

    const organisation = await loadOrganisation(db, day);
    expect(organisation.getById(unit.id).name).toBe("Phường Long Anh");
    expect(organisation.nameOn(unit.id, "2020-12-31", "vi")).toBe("Xã Long Anh");
  });
});

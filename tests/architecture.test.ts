/** The walls of the house. A broken one is printed as the arrow that broke it. */
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Arrow, arrowsFrom, faultOf, isTest } from "./architecture/arrows.ts";
import { isForQueries, sqlLines, tablesOf, tablesWritten } from "./architecture/sql.ts";

/** From the lowest to the highest: a feature knows only those above it in this list. */
const features = [
  "organisation",
  "identity",
  "calendar",
  "catalogue",
  "eforms",
  "processes",
  "documents",
  "dossiers",
  "register",
  "books",
  "post",
  "worklists",
  "counter",
  "kiosks",
  "cabinet",
  "payments",
  "notifications",
  "petitions",
  "quality",
  "supervision",
  "evaluation",
  "reports",
  "access-log",
];

const project = resolve(import.meta.dirname, "..");
const files = globSync("src/**/*.{ts,tsx}", { cwd: project })
  .map((file) => file.replaceAll("\\", "/"))
  .sort();
const textOf = (file: string) => readFileSync(resolve(project, file), "utf8");
const folders = (path: string) => {
  if (!existsSync(resolve(project, path))) return [];
  return readdirSync(resolve(project, path), { withFileTypes: true })
    .filter((found) => found.isDirectory())
    .map((found) => found.name);
};
const program = files.filter((file) => !isTest(file) && !/\/testing[^/]*\.tsx?$/.test(file));

describe("the walls of the house", () => {
  it("hold: every import runs down, and into another feature only through its index.ts", () => {
    const broken = files
      .flatMap((file) => arrowsFrom(file, textOf(file)))
      .map((arrow) => ({ ...arrow, fault: faultOf(arrow, features) }))
      .filter(({ fault }) => fault !== null)
      .map(({ from, to, fault }) => `${from} -> ${to}: ${fault}`);

    expect(broken).toEqual([]);
  });

  it("know every feature by its place in the list", () => {
    expect(folders("src/features").filter((name) => !features.includes(name))).toEqual([]);
  });

  it("have a door: each feature and each integration offers an index.ts", () => {
    const rooms = [
      ...folders("src/features").map((name) => `src/features/${name}`),
      ...folders("src/integrations").map((name) => `src/integrations/${name}`),
    ];

    expect(rooms.filter((room) => !existsSync(resolve(project, room, "index.ts")))).toEqual([]);
  });

  it("leave the composition on top without a table of its own", () => {
    const onTop = program.filter((file) => /^src\/[^/]+$/.test(file));

    const writes = onTop.flatMap((file) => [...tablesWritten(textOf(file))].map((table) => `${file} writes ${table}`));

    expect(writes).toEqual([]);
  });
});

describe("the SQL of a feature", () => {
  const ofFeatures = program.filter((file) => file.startsWith("src/features/"));

  it("stands in its queries.ts", () => {
    const elsewhere = ofFeatures
      .filter((file) => !isForQueries(file))
      .flatMap((file) => sqlLines(textOf(file)).map(({ line, text }) => `${file}:${line} ${text}`));

    expect(elsewhere).toEqual([]);
  });

  it("writes only tables that no other feature writes", () => {
    const tables = tablesOf(textOf("migrations/schema.sql"));
    const writers = new Map<string, Set<string>>();
    for (const file of program) {
      const writer = file.startsWith("src/features/") ? (file.split("/")[2] ?? file) : file;
      for (const table of tablesWritten(textOf(file))) {
        if (tables.has(table)) writers.set(table, (writers.get(table) ?? new Set()).add(writer));
      }
    }

    const shared = [...writers].filter(([, names]) => names.size > 1);

    expect(shared.map(([table, names]) => `${table} is written by ${[...names].join(" and ")}`)).toEqual([]);
  });
});

describe("a wall is noticed when it breaks", () => {
  const faults: readonly (readonly [string, Arrow, RegExp | null])[] = [
    ["foundation to a feature", arrow("foundation/db/open.ts", "features/calendar/index.ts"), /only foundation/],
    ["foundation to ui", arrow("foundation/i18n/index.ts", "ui/button/button.tsx"), /only foundation/],
    ["ui to a feature", arrow("ui/layouts/citizen.tsx", "features/identity/index.ts"), /neither features/],
    ["ui to foundation", arrow("ui/button/button.tsx", "foundation/jsx/html.ts"), null],
    ["an integration to a feature", arrow("integrations/sms/http.ts", "features/dossiers/index.ts"), /no feature/],
    ["an integration to another", arrow("integrations/sms/http.ts", "integrations/zalo/index.ts"), /own folder/],
    ["a feature to an integration's insides", arrow("features/payments/pay.ts", "integrations/sms/http.ts"), /insides/],
    ["a feature to an integration", arrow("features/payments/pay.ts", "integrations/sms/index.ts"), null],
    ["up", arrow("features/calendar/queries.ts", "features/dossiers/index.ts"), /dossiers stands above calendar/],
    ["down", arrow("features/dossiers/due.ts", "features/calendar/index.ts"), null],
    ["down, past the door", arrow("features/dossiers/due.ts", "features/calendar/queries.ts"), /insides of calendar/],
    ["down, to builders, from a test", arrow("features/dossiers/due.test.ts", "features/calendar/testing.ts"), null],
    ["to builders, from the program", arrow("features/dossiers/due.ts", "features/dossiers/testing.ts"), /tests only/],
    ["to a feature that is not in the list", arrow("features/shop/buy.ts", "features/calendar/index.ts"), /above/],
    ["a feature to the composition", arrow("features/dossiers/due.ts", "deps.ts"), /composition/],
    ["the composition to anything", arrow("app.ts", "features/dossiers/index.ts"), null],
  ];

  it.each(faults)("%s", (_name, broken, fault) => {
    const found = faultOf(broken, features);

    if (fault === null) expect(found).toBeNull();
    else expect(found).toMatch(fault);
  });

  it("also by a relative path, an import for types and a dynamic import", () => {
    const text = `import type { Db } from "../../foundation/db/index.ts";
      export { x } from "#features/identity/index.ts";
      const later = await import("./late.ts");
      import "node:fs"; import { z } from "zod"; // import "./said-only.ts"`;

    expect(arrowsFrom("src/features/calendar/due.ts", text).map(({ to }) => to)).toEqual([
      "src/foundation/db/index.ts",
      "src/features/identity/index.ts",
      "src/features/calendar/late.ts",
      "src/features/calendar/said-only.ts",
    ]);
  });

  it("in SQL by Kysely, by template and by text", () => {
    expect(
      sqlLines('db\n  .selectFrom("unit")\nsql<Row>`select 1`\npool.query("select 1")\nc.req.query("q")'),
    ).toHaveLength(3);
    expect([
      ...tablesWritten('db.insertInto("paperNumber"); sql`update dossier d set x = 1`; "delete from session"'),
    ]).toEqual(["paper_number", "session", "dossier"]);
  });
});

function arrow(from: string, to: string): Arrow {
  return { from: `src/${from}`, to: `src/${to}` };
}

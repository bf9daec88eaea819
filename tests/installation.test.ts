/** What a fresh clone installs: whole, and no more than was promised. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const lock: { readonly packages: Readonly<Record<string, Entry>> } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../package-lock.json"), "utf8"),
);
const entries = Object.entries(lock.packages).filter(([path]) => path !== "");
const mostPackages = 150;

describe("the lockfile", () => {
  it("names the builds for every platform, so that npm ci accepts it everywhere", () => {
    const held = new Set(entries.map(([path]) => path.slice(path.lastIndexOf("node_modules/") + 13)));

    const missing = entries.flatMap(([, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter((name) => !held.has(name)),
    );

    // If not: node scripts/complete-lockfile.mjs
    expect(missing).toEqual([]);
  });

  it(`installs no more than ${mostPackages} packages to run the program`, () => {
    const installed = entries.filter(
      ([, { dev, devOptional, os = ["linux"], cpu = ["x64"], libc = ["glibc"] }]) =>
        !dev && !devOptional && os.includes("linux") && cpu.includes("x64") && libc.includes("glibc"),
    );

    expect(installed.length).toBeLessThanOrEqual(mostPackages);
  });

  it("takes packages from the registry or from vendor/, and from nowhere else", () => {
    const elsewhere = entries
      .map(([, { resolved }]) => resolved)
      .filter((resolved) => resolved !== undefined && !/^(https:\/\/registry\.npmjs\.org|vendor)\//.test(resolved));

    expect(elsewhere).toEqual([]);
  });
});

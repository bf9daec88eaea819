import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./index.ts";

const project = resolve(import.meta.dirname, "../../..");

describe("settings", () => {
  it("work without any: a demo on loopback with the embedded database", () => {
    const config = readConfig({}, project);

    expect(config).toMatchObject({ mode: "demo", role: "all", host: "127.0.0.1", port: 3000, databaseUrl: undefined });
    expect(config.origin).toBe("http://localhost:3000");
  });

  it("name all faults at once", () => {
    const read = () =>
      readConfig(
        { PORT: "80a", MOTCUA_MODE: "test", DATABASE_URL: "mysql://x", MOTCUA_PROT: "1", LOG_LEVEL: "loud" },
        project,
      );

    expect(read).toThrow(ConfigError);
    try {
      read();
    } catch (error) {
      const faults = (error as ConfigError).faults.join("\n");
      for (const name of ["PORT", "MOTCUA_MODE", "DATABASE_URL", "MOTCUA_PROT", "LOG_LEVEL"])
        expect(faults).toContain(name);
    }
  });

  it("turn production on by default when a database of one's own is named", () => {
    expect(readConfig({ DATABASE_URL: "postgres://db/motcua" }, project).mode).toBe("production");
  });

  it("come from a file, and the environment wins over it", () => {
    const file = join(mkdtempSync(join(tmpdir(), "motcua-config-")), "motcua.env");
    writeFileSync(file, "PORT=4000\nMOTCUA_MAX_UPLOAD_MB=5\n");

    const config = readConfig({ MOTCUA_CONFIG: file, PORT: "4001" }, project);

    expect(config.port).toBe(4001);
    expect(config.maxUploadBytes).toBe(5 * 1024 * 1024);
  });

  it("say so when the named file is missing", () => {
    expect(() => readConfig({ MOTCUA_CONFIG: "/nowhere/motcua.env" }, project)).toThrow("there is no file");
  });
});

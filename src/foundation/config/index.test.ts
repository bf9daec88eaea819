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

  it("of the ways out are off until all that belongs together is there, and no secret is shown in a fault", () => {
    expect(readConfig({}, project).notices).toEqual({
      smtp: null,
      sms: null,
      zalo: null,
      quiet: { from: 21 * 60 + 30, to: 6 * 60 + 30 },
    });
    const given = {
      MOTCUA_SMTP_URL: "ftp://nguoi:matkhau@mail.example.vn",
      MOTCUA_SMTP_FROM: "no sender\r\nBcc: x",
      MOTCUA_SMS_KEY: "khoa-mat",
      MOTCUA_ZALO_APP_ID: "1",
      MOTCUA_ZALO_URL: "http://zalo.example",
      MOTCUA_QUIET_HOURS: "25:00-06:30",
    };
    try {
      readConfig(given, project);
      expect.unreachable("these settings cannot be used");
    } catch (error) {
      const faults = (error as ConfigError).faults.join("\n");
      for (const name of [
        "MOTCUA_SMTP_URL",
        "MOTCUA_SMTP_FROM",
        "MOTCUA_SMS_SECRET",
        "MOTCUA_SMS_BRAND",
        "MOTCUA_ZALO_APP_SECRET",
        "MOTCUA_ZALO_REFRESH_TOKEN",
        "MOTCUA_ZALO_OA_SECRET",
        "MOTCUA_ZALO_URL",
        "MOTCUA_QUIET_HOURS",
      ])
        expect(faults).toContain(name);
      expect(faults).not.toMatch(/matkhau|khoa-mat/);
    }
  });

  it("of mail tell server, account and sender apart", () => {
    const { smtp } = readConfig(
      {
        MOTCUA_SMTP_URL: "smtps://mot%40cua:m%3At@mail.example.gov.vn",
        MOTCUA_SMTP_FROM: "Một cửa Thanh Hóa <motcua@example.gov.vn>",
        MOTCUA_QUIET_HOURS: "none",
      },
      project,
    ).notices;

    expect(smtp).toEqual({
      host: "mail.example.gov.vn",
      port: 465,
      secure: true,
      user: "mot@cua",
      password: "m:t",
      from: { name: "Một cửa Thanh Hóa", address: "motcua@example.gov.vn" },
    });
  });

  it("say so when the named file is missing", () => {
    expect(() => readConfig({ MOTCUA_CONFIG: "/nowhere/motcua.env" }, project)).toThrow("there is no file");
  });
});

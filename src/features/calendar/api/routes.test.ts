import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { type AppEnv, createRoutes } from "#features/identity/index.ts";
import { RequestError } from "#foundation/errors/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { DueDeps } from "../answer-due.ts";
import { dueCommand } from "../due-command.ts";
import { sampleCalendar } from "../testing.ts";
import { declareCalendarApi } from "./routes.ts";

const deps: DueDeps = {
  calendars: { forUnit: () => sampleCalendar, ofVersion: () => sampleCalendar, refresh: async () => false },
  isUnit: (code) => code === "TP-MOTCUA",
};

async function ask(query: string, language: Language = "vi") {
  const routes = createRoutes();
  declareCalendarApi(routes, deps);
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set("visitor", { kind: "anonymous" });
    c.set("language", language);
    await next();
  });
  app.route("/", routes.app);
  app.onError((error, c) => {
    if (error instanceof RequestError) return c.json({ ...error, name: error.name }, error.status);
    throw error;
  });
  const response = await app.request(`/api/v1/calendar/due?${query}`);
  return { status: response.status, body: await response.json() };
}

describe("GET /api/v1/calendar/due", () => {
  it("tells the due moment, how it was counted, and every interval with whether it counted", async () => {
    const { status, body } = await ask(
      "from=2026-11-23T10:00:00%2B07:00&count=2&kind=working_day&unit=TP-MOTCUA",
      "en",
    );

    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(["dueAt", "convention", "working"]);
    expect(body.dueAt).toBe("2026-11-26T17:00:00+07:00");
    expect(body.convention).toContain("Điều 147");
    expect(body.working.map(({ from, to, counts }: Record<string, unknown>) => [from, to, counts])).toEqual([
      ["2026-11-23T10:00:00+07:00", "2026-11-24T00:00:00+07:00", false],
      ["2026-11-24T00:00:00+07:00", "2026-11-25T00:00:00+07:00", false],
      ["2026-11-25T00:00:00+07:00", "2026-11-26T00:00:00+07:00", true],
      ["2026-11-26T00:00:00+07:00", "2026-11-26T17:00:00+07:00", true],
    ]);
    expect(body.working[1].reason).toMatch(/Vietnamese Culture Day.*28\/2026\/QH16/);
  });

  it("counts working hours and calendar days, by the city's calendar when no unit is named", async () => {
    const hours = await ask("from=2026-11-23T08:00:00Z&count=8&kind=hour");
    const days = await ask("from=2026-11-20T09:00:00Z&count=4&kind=calendar_day");

    expect(hours.body.dueAt).toBe("2026-11-25T15:00:00+07:00");
    expect(days.body.dueAt).toBe("2026-11-25T17:00:00+07:00");
  });

  it("understands a time whose plus sign was not escaped", async () => {
    const escaped = await ask("from=2026-11-20T15:30:00%2B07:00&count=5&kind=working_day");
    const bare = await ask("from=2026-11-20T15:30:00+07:00&count=5&kind=working_day");

    expect(bare).toEqual(escaped);
    expect(bare.body.dueAt).toBe("2026-11-30T17:00:00+07:00");
    expect((await ask("from=2026-11-20+15:30&count=5")).status).toBe(400);
  });

  it("says in the working which days are not certain yet", async () => {
    const announced = await ask("from=2027-02-03T03:00:00Z&count=1&kind=working_day");
    const notEntered = await ask("from=2027-12-30T03:00:00Z&count=2&kind=working_day");

    expect(JSON.stringify(announced.body.working)).toContain("dự kiến, chưa có thông báo chính thức");
    expect(JSON.stringify(notEntered.body.working)).toContain("lịch năm 2028 chưa có");
  });

  it("names every fault of the question at once", async () => {
    const { status, body } = await ask("from=2026-11-23&count=0&kind=weeks&unit=NOWHERE&unit=TP-MOTCUA&colour=red");

    expect(status).toBe(400);
    expect(body.faults.map(({ path, code }: Record<string, string>) => `${path} ${code}`)).toEqual([
      "unit twice",
      "colour unknown",
      "from notATime",
      "kind unknownKind",
      "count notACount",
      "unit unknownUnit",
    ]);
  });

  it.each(["count=1.5", "count=-1", "count=1e3", "count=99999", "count=0x10", "count="])(
    "refuses %s days",
    async (count) => {
      expect((await ask(`from=2026-11-23T08:00:00Z&kind=working_day&${count}`)).status).toBe(400);
    },
  );

  it("says which years it knows when asked for one it does not", async () => {
    const late = await ask("from=2030-12-30T08:00:00Z&count=30&kind=working_day", "en");
    const early = await ask("from=2010-12-30T08:00:00Z&count=3&kind=hour", "en");

    for (const { status, body } of [late, early]) {
      expect(status).toBe(422);
      expect(body.faults[0].message).toMatch(/2019.*2027/);
    }
  });
});

describe("motcua due", () => {
  it("answers what the address answers", async () => {
    const args = "--from 2026-11-23T10:00:00+07:00 --count 2 --kind working_day --unit TP-MOTCUA".split(" ");
    const { body } = await ask("from=2026-11-23T10:00:00%2B07:00&count=2&kind=working_day&unit=TP-MOTCUA");
    const { exitCode, text } = dueCommand(deps, args);

    expect(exitCode).toBe(0);
    expect(JSON.parse(text)).toEqual(body);
  });

  it("names every fault, and an option it does not know, with its help", () => {
    const wrong = dueCommand(deps, ["--from", "tomorrow", "--count", "0"]);
    const unknown = dueCommand(deps, ["--until", "x"]);

    expect(wrong.exitCode).toBe(2);
    expect(wrong.text).toMatch(/^--from: .*\n--count: .*\n\nmotcua due/);
    expect(unknown.exitCode).toBe(2);
    expect(unknown.text).toContain("--until");
    expect(dueCommand(deps, ["--help"])).toMatchObject({ exitCode: 0 });
  });
});

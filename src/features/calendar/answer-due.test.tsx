import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { type AppEnv, createRoutes } from "#features/identity/index.ts";
import { BadInputError } from "#foundation/errors/index.ts";
import { declareCalendarApi } from "./api/routes.ts";
import { dueCommand } from "./due-command.ts";
import { DueWorking } from "./due-working.tsx";
import { explainDue } from "./explain-due.ts";
import { calendarPaths } from "./paths.ts";
import { at, sampleCalendar } from "./testing.ts";

const deps = {
  calendars: { forUnit: () => sampleCalendar, ofVersion: () => undefined, refresh: async () => false },
  isUnit: (code: string) => code === "TP-TUPHAP",
};
const routes = createRoutes();
declareCalendarApi(routes, deps);
const app = new Hono<AppEnv>();
app.use(async (c, next) => {
  c.set("visitor", { kind: "anonymous" });
  c.set("language", c.req.query("lang") === "en" ? "en" : "vi");
  await next();
});
app.route("/", routes.app);
app.onError((error, c) => {
  if (error instanceof BadInputError) return c.json({ errors: error.faults }, error.status);
  throw error;
});
const ask = async (query: Record<string, string>) => {
  const response = await app.request(calendarPaths.apiDue({}, query));
  return { status: response.status, body: await response.json() };
};
const question = { from: "2026-11-20T15:30:00+07:00", count: "5", kind: "working_day", unit: "TP-TUPHAP" };

describe("GET /api/v1/calendar/due", () => {
  it("answers the due moment, the convention and the working", async () => {
    const { status, body } = await ask(question);

    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(["dueAt", "convention", "working"]);
    expect(body.dueAt).toBe("2026-11-30T17:00:00+07:00");
    expect(Object.keys(body.working[0])).toEqual(["from", "to", "counts", "reason"]);
    expect(body.working.filter(({ counts }: { counts: boolean }) => counts)).toHaveLength(5);
  });

  it("takes working days and the city's calendar when kind and unit are left out, and any offset", async () => {
    const { body } = await ask({ from: "2026-11-20T08:30:00Z", count: "5" });

    expect(body.dueAt).toBe("2026-11-30T17:00:00+07:00");
    // An offset typed into an address as it is: its plus sign arrives as a space.
    const typed = await app.request(`${calendarPaths.apiDue()}?count=5&from=2026-11-20T15:30:00+07:00`);
    expect((await typed.json()).dueAt).toBe("2026-11-30T17:00:00+07:00");
    expect((await ask({ ...question, kind: "hour", count: "0.5" })).body.dueAt).toBe("2026-11-20T16:00:00+07:00");
    expect((await ask({ ...question, kind: "calendar_day" })).body.dueAt).toBe("2026-11-25T17:00:00+07:00");
  });

  it("names all faults of the question at once", async () => {
    const { status, body } = await ask({ from: "2026-11-20", count: "0", kind: "week", unit: "X", colour: "red" });

    expect(status).toBe(400);
    expect(body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
      "colour unknown",
      "from notATime",
      "kind unknownKind",
      "count notACount",
      "unit unknownUnit",
    ]);
  });

  it.each(["-1", "1e3", "5.5", "99999", "", "NaN", "٥"])("refuses a count of '%s' days", async (count) => {
    expect((await ask({ from: question.from, count })).status).toBe(400);
  });

  it("says which years it can answer for", async () => {
    const { status, body } = await ask({ ...question, from: "2018-05-01T09:00:00+07:00" });

    expect(status).toBe(422);
    expect(body.errors[0].message).toContain("từ năm 2019 đến năm 2027");
    expect((await ask({ ...question, count: "3660" })).status).toBe(422);
  });
});

describe("motcua due", () => {
  it("answers the same as the address", async () => {
    const { exitCode, text } = dueCommand(deps, ["--from", question.from, "--count", "5", "--unit", "TP-TUPHAP"]);

    expect(exitCode).toBe(0);
    expect(JSON.parse(text)).toEqual((await ask(question)).body);
  });

  it("names what is wrong, and shows its help", () => {
    const wrong = dueCommand(deps, ["--count", "x", "--lang", "en"]);

    expect(wrong.exitCode).toBe(2);
    for (const words of ["--from: needs the starting time", "--count: needs a whole number", "motcua due"])
      expect(wrong.text).toContain(words);
    expect(dueCommand(deps, ["--colour", "red"]).exitCode).toBe(2);
    expect(dueCommand(deps, ["--lang", "fr"]).exitCode).toBe(2);
    expect(dueCommand(deps, ["--help"])).toMatchObject({ exitCode: 0 });
  });
});

describe("the working on a page", () => {
  it("is a table with a caption and machine-readable times", () => {
    const explanation = explainDue(sampleCalendar, at("2026-11-20 15:30"), { kind: "working_day", count: 1 });
    const markup = String(<DueWorking explanation={explanation} language="vi" />);

    expect(markup).toContain("<caption>Cách tính hạn trả kết quả</caption>");
    expect(markup).toContain('<time datetime="2026-11-23T17:00:00+07:00"><strong>17:00, thứ Hai, 23/11/2026</strong>');
    expect(markup.match(/<tr/g)).toHaveLength(4);
  });
});

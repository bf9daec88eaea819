/** A holiday that was decided yesterday: what was promised stays promised, what is promised from now on counts it. */
import { beforeAll, describe, expect, it } from "vitest";
import { readCityCalendar, storeCalendar } from "#features/calendar/index.ts";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

/** A certificate of marital status: due three working days after acceptance. */
const marriageStatus = "1.004873";
const monday = "2026-11-16T01:30:00Z";
const fault = { faults: [{ legalBasis: "60/2014/QH13", message: "Thiếu chữ ký." }] };

let program: TestProgram;
let at: ReturnType<typeof desk>;

beforeAll(async () => {
  program = await testProgram({ now: monday });
  at = desk(program);
});

async function accepted(): Promise<string> {
  const code = await at.send(marriageStatus);
  await at.walk(code, ["reception-ward", "accept"]);
  return code;
}

/** Wednesday is free, says the city on the given day. */
async function decide(): Promise<void> {
  const { db } = program.deps.database;
  const calendar = readCityCalendar("cities/thanh-hoa-2020");
  const definition = {
    ...calendar,
    exceptions: [
      ...calendar.exceptions,
      {
        date: "2026-11-18",
        kind: "off" as const,
        name: { vi: "Nghỉ phòng chống bão", en: "Off for the storm" },
        source: "Công điện của Chủ tịch UBND thành phố",
        verified: false,
      },
    ],
  };
  const stored = await storeCalendar(db, { definition, reason: "Nghỉ ngày 18/11/2026", at: program.clock.now() });
  if (!stored.ok) throw new Error(JSON.stringify(stored.refusal));
  await program.deps.calendars.refresh(db);
}

describe("a holiday decided yesterday", () => {
  it("moves no date that a receipt promised; new dates count it, also of a supplement", async () => {
    const promised = await accepted();
    const waiting = await accepted();
    await at.walk(waiting, ["reception-ward", "requestSupplement", fault]);
    const before = await at.read(promised);
    await decide();
    program.clock.set("2026-11-17T01:30:00Z");

    const later = await accepted();
    await at.walk(waiting, ["citizen", "supplement", {}]);
    await at.walk(promised, ["reception-ward", "handOver"]);
    const apology = { note: "Nghỉ phòng chống bão.", cause: "other", newDueOn: "2026-11-18" };
    const onTheDay = await at.move("specialist", promised, "proposeApology", apology);

    expect(before.dueAt).toBe("2026-11-19T17:00:00.000+07:00");
    expect(await at.read(promised)).toMatchObject({ dueAt: before.dueAt, originalDueAt: before.dueAt });
    expect((await at.read(later)).dueAt).toBe("2026-11-23T17:00:00.000+07:00");
    expect(await at.read(waiting)).toMatchObject({
      originalDueAt: before.dueAt,
      dueAt: "2026-11-23T17:00:00.000+07:00",
    });
    expect(onTheDay.status).toBe(422);
    expect(onTheDay.json.errors.map(({ code }: { code: string }) => code)).toEqual(["notAWorkingDay"]);
    let said = "";
    expect(await verify(program.deps, { write: (text) => (said += text) }), said).toBe(0);
  });
});

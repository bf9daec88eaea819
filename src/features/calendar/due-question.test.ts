import { describe, expect, it } from "vitest";
import { readDueQuestion } from "./due-question.ts";
import { at } from "./testing.ts";

const read = (query: string) => readDueQuestion(new URLSearchParams(query), (code) => code === "TP-MOTCUA", "en");

describe("the question by when", () => {
  it("understands a time whose plus sign was not escaped, as when an address is typed by hand", () => {
    const escaped = read("from=2026-11-20T15:30:00%2B07:00&count=5");
    const bare = read("from=2026-11-20T15:30:00+07:00&count=5");

    expect(bare).toEqual(escaped);
    expect(bare).toMatchObject({ ok: true, value: { from: at("2026-11-20 15:30") } });
  });

  it("does not take a time without an offset for one", () => {
    expect(read("from=2026-11-20+15:30&count=5").ok).toBe(false);
    expect(read("from=2026-11-20T15:30:00&count=5").ok).toBe(false);
  });

  it("refuses a parameter given twice, whichever value is right", () => {
    expect(read("from=2026-11-20T08:30:00Z&count=5&unit=TP-MOTCUA&unit=X")).toEqual({
      ok: false,
      refusal: [{ path: "unit", code: "twice", message: expect.any(String) }],
    });
  });
});

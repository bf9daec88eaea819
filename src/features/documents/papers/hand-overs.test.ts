import { describe, expect, it } from "vitest";
import { handOversOf, punctuality, type Stay } from "./hand-overs.ts";

const at = (text: string) => new Date(`${text}+07:00`);

describe("a step", () => {
  it.each([
    ["2026-11-23T16:59:00", "2026-11-24T09:00:00", "early"],
    ["2026-11-24T08:00:00", "2026-11-24T09:00:00", "onTime"],
    ["2026-11-24T09:00:00", "2026-11-24T09:00:00", "onTime"],
    ["2026-11-24T09:00:01", "2026-11-24T09:00:00", "late"],
    // Days are the city's: still the 24th in Greenwich, the 25th here.
    ["2026-11-25T00:30:00", "2026-11-25T17:00:00", "onTime"],
  ] as const)("passed on at %s and due at %s was %s", (passed, due, result) => {
    expect(punctuality(at(passed), at(due))).toBe(result);
  });
});

describe("the hand-overs of a dossier", () => {
  const stay = (agency: string, from: string, dueAt: string | null): Stay => ({
    agency,
    person: `người của ${agency}`,
    from: at(from),
    dueAt: dueAt === null ? null : at(dueAt),
    note: null,
  });
  const stays = [
    stay("Một cửa", "2026-11-02T08:00:00", "2026-11-02T17:00:00"),
    stay("Phòng", "2026-11-02T14:00:00", "2026-11-10T17:00:00"),
    stay("Một cửa", "2026-11-12T08:00:00", null),
  ];

  it("begin with the submitter and end with whoever got the result, each with the giver's punctuality", () => {
    const blocks = handOversOf("Ông Bảy", stays, { to: "Ông Bảy", at: at("2026-11-13T08:00:00"), note: null });

    expect(blocks.map(({ giver, receiver, result }) => [giver.agency, receiver.agency, result])).toEqual([
      ["Ông Bảy", "Một cửa", null],
      ["Một cửa", "Phòng", "onTime"],
      ["Phòng", "Một cửa", "late"],
      ["Một cửa", "Ông Bảy", null],
    ]);
  });

  it("of a dossier nobody has received are none", () => {
    expect(handOversOf("Ông Bảy", [], { to: "Ông Bảy", at: at("2026-11-13T08:00:00"), note: null })).toEqual([]);
  });

  it("out of order are our mistake, not a paper", () => {
    expect(() => handOversOf("Ông Bảy", stays.toReversed(), null)).toThrow("before it was at");
  });
});

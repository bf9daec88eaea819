import { describe, expect, it } from "vitest";
import { type Allow, mayEnter, roles, type Visitor } from "./visitor.ts";

const stranger: Visitor = { kind: "anonymous" };
const citizen: Visitor = { kind: "citizen", accountId: "c", login: "c", name: "C", isDemo: false };
const official = (...held: (typeof roles)[number][]): Visitor => ({
  kind: "official",
  accountId: "o",
  login: "o",
  name: "O",
  isDemo: false,
  postings: held.map((role) => ({ unitId: 1, role })),
});

describe("who may enter a route", () => {
  const cases: readonly (readonly [Allow, Visitor, boolean])[] = [
    ["anyone", stranger, true],
    ["signed-in", stranger, false],
    ["signed-in", citizen, true],
    ["applicant", citizen, true],
    ["applicant", official("reception"), false],
    ["official", citizen, false],
    ["official", official("reception"), true],
    // A leaver keeps the account, but no posting is valid any more.
    ["official", official(), false],
    [["leader"], official("reception"), false],
    [["leader", "reception"], official("reception"), true],
    [["leader"], citizen, false],
    [[], official(...roles), false],
  ];
  it.each(cases)("%j, %j: %s", (allow, visitor, expected) => {
    expect(mayEnter(visitor, allow)).toBe(expected);
  });
});

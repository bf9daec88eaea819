import { describe, expect, it } from "vitest";
import { type AnsweredRequest, compareWithRequest } from "./supplement-comparison.ts";

const at = new Date("2026-11-16T01:30:00Z");
const birth = { componentKey: "giay-chung-sinh", message: "Mờ" };
const legal = { legalBasis: "60/2014/QH13", message: "Tên mẹ khác" };
const form = { componentKey: "to-khai", message: "Thiếu ngày sinh" };
const hashes = new Map([
  ["cũ", "A"],
  ["mới", "B"],
  ["cũ, nộp lại", "A"],
]);

function request(before: readonly string[], after: readonly string[], faults = [birth, legal, form]): AnsweredRequest {
  const files = (uploadIds: readonly string[]) => ({ components: [{ componentKey: "giay-chung-sinh", uploadIds }] });
  const changes = { answers: [], files: [] };
  return { askedAt: at, answeredAt: at, faults, before: files(before), after: files(after), changes };
}

const compare = (one: AnsweredRequest) => compareWithRequest(one, "to-khai", (id) => hashes.get(id));

describe("a supplement against its request", () => {
  it("tells a new file from the old one, and what was asked and did not change", () => {
    const [paper, law, answers] = compare(request(["cũ"], ["mới"]));

    expect(paper).toMatchObject({
      isChanged: true,
      files: { before: [{ uploadId: "cũ", fate: "removed" }], after: [{ uploadId: "mới", fate: "new" }] },
      answers: null,
    });
    // A demand that names no paper may have been met by any of them.
    expect(law).toMatchObject({ isChanged: true, files: null });
    expect(answers).toMatchObject({ isChanged: false, answers: [] });
  });

  it("is not taken in by the same file sent again", () => {
    const [paper, law] = compare(request(["cũ"], ["cũ, nộp lại"]));

    expect(paper).toMatchObject({ isChanged: false, files: { after: [{ fate: "sameContent" }] } });
    expect(law?.isChanged).toBe(false);
  });

  it("sees a paper added where there was none, one kept, and one only taken out", () => {
    expect(compare(request([], ["mới"]))[0]).toMatchObject({ isChanged: true, files: { before: [] } });
    expect(compare(request(["cũ"], ["cũ"]))[0]).toMatchObject({
      isChanged: false,
      files: { after: [{ fate: "kept" }] },
    });
    expect(compare(request(["cũ", "mới"], ["cũ"]))[0]).toMatchObject({ isChanged: true });
  });
});

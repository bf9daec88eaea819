import { describe, expect, it } from "vitest";
import { checkPage } from "../check-answers.ts";
import type { FormGroup } from "../definition.ts";
import { type DraftAnswers, readPage, withInitialAnswers, withKnownAnswers } from "../read-answers.ts";
import { formTasks, nextGroup } from "../task-list.ts";
import { aFormWithEverything as form } from "../testing.ts";
import { AnswersSummary } from "./answers-summary.tsx";
import { GroupForm } from "./group-form.tsx";

const today = "2026-11-24";
const savedAt = new Date("2026-11-24T03:32:00Z");
const [applicant, children] = form.groups as readonly [FormGroup, FormGroup];

function page(group: FormGroup, answers: DraftAnswers, extraRow = false): string {
  return String(
    <GroupForm
      group={group}
      language="vi"
      answers={answers}
      faults={checkPage(form, group.key, answers, today)}
      action="/trang"
      seen="mark"
      savedAt={savedAt}
      extraRow={extraRow}
    />,
  );
}

describe("a page of a form", () => {
  it("says when it was saved and carries the mark of what it shows", () => {
    const html = page(applicant, {});

    expect(html).toContain("Đã lưu lúc 10:32");
    expect(html).toContain('name="seen" value="mark"');
  });

  it("shows again what was typed, right or wrong, as text and nothing else", () => {
    const html = page(applicant, { name: `"><script>alert(1)</script>`, bornOn: "31/02/2020", phone: "0912" });

    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).not.toContain("<script>alert");
    expect(html).toContain('value="31/02/2020"');
    expect(html).toContain('href="#bornOn"');
    expect(html).toContain('href="#phone"');
  });

  it("has every dependent question on it, with words for those who see them all, and a mark for those who do not", () => {
    const hidden = page(applicant, { married: "no" });
    const shown = page(applicant, { married: "yes" });

    expect(hidden).toMatch(/data-show-when="[^"]*married[^"]*"[^>]* data-shown="false"/);
    expect(hidden).toContain("Chỉ trả lời nếu “Đã kết hôn” là “Có”.");
    expect(shown).toMatch(/data-show-when="[^"]*married[^"]*"[^>]* data-shown="true"/);
  });

  it("that repeats has a set of questions for each answer, one more when asked for, and never more than allowed", () => {
    const row = (childName: string) => ({ childName, atSchool: "no" });
    const rows = (html: string) => html.split("eform-row").length - 1;

    expect(rows(page(children, {}))).toBe(1);
    expect(rows(page(children, { children: [row("A"), row("B")] }))).toBe(2);
    expect(rows(page(children, { children: [row("A"), row("B")] }, true))).toBe(3);
    const full = page(children, { children: [row("A"), row("B"), row("C")] }, true);
    expect(rows(full)).toBe(3);
    expect(full).not.toContain('value="add"');
    expect(full).toContain('name="children.2.childName"');
  });

  it("reads back what it asked for, row by row, blank rows left out", () => {
    const boxes = new URLSearchParams({
      "children.0.childName": " Lê  A ",
      "children.0.atSchool": "yes",
      "children.0.classNumber": "5",
      "children.1.childName": "  ",
      "children.2.childName": "Lê C",
      "children.9.childName": "too many",
    });

    expect(readPage(children, boxes)).toEqual({
      children: [{ childName: "Lê A", atSchool: "yes", classNumber: 5 }, { childName: "Lê C" }],
    });
    expect(readPage(children, new URLSearchParams())).toEqual({ children: undefined });
  });

  it("takes back an answer left empty and keeps a wrong one", () => {
    const read = readPage(applicant, new URLSearchParams({ name: "", bornOn: "hôm qua", phone: "+84 912 345 678" }));

    expect(read.name).toBeUndefined();
    expect("name" in read).toBe(true);
    expect(read.bornOn).toBe("hôm qua");
    expect(read.phone).toBe("0912345678");
  });
});

describe("the list of tasks", () => {
  const state = (answers: DraftAnswers, visited: readonly string[] = []) =>
    Object.fromEntries(formTasks(form, answers, visited, today).map((task) => [task.group.key, task.state]));
  const whole = { name: "A", bornOn: "1990-01-01", phone: "0912345678", married: "no", gender: "male" };

  it("tells not begun, under way, done and to be mended apart", () => {
    expect(state({})).toEqual({ applicant: "notStarted", children: "notStarted" });
    expect(state({ name: "A" })).toMatchObject({ applicant: "inProgress" });
    expect(state({ name: "A" }, ["applicant"])).toMatchObject({ applicant: "needsFix" });
    expect(state({ name: "A", phone: "12" })).toMatchObject({ applicant: "needsFix" });
    expect(state(whole)).toEqual({ applicant: "done" });
    expect(state({ ...whole, gender: undefined } as unknown as DraftAnswers)).toMatchObject({ children: "notStarted" });
  });

  it("leads to the next page that is not done, and back to an earlier one at the end", () => {
    const tasks = formTasks(form, { name: "A", phone: "12" }, [], today);

    expect(nextGroup(tasks, "applicant")?.key).toBe("children");
    expect(nextGroup(tasks, "children")?.key).toBe("applicant");
    expect(nextGroup(formTasks(form, whole, [], today), "applicant")).toBeUndefined();
  });
});

describe("answers once more before sending", () => {
  it("stand beside their questions with a way back to each, without what was not asked", () => {
    const html = String(
      <AnswersSummary
        group={applicant}
        answers={{ name: "A", bornOn: "1990-01-02", phone: "0912345678", married: "no", spouse: "B" }}
        language="vi"
        changeHref="/trang"
      />,
    );

    expect(html).toContain("02/01/1990");
    expect(html).toContain("0912 345 678");
    expect(html).toContain('href="/trang#bornOn"');
    expect(html).not.toContain("Vợ/chồng");
  });
});

describe("what follows from other answers", () => {
  const group: FormGroup = {
    key: "people",
    heading: { vi: "Người", en: "People" },
    fields: [
      {
        key: "a",
        kind: "text",
        label: { vi: "A", en: "A" },
        required: true,
        sensitivity: "open",
        maxLength: 9,
        initial: "Việt Nam",
      },
      {
        key: "b",
        kind: "text",
        label: { vi: "B", en: "B" },
        required: true,
        sensitivity: "open",
        maxLength: 9,
        sameAs: { field: "a", when: { field: "c", equals: "yes" } },
      },
    ],
  };

  it("is filled in once, and never over what was given", () => {
    const of = (answers: DraftAnswers) => withKnownAnswers({ code: "x", groups: [group] }, answers);

    expect(of({ a: "1", c: "yes" })).toEqual({ a: "1", b: "1", c: "yes" });
    expect(of({ a: "1", c: "no" })).toEqual({ a: "1", c: "no" });
    expect(of({ a: "1", b: "2", c: "yes" })).toEqual({ a: "1", b: "2", c: "yes" });
    expect(withInitialAnswers(group, {})).toEqual({ a: "Việt Nam" });
    expect(withInitialAnswers(group, { a: "Lào" })).toEqual({ a: "Lào" });
  });
});

import { expect, it } from "vitest";
import { TaskList } from "./task-list.tsx";

it("tells how far a dossier is, and links only what can be done", () => {
  const markup =
    TaskList({
      language: "vi",
      tasks: [
        { id: "a", title: "Phần một", state: "done", href: "/1" },
        { id: "b", title: "Phần hai", state: "needsFix", href: "/2" },
        { id: "c", title: "Nộp", state: "cannotStart" },
      ],
    })?.markup ?? "";

  expect(markup).toContain("Đã xong 1 trên 3 phần");
  expect(markup).toContain("Cần sửa");
  expect(markup).toContain('href="/2" aria-describedby="b-state"');
  expect(markup.match(/<a /g)).toHaveLength(2);
});

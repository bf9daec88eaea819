import { expect, it } from "vitest";
import { StepLine } from "./step-line.tsx";

it("names the present step for those who hear it, and says each state in words", () => {
  const markup =
    StepLine({
      language: "vi",
      label: "Các bước",
      steps: [
        { title: "Tiếp nhận", state: "done" },
        { title: "Ký", state: "current" },
        { title: "Trả", state: "coming" },
      ],
    })?.markup ?? "";

  expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
  expect(markup).toContain("Đã xong");
  expect(markup).toContain("Đang ở bước này");
  expect(markup).toContain("Chưa đến");
});

it("shows nothing for a process without steps", () => {
  expect(StepLine({ language: "vi", label: "Các bước", steps: [] })).toBeNull();
});

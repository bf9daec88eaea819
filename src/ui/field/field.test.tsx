import { describe, expect, it } from "vitest";
import { Radios, Select } from "../choices/choices.tsx";
import { DateInput } from "../date-input/date-input.tsx";
import { FileUpload } from "../file-upload/file-upload.tsx";
import { PasswordInput } from "../password-input/password-input.tsx";
import { PhoneInput, Textarea, TextInput } from "../text-input/text-input.tsx";
import { fieldId } from "./field.tsx";

const markup = (element: { readonly markup: string } | null) => element?.markup ?? "";

describe("a field", () => {
  it("has its label, its hint and its error read with the box", () => {
    const field = markup(
      <TextInput language="vi" name="owner.name" label="Họ và tên" hint="Như trên thẻ" error="Nhập họ và tên" />,
    );

    expect(field).toContain('<label class="field-label" for="owner-name">Họ và tên</label>');
    expect(field).toContain('aria-describedby="owner-name-hint owner-name-error" aria-invalid="true"');
    expect(field).toContain('<span class="hidden-text">Lỗi: </span>Nhập họ và tên');
  });

  it("keeps what was typed, however odd, and escapes it", () => {
    expect(markup(<TextInput language="vi" name="a" label="A" value={'"><script>'} />)).toContain(
      'value="&quot;&gt;&lt;script&gt;"',
    );
    expect(markup(<Textarea language="vi" name="a" label="A" value={"\n</textarea>"} />)).toContain(
      ">\n\n&lt;/textarea&gt;</textarea>",
    );
  });

  it("says when an answer is not needed, and nothing when it is", () => {
    expect(markup(<PhoneInput language="vi" name="a" label="A" optional />)).toContain("(không bắt buộc)");
    expect(markup(<PhoneInput language="en" name="a" label="A" />)).not.toContain("optional)");
  });

  it("can be the heading of a page that asks one thing", () => {
    expect(markup(<TextInput language="vi" name="a" label="Bạn tên gì?" asHeading />)).toContain(
      '<h1 class="field-heading"><label class="field-label field-label-heading" for="a">Bạn tên gì?</label></h1>',
    );
  });

  it("never leaves validation to the browser, whose words we cannot choose", () => {
    expect(markup(<TextInput language="vi" name="a" label="A" />)).not.toMatch(/ required| pattern=/);
  });
});

it("leads the error summary to the first box that is wrong", () => {
  const date = markup(
    <DateInput language="vi" name="born" label="Ngày sinh" wrongParts={["month"]} error="Tháng từ 1 đến 12" />,
  );
  const radios = markup(
    <Radios language="vi" name="sex" label="Giới tính" choices={[{ value: "m", label: "Nam" }]} error="Chọn" />,
  );

  expect(date).toMatch(/id="born" name="born\.month"[^>]* aria-invalid="true"/);
  expect(date).toMatch(/id="born-day" name="born\.day"(?![^>]*aria-invalid)/);
  expect(radios).toContain('type="radio" id="sex"');
});

it("chooses the option that was chosen", () => {
  const select = markup(
    <Select
      language="vi"
      name="a"
      label="A"
      value="2"
      options={[
        { value: "1", text: "Một" },
        { value: "2", text: "Hai" },
      ]}
    />,
  );

  expect(select).toContain('<option value="2" selected>Hai</option>');
  expect(select.match(/selected/g)).toHaveLength(1);
});

it("sends the ids of files that were uploaded before", () => {
  const upload = markup(
    <FileUpload
      language="vi"
      name="paper"
      label="Giấy"
      kinds="PDF"
      maxBytes={1_000_000}
      files={[{ uploadId: "0190-1", name: "<giay>.pdf", bytes: 10 }]}
      removeName="bo"
    />,
  );

  expect(upload).toContain('<input type="hidden" name="paper" value="0190-1">');
  expect(upload).toContain('name="paper.file"');
  expect(upload).toContain("Bỏ tệp &lt;giay&gt;.pdf");
});

it("never fills a password again", () => {
  expect(markup(<PasswordInput language="vi" name="p" label="Mật khẩu" error="Sai" />)).not.toMatch(
    /type="password"[^>]* value=/,
  );
});

it("makes ids that can stand in an address from any name", () => {
  expect(fieldId("con[0].họ tên")).toBe("con-0-họ-tên");
});

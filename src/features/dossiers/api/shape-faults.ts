/** Faults of shape in words of both languages; what is unknown or missing is named one by one. */
import type { InputFault } from "#foundation/errors/index.ts";

type Found = {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
  readonly params: unknown;
};

const words: Readonly<Record<string, string>> = {
  type: "Sai kiểu dữ liệu / Wrong type",
  minLength: "Không được để trống / Must not be empty",
  maxLength: "Quá dài, hãy rút gọn / Too long, shorten it",
  maxItems: "Quá nhiều mục / Too many items",
  pattern: "Không đúng dạng quy định / Not of the required form",
  anyOf: "Không phải một giá trị được phép / Not one of the allowed values",
  minimum: "Số quá nhỏ / The number is too small",
  unknownField: "Không có trường này, hãy bỏ đi / There is no such field, leave it out",
  missing: "Thiếu trường này / This field is missing",
};
const most = 100;

export function shapeFaults(found: readonly Found[]): readonly InputFault[] {
  return found
    .filter(({ keyword }) => keyword !== "boolean" && keyword !== "const")
    .flatMap(({ instancePath, keyword, message, params }) => {
      if (keyword === "additionalProperties")
        return listed(params, "additionalProperties").map((name) => fault(`${instancePath}/${name}`, "unknownField"));
      if (keyword === "required")
        return listed(params, "requiredProperties").map((name) => fault(`${instancePath}/${name}`, "missing"));
      return [fault(instancePath || "/", keyword, message)];
    })
    .slice(0, most);
}

function fault(path: string, code: string, message = code): InputFault {
  return { path: path.slice(0, 200), code, message: words[code] ?? message };
}

function listed(params: unknown, name: string): readonly string[] {
  const value = typeof params === "object" && params !== null ? Reflect.get(params, name) : undefined;
  return Array.isArray(value) ? value.map(String) : [];
}

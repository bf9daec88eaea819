import type { FieldKind } from "../field-kind.ts";

export const uploadIdPattern = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
const uploadIdShape = new RegExp(uploadIdPattern);

/** Files that belong to a question, by the ids their uploads were given. */
export const fileKind: FieldKind<"file", readonly string[]> = {
  read(_field, boxes, name) {
    const ids = boxes.getAll(name).filter((id): id is string => typeof id === "string" && id !== "");
    return ids.length === 0 ? undefined : ids;
  },
  check(field, value) {
    if (!Array.isArray(value)) return { problem: "type" };
    if (value.length === 0) return { problem: "empty" };
    if (value.length > field.maxFiles) return { problem: "tooManyFiles", bound: field.maxFiles };
    const ids: string[] = [];
    for (const id of value) {
      if (typeof id !== "string" || !uploadIdShape.test(id)) return { problem: "upload" };
      // The same file twice is one file.
      const known = id.toLowerCase();
      if (ids.includes(known)) return { problem: "upload" };
      ids.push(known);
    }
    return { value: ids };
  },
  typed: () => "",
  plainText: (_field, value, language) => {
    const count = Array.isArray(value) ? value.length : 0;
    return language === "vi" ? `${count} tệp` : `${count} ${count === 1 ? "file" : "files"}`;
  },
  schema: (field) => ({
    type: "array",
    items: { type: "string", pattern: uploadIdPattern },
    minItems: 1,
    maxItems: field.maxFiles,
    uniqueItems: true,
  }),
  // An example would name an upload that does not exist; the question is never required by its schema.
  example: () => undefined,
};

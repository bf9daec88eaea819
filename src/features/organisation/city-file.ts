/** A city is a folder of data made by people, so each file is checked against its shape and all its faults are named. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";

export class CityFileError extends Error {
  override readonly name = "CityFileError";
  readonly faults: readonly string[];

  constructor(file: string, faults: readonly string[]) {
    super(`${file} cannot be used:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

/** Makes the reader of one kind of file; the shape is compiled once, also when there are thousands of such files. */
export function cityFileReader<const Shape extends TSchema>(
  shape: Shape,
): (folder: string, name: string) => Static<Shape> {
  const validator = Compile(shape);
  return (folder, name) => {
    const file = join(folder, name);
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
      throw new CityFileError(file, [error instanceof Error ? error.message : String(error)]);
    }
    if (validator.Check(content)) return content;
    const faults = validator
      .Errors(content)
      .filter((fault) => fault.keyword !== "boolean" && fault.keyword !== "anyOf")
      .map((fault) => `${fault.instancePath || "/"} ${fault.message}`);
    throw new CityFileError(file, [...new Set(faults)]);
  };
}

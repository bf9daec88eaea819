import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProcedures } from "#features/catalogue/index.ts";
import { checkAnswers } from "./check-answers.ts";
import { definitionFaults, type FormDefinition } from "./definition.ts";
import { exampleAnswers } from "./example-answers.ts";
import { formDefinitionOf } from "./from-procedure/form-definition-of.ts";
import { groupKey, knownHeadings } from "./from-procedure/groups.ts";
import { compileJsonSchema } from "./json-schema.ts";
import { spoiledAnswers, validAnswers } from "./testing.ts";

const procedures = readProcedures(fileURLToPath(new URL("../../../cities/thanh-hoa-2020", import.meta.url)));
const today = "2026-11-24";
const forms = procedures.map((procedure) => ({ procedure, definition: formDefinitionOf(procedure) }));

function validator(definition: FormDefinition) {
  return new Ajv2020({ allErrors: true, strict: true, strictTypes: true }).compile(
    compileJsonSchema(definition, today),
  );
}

describe.each(forms)("the form of $procedure.code", ({ procedure, definition }) => {
  const schemaTakes = validator(definition);

  it("is sound, keeps every published key and group, and loses none", () => {
    const keys = definition.groups.flatMap((group) => group.fields.map((field) => field.key));

    expect(definitionFaults(definition)).toEqual([]);
    expect(new Set(keys)).toEqual(new Set(procedure.formFields.map((field) => field.key)));
    expect(keys).toHaveLength(procedure.formFields.length);
    for (const field of procedure.formFields) expect(knownHeadings.has(field.group), field.group).toBe(true);
    expect(new Set(definition.groups.map((group) => group.key))).toEqual(
      new Set(procedure.formFields.map((field) => groupKey(field.group))),
    );
  });

  it("publishes an example that its own schema and the check both take", () => {
    const example = exampleAnswers(definition, today);

    expect(schemaTakes(example), JSON.stringify(schemaTakes.errors)).toBe(true);
    expect(checkAnswers(definition, example, today)).toEqual({ ok: true, value: example });
  });

  it("takes by the check what the schema takes", () => {
    fc.assert(
      fc.property(validAnswers(definition, today), (answers) => {
        const checked = checkAnswers(definition, answers, today);
        expect(schemaTakes(answers), JSON.stringify(schemaTakes.errors)).toBe(true);
        expect(checked.ok ? [] : checked.refusal).toEqual([]);
        // What is kept is itself a good answer set, and stays as it is.
        if (checked.ok) expect(checkAnswers(definition, checked.value, today)).toEqual(checked);
      }),
      { numRuns: 15 },
    );
  });

  it("refuses by the check what the schema refuses, and names where", () => {
    fc.assert(
      fc.property(spoiledAnswers(definition, today), ({ answers, path }) => {
        const checked = checkAnswers(definition, answers, today);
        expect(schemaTakes(answers)).toBe(false);
        expect(checked.ok ? [] : checked.refusal.map((fault) => fault.path)).toContain(path);
      }),
      { numRuns: 25 },
    );
  });
});

/** The procedures of a city's folder: one file each, and the guidance and sources that go with them. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { CityFileError, cityFileReader } from "#features/organisation/index.ts";
import type { Guidance } from "./guidance.ts";
import type { ProcedureDefinition } from "./procedure.ts";

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const maybe = Type.Union([Type.Null(), text]);
const count = Type.Integer({ minimum: 0 });
const texts = Type.Array(text);

const procedureShape = Type.Object(
  {
    code: Type.String({ pattern: "^[0-9]\\.[0-9]{6}([.][0-9A-Z.]+)?$" }),
    name: text,
    nameEn: text,
    field: text,
    agency: text,
    authorityLevel: Type.Enum(["province", "city", "commune"]),
    onlineLevel: Type.Union([Type.Literal(3), Type.Literal(4)]),
    deadline: Type.Object(
      {
        value: Type.Integer({ minimum: 1 }),
        unit: Type.Enum(["working_day", "calendar_day", "hour"]),
        note: maybe,
        workingHours: Type.Integer({ minimum: 1 }),
      },
      closed,
    ),
    fees: Type.Array(
      Type.Object(
        { name: text, amountVnd: Type.Union([Type.Null(), Type.Integer({ minimum: 0 })]), note: maybe },
        closed,
      ),
    ),
    components: Type.Array(
      Type.Object(
        {
          componentKey: Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 60 }),
          name: text,
          kind: Type.Enum(["form", "document"]),
          formCode: maybe,
          original: count,
          copies: count,
          required: Type.Boolean(),
          shownOnly: Type.Boolean(),
          note: maybe,
        },
        closed,
      ),
    ),
    result: text,
    legalBasis: Type.Array(Type.Object({ number: text, title: text }, closed)),
    conditions: texts,
    applicants: Type.Array(Type.Enum(["citizen", "business", "organisation"])),
    formFields: Type.Array(
      Type.Object(
        {
          key: Type.String({ pattern: "^[A-Za-z][A-Za-z0-9]*$" }),
          label: text,
          labelEn: text,
          type: Type.Enum([
            "text",
            "date",
            "number",
            "select",
            "textarea",
            "phone",
            "email",
            "national_id",
            "address",
            "file",
          ]),
          required: Type.Boolean(),
          group: text,
          options: Type.Union([
            Type.Null(),
            Type.Array(Type.Object({ value: text, label: text, labelEn: text }, closed), { minItems: 1 }),
          ]),
        },
        closed,
      ),
    ),
    internalProcess: Type.Array(
      Type.Object(
        {
          name: text,
          role: Type.Enum(["reception", "specialist", "head_of_office", "leader", "clerk", "return"]),
          hours: Type.Number({ exclusiveMinimum: 0 }),
          agency: text,
        },
        closed,
      ),
      { minItems: 1 },
    ),
    linked: Type.Optional(
      Type.Object(
        {
          lead: text,
          basis: text,
          parts: Type.Array(
            Type.Union([
              Type.Object(
                { agency: text, task: text, taskEn: text, throughStep: Type.Integer({ minimum: 1 }) },
                closed,
              ),
              Type.Object(
                { agency: text, task: text, taskEn: text, hours: Type.Number({ exclusiveMinimum: 0 }) },
                closed,
              ),
            ]),
            { minItems: 2 },
          ),
        },
        closed,
      ),
    ),
    completeness: Type.Enum(["full", "substantial", "partial", "basic"]),
    asOf: text,
    note: maybe,
    provenance: Type.Record(
      text,
      Type.Object(
        {
          status: Type.Enum([
            "codified-law",
            "official-page",
            "portal-crawl",
            "public-code",
            "secondary",
            "constructed",
            "unverified",
          ]),
          sources: texts,
          note: maybe,
        },
        closed,
      ),
    ),
  },
  closed,
);

const readProcedure = cityFileReader(procedureShape);

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}

/** Every file of `procedures/`, by code. Faults that a shape cannot say are named here. */
export function readProcedures(folder: string): readonly ProcedureDefinition[] {
  const names = readdirSync(join(folder, "procedures"))
    .filter((name) => name.endsWith(".json"))
    .sort();
  const faults: string[] = [];
  const procedures = names.map((name): ProcedureDefinition => {
    const procedure = readProcedure(folder, join("procedures", name));
    if (name !== `${procedure.code}.json`) faults.push(`${name} holds the procedure ${procedure.code}`);
    for (const key of repeated(procedure.components.map(({ componentKey }) => componentKey))) {
      faults.push(`${procedure.code} has two components with the key ${key}`);
    }
    for (const key of repeated(procedure.formFields.map(({ key }) => key))) {
      faults.push(`${procedure.code} has two form fields with the key ${key}`);
    }
    return procedure;
  });
  if (faults.length > 0) throw new CityFileError(join(folder, "procedures"), faults);
  return procedures;
}

const readGuidanceFile = cityFileReader(
  Type.Object(
    {
      compiledBy: text,
      compiledByEn: text,
      mostAsked: texts,
      shortNames: Type.Record(text, Type.Object({ name: text, nameEn: text }, closed)),
      lifeEvents: Type.Array(
        Type.Object(
          { slug: text, name: text, nameEn: text, about: text, aboutEn: text, words: texts, procedures: texts },
          closed,
        ),
      ),
      fields: Type.Array(Type.Object({ slug: text, name: text, nameEn: text }, closed)),
      everydayWords: Type.Record(text, texts),
    },
    closed,
  ),
);

export function readGuidance(folder: string): Guidance {
  return readGuidanceFile(folder, "guidance.json");
}

const readSourcesFile = cityFileReader(
  Type.Array(
    Type.Object(
      { id: text, status: text, title: text, ref: text, period: Type.Union([Type.Null(), Type.String()]) },
      closed,
    ),
  ),
);

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly ref: string;
  readonly period: string | null;
};

/** The sources that `provenance` names by id. */
export function readSources(folder: string): ReadonlyMap<string, Source> {
  return new Map(
    readSourcesFile(folder, "sources.json").map(({ id, title, ref, period }) => [
      id,
      { id, title, ref, period: period || null },
    ]),
  );
}

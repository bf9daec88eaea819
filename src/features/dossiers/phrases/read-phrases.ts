/** `phrases.json` of a city: read with its shape, and held to the procedures it names. A city may have none. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import type { ProcedureDefinition } from "#features/catalogue/index.ts";
import { CityFileError, cityFileReader } from "#features/organisation/index.ts";
import { fits, type Phrase, type Phrases, phrasedMoveNames } from "./phrase.ts";

const closed = { additionalProperties: false } as const;
const line = Type.String({ minLength: 1, maxLength: 120 });
// Short enough that a few of them and the official's own words fit into one box.
const sentences = Type.String({ minLength: 1, maxLength: 700 });

const phraseShape = Type.Object(
  {
    key: Type.String({ pattern: "^[a-z0-9-]{1,60}$" }),
    for: Type.Array(Type.Union(phrasedMoveNames.map((move) => Type.Literal(move))), { minItems: 1 }),
    procedures: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
    component: Type.Optional(Type.String()),
    title: line,
    titleEn: line,
    text: sentences,
    textEn: sentences,
    basis: Type.Object({ number: line, place: Type.Optional(line) }, closed),
  },
  closed,
);

const readFile = cityFileReader(
  Type.Object(
    {
      note: Type.String({ minLength: 1 }),
      /** Laws that general phrases rest on, beside those a procedure names itself. */
      laws: Type.Array(Type.Object({ number: line, title: line }, closed)),
      phrases: Type.Array(phraseShape),
    },
    closed,
  ),
);

const fileName = "phrases.json";

export function readPhrases(cityFolder: string): Phrases {
  if (!existsSync(join(cityFolder, fileName))) return { laws: [], phrases: [] };
  const { laws, phrases } = readFile(cityFolder, fileName);
  return { laws, phrases };
}

/** Refuses a city whose phrases speak of procedures, papers or laws that nothing in the city names. */
export function checkPhrases(cityFolder: string, procedures: readonly ProcedureDefinition[]): void {
  const faults = phraseFaults(readPhrases(cityFolder), procedures);
  if (faults.length > 0) throw new CityFileError(join(cityFolder, fileName), faults);
}

export function phraseFaults({ laws, phrases }: Phrases, procedures: readonly ProcedureDefinition[]): string[] {
  const keys = phrases.map(({ key }) => key);
  const general = new Set(laws.map(({ number }) => number));
  return [
    ...new Set(keys.filter((key, at) => keys.indexOf(key) < at).map((key) => `there are two phrases ${key}`)),
    ...phrases.flatMap((phrase) => faultsOf(phrase, procedures, general).map((fault) => `${phrase.key}: ${fault}`)),
  ];
}

function faultsOf(phrase: Phrase, procedures: readonly ProcedureDefinition[], general: ReadonlySet<string>): string[] {
  const { component, basis } = phrase;
  const named = phrase.procedures ?? [];
  const faults = named
    .filter((code) => procedures.every((procedure) => procedure.code !== code))
    .map((code) => `there is no procedure ${code}`);
  const meant = procedures.filter(({ code }) => phrase.procedures === undefined || named.includes(code));
  const fitting = meant.filter((procedure) => fits(phrase, procedure));
  if (phrase.procedures !== undefined) {
    for (const { code } of meant.filter((procedure) => !fitting.includes(procedure)))
      faults.push(`${code} has no component ${component}`);
  } else if (fitting.length === 0) faults.push(`no procedure has a component ${component}`);
  if (general.has(basis.number)) return faults;
  for (const { code, legalBasis } of fitting) {
    if (legalBasis.every(({ number }) => number !== basis.number))
      faults.push(`${code} does not rest on ${basis.number}`);
  }
  return faults;
}

/**
 * `npm run bench -- search`: an official finds one dossier among a million, by code, by ID number, and by name as it is
 * typed in a hurry: without marks, in part, with the last word unfinished. Within a unit it is the largest one of the city,
 * with about half of all dossiers, and a ward. Through the program's own use case, and over HTTP as a second figure.
 */
import type { Official } from "#features/identity/index.ts";
import { findDossiers } from "#features/worklists/worklist.ts";
import { searchText } from "#foundation/i18n/index.ts";
import { type Measuring, onMadeCity, timesOf } from "./_city.ts";
import { Connection } from "./_connection.ts";
import { type Figure, percentile, report, rounded } from "./_report.ts";
import { sampleOf } from "./_sample.ts";
import { idNumber } from "./million/names.ts";
import { randomFrom } from "./million/random.ts";

const sampled = 200;
const most = { code: 5, withinUnit: 50, everywhere: 150 } as const;

/** What of a name is typed. */
const typings: Readonly<Record<string, (words: readonly string[]) => string>> = {
  "full name": (words) => words.join(" "),
  "last two words": (words) => words.slice(-2).join(" "),
  "given name": (words) => words.slice(-1).join(" "),
  "family name": (words) => words.slice(0, 1).join(" "),
  "unfinished name": (words) => words.join(" ").slice(0, -1),
  "one letter": (words) => words.slice(-1).join(" ").slice(0, 1),
};

await onMadeCity(async (measuring) => {
  const { city, signIn, program, cpuOf } = measuring;
  const sample = await sampleOf(city, sampled);
  const director = await signIn("director");
  const reception = await signIn("reception");
  const figures: Record<string, Figure> = {};
  const tell = (name: string, times: readonly number[], mostMs: number | null) => {
    figures[name] = {
      value: rounded(percentile(times, 0.95), 2),
      unit: "ms p95",
      wanted: mostMs === null ? null : { most: mostMs },
    };
  };
  const find = findingIn(measuring);

  tell("code", await timesOf(sampled, (run) => find(director.official, sample[run]?.code ?? "")), most.code);
  const random = randomFrom(2);
  tell("ID number", await timesOf(sampled, () => find(director.official, idNumber(random))), null);
  const places = [
    { name: "largest unit", by: reception.official, mostMs: most.withinUnit },
    { name: "ward", by: ofAWard(measuring, reception.official), mostMs: most.withinUnit },
    { name: "everywhere", by: director.official, mostMs: most.everywhere },
  ];
  for (const place of places) {
    for (const [typing, typed] of Object.entries(typings)) {
      const times = await timesOf(sampled, (run) => find(place.by, typed(wordsOf(sample[run]?.ownerName))));
      tell(`${typing}, ${place.name}`, times, place.mostMs);
    }
  }

  const connection = new Connection(program.port);
  for (const { name, token } of [
    { name: "largest unit", token: reception.token },
    { name: "everywhere", token: director.token },
  ]) {
    const times: number[] = [];
    const cpu = await cpuOf(async () => {
      times.push(
        ...(await timesOf(sampled, async (run) => {
          const typed = encodeURIComponent(wordsOf(sample[run]?.ownerName).slice(-2).join(" "));
          const answer = await connection.get(`/can-bo/tim?q=${typed}`, { authorization: `Bearer ${token}` });
          if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text.slice(0, 500)}`);
        })),
      );
      return sampled;
    });
    tell(`HTTP page, last two words, ${name}`, times, null);
    figures[`CPU of that page, ${name}, program`] = { value: cpu.program, unit: "µs", wanted: null };
    figures[`CPU of that page, ${name}, database`] = { value: cpu.database, unit: "µs", wanted: null };
  }
  connection.end();
  report("search", { dossiers: city.dossiers }, figures);
});

function findingIn({ city: { deps } }: Measuring) {
  const finding = {
    db: deps.database.db,
    sealing: deps.sealing,
    organisation: deps.organisation(),
    catalogue: deps.catalogue(),
  };
  return (by: Official, typed: string) => findDossiers(finding, by, typed);
}

function wordsOf(name = ""): readonly string[] {
  return searchText(name).split(" ");
}

/** An official as a real one is: of one ward, the largest. */
function ofAWard({ city: { deps } }: Measuring, like: Official): Official {
  const ward = deps.organisation().units.find(({ kind }) => kind === "ward" || kind === "commune");
  if (ward === undefined) throw new Error("The city has no ward");
  return { ...like, postings: [{ unitId: ward.id, role: "reception" }] };
}

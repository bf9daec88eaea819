/**
 * `npm run bench -- pages`: pages a second at 16 connections on a million dossiers, against the same bytes answered as a
 * constant by the same server, in turns within one run; how long pages take to be written; and what the pages for citizens
 * weigh. The load shares the two cores with what it measures, so the ratio is also told of CPU time alone.
 */

import { startChild } from "./_child.ts";
import { signInAndDraft } from "./_citizen.ts";
import { type Measuring, onMadeCity, type SignedIn } from "./_city.ts";
import { Connection } from "./_connection.ts";
import { watchCpu } from "./_cpu.ts";
import { type Render, renderTimes } from "./_render.tsx";
import { type Figure, median, percentile, report, rounded, say } from "./_report.ts";
import { type Sampled, sampleOf } from "./_sample.ts";
import { weighCitizenPages } from "./_weight.ts";

const connections = 16;
const rounds = 3;
const seconds = 2;
const procedureCode = "1.001193";
const wanted = { ratio: 0.35, p95Ms: 30, renderMicros: 120, kilobytes: 100, scriptKilobytes: 30 } as const;
/** A code is looked up by strangers at most sixty times a minute, so many are asked in turn. */
const codesAsked = 4000;
let next = 0;

type Asked = { readonly path: (at: number) => string; readonly headers: Readonly<Record<string, string>> };
type Turn = { readonly perSecond: number; readonly p95: number; readonly program: number; readonly database: number };

await onMadeCity(async (measuring) => {
  const reception = await measuring.signIn("reception");
  const sample = await sampleOf(measuring.city, codesAsked);
  const citizen = await signInAndDraft(measuring, procedureCode);
  const figures: Record<string, Figure> = {};
  const asked = pagesAsked(reception, citizen, sample);
  const constant = await startChild("_constant", {});
  const cpuOfConstant = async (work: () => Promise<number>) => {
    const used = watchCpu([constant.pid]);
    const pieces = await work();
    return { program: used() / pieces, database: 0 };
  };
  try {
    for (const [name, page] of Object.entries(asked)) {
      await copyAnswer(measuring.program.port, constant.port, page);
      const turns: { ours: Turn; same: Turn }[] = [];
      for (let round = 0; round <= rounds; round++) {
        const same = await turn(constant.port, page, cpuOfConstant);
        const ours = await turn(measuring.program.port, page, measuring.cpuOf);
        // The first round warms both.
        if (round > 0) turns.push({ ours, same });
      }
      tellTurns(figures, name, turns);
    }
  } finally {
    await constant.stop();
  }
  tellRenders(
    figures,
    await renderTimes(measuring.city, {
      procedureCode,
      dossierCode: sample[0]?.code ?? "",
      official: reception.official,
    }),
  );
  await tellWeights(figures, measuring, citizen);
  report("pages", { dossiers: measuring.city.dossiers, connections }, figures);
});

type Citizen = Awaited<ReturnType<typeof signInAndDraft>>;

function pagesAsked(
  reception: SignedIn,
  citizen: Citizen,
  sample: readonly Sampled[],
): Readonly<Record<string, Asked>> {
  const stranger = { accept: "text/html", "accept-encoding": "identity" };
  return {
    home: { path: () => "/", headers: stranger },
    procedure: { path: () => `/thu-tuc/${procedureCode}`, headers: stranger },
    form: {
      path: () => citizen.formPaths[0] ?? "",
      headers: { ...stranger, authorization: `Bearer ${citizen.token}` },
    },
    "look-up": { path: (at) => `/tra-cuu?ma=${sample[at % sample.length]?.code}`, headers: stranger },
    worklist: { path: () => "/can-bo", headers: { ...stranger, authorization: `Bearer ${reception.token}` } },
  };
}

/** Has the constant answer what the program answered, byte for byte. */
async function copyAnswer(from: number, to: number, { path, headers }: Asked): Promise<void> {
  const connection = new Connection(from);
  const answer = await connection.get(path(0), headers);
  connection.end();
  if (answer.status !== 200) throw new Error(`${path(0)}: ${answer.status} ${answer.text.slice(0, 500)}`);
  const own = new Set(["content-length", "date", "connection", "keep-alive", "transfer-encoding"]);
  const lines = answer.head.split("\r\n").slice(1);
  const copied = lines.flatMap((line) => {
    const name = line.slice(0, line.indexOf(":")).toLowerCase();
    return own.has(name) ? [] : [[name, line.slice(line.indexOf(":") + 2)]];
  });
  const body = Buffer.from(answer.text, "latin1").toString("utf8");
  const told = await fetch(`http://127.0.0.1:${to}/`, {
    method: "POST",
    body: JSON.stringify({ body, headers: Object.fromEntries(copied) }),
  });
  if (told.status !== 204) throw new Error(`The constant was not taken: ${told.status}`);
}

async function turn(port: number, { path, headers }: Asked, cpuOf: Measuring["cpuOf"]): Promise<Turn> {
  const times: number[] = [];
  const begunAt = performance.now();
  const until = begunAt + seconds * 1000;
  const cpu = await cpuOf(async () => {
    await Promise.all(
      Array.from({ length: connections }, async () => {
        const connection = new Connection(port);
        while (performance.now() < until) {
          const from = performance.now();
          const asked = path(next++);
          const answer = await connection.get(asked, headers);
          if (answer.status !== 200) throw new Error(`${asked}: ${answer.status} ${answer.text.slice(0, 500)}`);
          times.push(performance.now() - from);
        }
        connection.end();
      }),
    );
    return times.length;
  });
  return {
    perSecond: times.length / ((performance.now() - begunAt) / 1000),
    p95: percentile(times, 0.95),
    ...cpu,
  };
}

function tellTurns(
  figures: Record<string, Figure>,
  name: string,
  turns: readonly { readonly ours: Turn; readonly same: Turn }[],
): void {
  const middle = (of: (turn: { readonly ours: Turn; readonly same: Turn }) => number) => median(turns.map(of));
  const perSecond = Math.round(middle(({ ours }) => ours.perSecond));
  say(
    `${name}: ${perSecond} a second, the same bytes ${Math.round(middle(({ same }) => same.perSecond))}; CPU ${Math.round(middle(({ ours }) => ours.program))} µs and ${Math.round(middle(({ ours }) => ours.database))} µs of the database, the same bytes ${Math.round(middle(({ same }) => same.program))} µs`,
  );
  figures[`${name} a second`] = { value: perSecond, unit: "", wanted: null };
  figures[`${name} ratio`] = {
    value: rounded(
      middle(({ ours, same }) => ours.perSecond / same.perSecond),
      2,
    ),
    unit: "",
    wanted: { least: wanted.ratio },
  };
  figures[`${name} ratio by CPU`] = {
    value: rounded(
      middle(({ ours, same }) => same.program / (ours.program + ours.database)),
      2,
    ),
    unit: "",
    wanted: null,
  };
  figures[`${name} p95`] = {
    value: rounded(middle(({ ours }) => ours.p95)),
    unit: "ms",
    wanted: { most: wanted.p95Ms },
  };
}

function tellRenders(figures: Record<string, Figure>, renders: Readonly<Record<string, Render>>): void {
  for (const [name, { bytes, microsPer20Kb }] of Object.entries(renders)) {
    figures[`${name} written`] = {
      value: Math.round(microsPer20Kb),
      unit: `µs per 20 KB (${rounded(bytes / 1024)} KB)`,
      wanted: { most: wanted.renderMicros },
    };
  }
}

async function tellWeights(figures: Record<string, Figure>, measuring: Measuring, citizen: Citizen): Promise<void> {
  const connection = new Connection(measuring.program.port);
  const pages = await weighCitizenPages(connection, measuring.city.deps, citizen);
  connection.end();
  const kilobytes = (bytes: number) => rounded(bytes / 1024);
  let heaviest = 0;
  let heaviestRaw = 0;
  let mostScript = 0;
  let mostScriptRaw = 0;
  for (const { name, weight } of pages) {
    const { html, css, js } = weight;
    const sent = html.sent + css.sent + js.sent;
    const raw = html.raw + css.raw + js.raw;
    say(
      `${name}: ${kilobytes(sent)} KB as sent (html ${kilobytes(html.sent)}, css ${kilobytes(css.sent)}, js ${kilobytes(js.sent)}), ${kilobytes(raw)} KB unpacked (${kilobytes(html.raw)}, ${kilobytes(css.raw)}, ${kilobytes(js.raw)})`,
    );
    heaviest = Math.max(heaviest, sent);
    heaviestRaw = Math.max(heaviestRaw, raw);
    mostScript = Math.max(mostScript, js.sent);
    mostScriptRaw = Math.max(mostScriptRaw, js.raw);
  }
  figures["heaviest page for citizens, as sent"] = {
    value: kilobytes(heaviest),
    unit: "KB",
    wanted: { most: wanted.kilobytes },
  };
  figures["heaviest page for citizens, unpacked"] = { value: kilobytes(heaviestRaw), unit: "KB", wanted: null };
  figures["most JavaScript of one, as sent"] = {
    value: kilobytes(mostScript),
    unit: "KB",
    wanted: { most: wanted.scriptKilobytes },
  };
  figures["most JavaScript of one, unpacked"] = { value: kilobytes(mostScriptRaw), unit: "KB", wanted: null };
}

/** What a page weighs on its way to a telephone: its HTML, its styles and its scripts, as sent and unpacked. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Deps } from "../src/deps.ts";
import type { Applying } from "./_citizen.ts";
import type { Answered, Connection } from "./_connection.ts";

export type Weight = { readonly sent: number; readonly raw: number };
export type PageWeight = { readonly html: Weight; readonly css: Weight; readonly js: Weight };

export type WeighedPage = { readonly name: string; readonly weight: PageWeight };

/** Every kind of page for citizens; of each kind the heaviest, where there are many. */
export async function weighCitizenPages(
  connection: Connection,
  { catalogue, organisation, clock }: Deps,
  { token, draft, formPaths, ownCode }: Applying,
): Promise<readonly WeighedPage[]> {
  const weigh = weigher(connection);
  const signedIn = { authorization: `Bearer ${token}` };
  const codes = catalogue()
    .inForceOn(dayOf(clock.now()))
    .map(({ code }) => code);
  const { fields, lifeEvents } = catalogue().guidance;
  const receiving = organisation().units.filter(({ agencyId }) => agencyId !== null);
  const strangers: Readonly<Record<string, readonly string[]>> = {
    home: ["/"],
    procedures: ["/thu-tuc", "/thu-tuc?q=khai+sinh"],
    procedure: codes.map((code) => `/thu-tuc/${code}`),
    poster: codes.map((code) => `/thu-tuc/${code}/to-dan`),
    field: fields.map(({ slug }) => `/linh-vuc/${slug}`),
    "life event": lifeEvents.map(({ slug }) => `/doi-song/${slug}`),
    units: ["/don-vi"],
    unit: receiving.map(({ code }) => `/don-vi/${code}`),
    "sign in": ["/dang-nhap"],
    "look-up": ["/tra-cuu", `/tra-cuu?ma=${ownCode}`],
    "begin an application": codes.map((code) => `/nop-ho-so/${code}`),
  };
  const own: Readonly<Record<string, readonly string[]>> = {
    application: [`/nop-ho-so/ban-nhap/${draft}`],
    "page of a form": formPaths,
    "papers of an application": [`/nop-ho-so/ban-nhap/${draft}/giay-to`],
    "check of an application": [`/nop-ho-so/ban-nhap/${draft}/kiem-tra`],
    receipt: [`/da-nop/${ownCode}`],
    "my dossiers": ["/tai-khoan"],
    "my dossier": [`/tai-khoan/ho-so/${ownCode}`],
    notices: ["/tai-khoan/thong-bao"],
  };
  const weighed: WeighedPage[] = [];
  for (const [pages, headers] of [
    [strangers, {}],
    [own, signedIn],
  ] as const) {
    for (const [name, paths] of Object.entries(pages)) {
      const weights: PageWeight[] = [];
      for (const path of paths) weights.push(await weigh(path, headers));
      const heaviest = weights.toSorted((a, b) => totalOf(b) - totalOf(a))[0];
      if (heaviest !== undefined) weighed.push({ name, weight: heaviest });
    }
  }
  return weighed;
}

function totalOf({ html, css, js }: PageWeight): number {
  return html.sent + css.sent + js.sent;
}

/** Fonts are left out: they are fetched once and kept for a year. */
function weigher(connection: Connection) {
  const known = new Map<string, Weight>();

  async function weightOf(path: string): Promise<Weight> {
    const before = known.get(path);
    if (before !== undefined) return before;
    const weight = weightOfAnswer(await askFor(path, {}));
    known.set(path, weight);
    return weight;
  }

  async function askFor(path: string, headers: Readonly<Record<string, string>>): Promise<Answered> {
    const answer = await connection.get(path, { "accept-encoding": "br, gzip", accept: "text/html", ...headers });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 500)}`);
    return answer;
  }

  return async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<PageWeight> => {
    const answer = await askFor(path, headers);
    const html = unpacked(answer).toString("utf8");
    return {
      html: weightOfAnswer(answer),
      css: await weightOfAll(named(html, /<link rel="stylesheet" href="([^"]+)"/g)),
      js: await weightOfAll(named(html, /<script [^>]*src="([^"]+)"/g)),
    };
  };

  async function weightOfAll(addresses: readonly string[]): Promise<Weight> {
    const weights: Weight[] = [];
    // One connection asks for one thing at a time.
    for (const address of addresses) weights.push(await weightOf(address));
    return sumOf(weights);
  }
}

function named(html: string, pattern: RegExp): readonly string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, address = ""]) => address))];
}

function sumOf(weights: readonly Weight[]): Weight {
  return weights.reduce((sum, one) => ({ sent: sum.sent + one.sent, raw: sum.raw + one.raw }), { sent: 0, raw: 0 });
}

function weightOfAnswer(answer: Answered): Weight {
  return { sent: answer.text.length, raw: unpacked(answer).length };
}

function unpacked({ head, text }: Answered): Buffer {
  const bytes = Buffer.from(text, "latin1");
  const encoding = /^content-encoding: (\w+)/im.exec(head)?.[1];
  if (encoding === "br") return brotliDecompressSync(bytes);
  return encoding === "gzip" ? gunzipSync(bytes) : bytes;
}

/**
 * People who do not give up: each asks again, with the same key, until an answer comes. What they were promised is
 * written down and held against the program at the end.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { aPdf } from "../support/submission.ts";

/** A dossier somebody got a code for. */
export type Promised = {
  readonly key: string;
  readonly code: string;
  readonly lookupSecret: string;
  readonly body: unknown;
  /** How many events its people have been told of. */
  events: number;
};

export type Ledger = {
  readonly promised: Promised[];
  readonly unanswered: Set<string>;
  readonly broken: string[];
  retries: number;
  moves: number;
  /** The longest that anybody had to ask again, in ms. */
  longestWait: number;
};

export const emptyLedger = (): Ledger => ({
  promised: [],
  unanswered: new Set(),
  broken: [],
  retries: 0,
  moves: 0,
  longestWait: 0,
});

type Answer = { readonly status: number; readonly json: Record<string, unknown> };
/** Nobody (`null`) asks as a stranger. */
export type Ask = (
  who: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

const longestPatienceMs = 60_000;
const pauseMs = 100;

/** Asks until the program gives an answer that is not "later". */
export function patientAsk(base: string, ledger: Ledger): Ask {
  const tokens = new Map<string, Promise<string>>();

  /** Everybody of one name shares a session. It outlives every crash; one that did not would be answered 401. */
  function tokenOf(who: string): Promise<string> {
    const known = tokens.get(who);
    if (known !== undefined) return known;
    const signingIn = signIn(base, who);
    tokens.set(who, signingIn);
    signingIn.catch(() => tokens.delete(who));
    return signingIn;
  }

  async function once(
    who: string | null,
    method: string,
    path: string,
    body: unknown,
    given: Record<string, string>,
  ): Promise<Answer> {
    const headers = who === null ? given : { ...given, authorization: `Bearer ${await tokenOf(who)}` };
    const isForm = body instanceof FormData;
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: isForm || body === undefined ? headers : { ...headers, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status >= 500 && answer.status !== 503) {
      ledger.broken.push(`${method} ${path} was answered ${answer.status}: ${text.slice(0, 300)}`);
    }
    if (answer.status >= 500 || answer.status === 429) throw new TryLater();
    return { status: answer.status, json: JSON.parse(text) as Record<string, unknown> };
  }

  return async (who, method, path, body, headers = {}) => {
    const from = performance.now();
    for (;;) {
      try {
        return await once(who, method, path, body, headers);
      } catch (error) {
        // No connection, a broken one, or half an answer: nobody knows what happened, so the same is asked again.
        const waited = performance.now() - from;
        ledger.longestWait = Math.max(ledger.longestWait, waited);
        ledger.retries++;
        if (waited > longestPatienceMs) throw error;
        await sleep(pauseMs);
      }
    }
  };
}

async function signIn(base: string, who: string): Promise<string> {
  const answer = await fetch(`${base}/api/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: `${who}@demo`, password: "motcua-demo" }),
  });
  if (answer.status !== 201) throw new TryLater();
  const { token } = (await answer.json()) as { token: string };
  return token;
}

class TryLater extends Error {}

export type Form = { readonly componentKeys: readonly string[]; readonly answers: unknown; readonly units: string[] };

export async function readForm(base: string): Promise<Form> {
  const procedure = await (await fetch(`${base}/api/v1/procedures/1.001193`)).json();
  return {
    componentKeys: procedure.components
      .filter((one: { kind: string; required: boolean }) => one.kind === "document" && one.required)
      .map((one: { componentKey: string }) => one.componentKey),
    answers: procedure.formSchema.examples[0],
    units: procedure.units.map((unit: { code: string }) => unit.code),
  };
}

let serial = 0;

/** One birth registration with its files; every tenth person presses twice. */
export async function submitOne(ask: Ask, form: Form, ledger: Ledger): Promise<void> {
  const number = ++serial;
  const components: { componentKey: string; uploadIds: string[] }[] = [];
  for (const componentKey of form.componentKeys) {
    const upload = await ask("citizen", "POST", "/api/v1/uploads", aFile(`${componentKey} ${number}`));
    if (upload.status !== 201) ledger.broken.push(`An upload was answered ${upload.status}`);
    components.push({ componentKey, uploadIds: [String(upload.json.uploadId)] });
  }
  const key = randomUUID();
  const body = {
    procedureCode: "1.001193",
    unitCode: form.units[number % form.units.length],
    owner: { kind: "citizen", name: `Nguyễn Thị Số ${number}`, idNumber: "038190001234", phone: "0912345678" },
    answers: form.answers,
    components,
    resultChannel: "online",
  };
  ledger.unanswered.add(key);
  const send = () => ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": key });
  const answers = await Promise.all(number % 10 === 0 ? [send(), send()] : [send()]);
  ledger.unanswered.delete(key);
  const [answer] = answers;
  if (answer === undefined || answer.status > 201) {
    ledger.broken.push(`Submission ${key} was answered ${answer?.status}: ${JSON.stringify(answer?.json)}`);
    return;
  }
  const code = String(answer.json.code);
  if (answers.some((other) => other.json.code !== code)) ledger.broken.push(`Submission ${key} got two codes`);
  ledger.promised.push({ key, code, lookupSecret: String(answer.json.lookupSecret), body, events: 1 });
}

const way = [
  ["reception-ward", "accept", {}],
  ["reception-ward", "handOver", {}],
  ["specialist", "proposeResult", { proposal: "Đủ điều kiện đăng ký khai sinh." }],
  ["leader-ward", "approve", {}],
  ["reception-ward", "returnResult", { handedTo: "Người nộp hồ sơ" }],
] as const;

/** Takes a dossier one step further. A move whose answer got lost is asked again: "moved on" then means that it was made. */
export async function moveOne(ask: Ask, dossier: Promised, ledger: Ledger): Promise<void> {
  const step = way[dossier.events - 1];
  if (step === undefined) return;
  const [who, move, said] = step;
  const before = ledger.retries;
  const body = { ...said, seenEvent: dossier.events };
  const answer = await ask(who, "POST", `/api/v1/dossiers/${dossier.code}/moves/${move}`, body);
  const wasMade =
    answer.status === 200 || ((answer.status === 409 || answer.status === 403) && ledger.retries > before);
  if (!wasMade) {
    ledger.broken.push(`${move} of ${dossier.code} was answered ${answer.status}: ${JSON.stringify(answer.json)}`);
    return;
  }
  dossier.events++;
  ledger.moves++;
}

function aFile(text: string): FormData {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(aPdf(text))], { type: "application/pdf" }), "giấy tờ.pdf");
  return form;
}

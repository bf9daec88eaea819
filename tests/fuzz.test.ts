/** Whatever is sent to whichever route by whomever: an answer that says what is wrong, never a fault of ours. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
/** A dossier that is really there, so that garbage also meets what stands behind its code. */
let code: string;

beforeAll(async () => {
  program = await testProgram();
  const body = await aBirthRegistration(program, "citizen");
  const key = { "idempotency-key": "6f1e7c52-6d0a-4b0e-9a55-3f2d8a1c9b10" };
  code = (await program.ask("citizen", "POST", "/api/v1/dossiers", body, key)).json.code;
});

const nasty = fc.constantFrom(
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u200b",
  "%",
  "%00",
  "../../etc/passwd",
  "'; drop table dossier; --",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "-1",
  "0",
  "99999999999999999999",
  "NaN",
  "1e999",
  "2026-13-45",
  "+275760-09-13",
  "-271821-04-20T00:00:00Z",
  "null",
  "__proto__",
  "constructor",
  "toString",
  "😀".repeat(50),
  "a".repeat(5000),
  "------------------------------------",
  "00000000-0000-0000-0000-000000000000",
  Buffer.from("2026-11-24T00:00:00Z ------------------------------------").toString("base64url"),
  Buffer.from("+275760-09-13T00:00:00Z 00000000-0000-0000-0000-000000000000").toString("base64url"),
);
const garbage = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 60 }));
const known = fc.constantFrom("1.001193", "khai-sinh", "accept", "supplement", "receipt", "result", "mine", "14773");
const names = fc.constantFrom(
  "q",
  "on",
  "from",
  "to",
  "by",
  "count",
  "kind",
  "unit",
  "queue",
  "cursor",
  "limit",
  "field",
  "ma",
  "ve",
  "lang",
);
const fields = fc.constantFrom(
  "login",
  "password",
  "note",
  "faults",
  "answers",
  "components",
  "owner",
  "proposal",
  "seenEvent",
  "ma",
  "secret",
);

const request = fc.record({
  parts: fc.array(fc.oneof({ weight: 2, arbitrary: garbage }, { weight: 1, arbitrary: known }, fc.constant("$code")), {
    minLength: 5,
    maxLength: 5,
  }),
  query: fc.array(fc.tuple(fc.oneof(names, garbage), garbage), { maxLength: 3 }),
  who: fc.constantFrom(
    null,
    "citizen",
    "business",
    "reception",
    "reception-ward",
    "specialist",
    "leader-ward",
    "director",
    "admin",
  ),
  body: fc.oneof(
    fc.json().map((text) => ({ type: "application/json", text })),
    fc
      .dictionary(fields, fc.oneof(garbage, fc.jsonValue()), { maxKeys: 4 })
      .map((value) => ({ type: "application/json", text: JSON.stringify(value) })),
    fc.array(fc.tuple(fc.oneof(fields, garbage), garbage), { maxLength: 4 }).map((pairs) => ({
      type: "application/x-www-form-urlencoded",
      text: pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join("&"),
    })),
    garbage.map((text) => ({ type: "application/json", text })),
    garbage.map((text) => ({ type: "multipart/form-data; boundary=x", text: `--x\r\n${text}\r\n--x--` })),
    fc.constant({
      type: "multipart/form-data; boundary=x",
      text: '--x\r\ncontent-disposition: form-data; name="__proto__"; filename="a\u0000.pdf"\r\n\r\n%PDF-\r\n--x--\r\n',
    }),
  ),
  secret: fc.option(fc.string({ maxLength: 60 }), { nil: null }),
});

/** As a program without care would write it in an address: escaped where an address cannot hold it. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

describe("random garbage", () => {
  it("sent to every declared route gives no fault of ours", async () => {
    const faults: unknown[] = [];
    const runs = Number(process.env.FUZZ_RUNS ?? "12");
    for (const { method, pattern } of program.declared) {
      await fc.assert(
        fc.asyncProperty(request, async ({ parts, query, who, body, secret }) => {
          let next = 0;
          const path = pattern.replace(/:\w+(?:\{[^}]*\})?/g, () => {
            const part = parts[next++ % parts.length] ?? "";
            return part === "$code" ? code : escaped(part);
          });
          const search = query.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join("&");
          const address = search === "" ? path : `${path}?${search}`;
          // Ending a session by chance would only make the rest of the run that of strangers.
          if (pattern === "/api/v1/sessions/current") return;
          const answer = await program.ask(
            who,
            method.toUpperCase(),
            address,
            method === "get" ? undefined : body.text,
            {
              accept: secret === null ? "text/html" : "application/json",
              ...(method === "get" ? {} : { "content-type": body.type }),
              ...(secret === null || !/^[\u0020-\u007e]*$/.test(secret) ? {} : { "lookup-secret": secret }),
              "idempotency-key": "6f1e7c52-6d0a-4b0e-9a55-3f2d8a1c9b11",
            },
          );
          if (answer.status >= 500) {
            faults.push({
              method,
              address: address.slice(0, 300),
              who,
              body: body.text.slice(0, 300),
              status: answer.status,
            });
          }
        }),
        {
          numRuns: runs,
          endOnFailure: true,
          ...(process.env.FUZZ_SEED ? { seed: Number(process.env.FUZZ_SEED) } : {}),
        },
      );
    }

    expect(faults.slice(0, 10)).toEqual([]);
  }, 120_000);

  it("in a login gives no fault of ours", async () => {
    for (const login of ["\u0000", "a\u0000b", "\ud800", "\u200b", "x".repeat(200)]) {
      const answer = await program.ask(null, "POST", "/api/v1/sessions", { login, password: "p\u0000" });
      expect({ login, status: answer.status }).toEqual({ login, status: 401 });
    }
  });

  it("as an address gives no fault of ours", async () => {
    for (const path of [
      "/%",
      "/%E0%A4%A",
      "/api/v1/procedures/%",
      "/thu-tuc/%ff",
      "/tra-cuu?ma=%",
      "//",
      "/\\",
      "/api/v1/lookups/%c0%ae",
    ]) {
      const answer = await program.ask(null, "GET", path, undefined, { accept: "text/html" });
      expect({ path, isOurFault: answer.status >= 500 }).toEqual({ path, isOurFault: false });
    }
  });
});

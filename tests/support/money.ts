/** Dossiers that owe something, and the officials who handle it, through the API. */
import { randomUUID } from "node:crypto";
import type { TestProgram } from "./program.ts";
import { anUpload, aPdf } from "./submission.ts";

let serial = 0;

/** A dossier of any published procedure, filled in by the form's own example. */
export async function aDossierOf(
  program: Pick<TestProgram, "ask">,
  procedureCode: string,
  unitCode?: string,
): Promise<string> {
  const { json: procedure } = await program.ask(null, "GET", `/api/v1/procedures/${procedureCode}`);
  const components: { componentKey: string; uploadIds: string[] }[] = [];
  for (const { componentKey, upload } of procedure.components) {
    if (upload !== "required") continue;
    serial++;
    components.push({
      componentKey,
      uploadIds: [await anUpload(program, "citizen", aPdf(`${componentKey} ${serial}`))],
    });
  }
  const body = {
    procedureCode,
    unitCode: unitCode ?? procedure.units[0].code,
    owner: { kind: "citizen", name: "Nguyễn Thị Ánh Tuyết", idNumber: "038190001234", phone: "0912345678" },
    answers: procedure.formSchema.examples[0],
    components,
    resultChannel: "online",
  };
  const answer = await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
  if (answer.status !== 201) throw new Error(answer.bytes.toString());
  return answer.json.code;
}

export function moneyDesk(program: Pick<TestProgram, "ask">) {
  const post = (who: string | null, code: string, path: string, body: object, key: string = randomUUID()) =>
    program.ask(who, "POST", `/api/v1/dossiers/${code}/${path}`, body, { "idempotency-key": key });
  return {
    post,
    charge: (who: string, code: string, body: object, key?: string) => post(who, code, "charges", body, key),
    pay: (who: string, code: string, body: object, key?: string) => post(who, code, "payments", body, key),
    refund: (who: string, code: string, body: object, key?: string) => post(who, code, "refunds", body, key),
    reverse: (who: string, code: string, id: string, reason = "Ghi nhầm", key?: string) =>
      post(who, code, `payments/${id}/reversal`, { reason }, key),
    payOut: (who: string, code: string, id: string, body: object = {}) => post(who, code, `refunds/${id}/payout`, body),
    decide: (who: string, code: string, id: string, approve: boolean, reason?: string) =>
      post(who, code, `approvals/${id}`, { approve, ...(reason === undefined ? {} : { reason }) }),
    move: (who: string, code: string, move: string, said: object = {}) =>
      program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${move}`, said),
    read: async (code: string, who = "citizen") => (await program.ask(who, "GET", `/api/v1/dossiers/${code}`)).json,
  };
}

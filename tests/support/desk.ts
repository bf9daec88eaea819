import { randomUUID } from "node:crypto";
import pg from "pg";
import type { TestProgram } from "./program.ts";
import { aSubmission } from "./submission.ts";

/** A dossier by its code, moved and read by the demo people. */
export function desk(program: TestProgram) {
  const move = (who: string, code: string, name: string, said?: object) =>
    program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, said);
  return {
    move,
    async read(code: string, who = "reception-ward") {
      return (await program.ask(who, "GET", `/api/v1/dossiers/${code}`)).json;
    },
    async send(procedureCode = "1.001193"): Promise<string> {
      const body = await aSubmission(program, "citizen", procedureCode);
      const key = { "idempotency-key": randomUUID() };
      const answer = await program.ask("citizen", "POST", "/api/v1/dossiers", body, key);
      if (answer.status !== 201) throw new Error(answer.bytes.toString());
      return answer.json.code;
    },
    /** Makes the moves one after another; each must be possible. */
    async walk(code: string, ...moves: readonly (readonly [who: string, name: string, said?: object])[]) {
      for (const [who, name, said] of moves) {
        const answer = await move(who, code, name, said);
        if (answer.status !== 200) throw new Error(`${who} ${name}: ${answer.bytes}`);
      }
    },
  };
}

/** Posts a demo official to one more unit, for the days given, and gives their id. */
export async function post(
  program: TestProgram,
  who: string,
  unitCode: string,
  role: string,
  { from = "2020-01-01", to = null as string | null } = {},
): Promise<string> {
  const owner = new pg.Client({ connectionString: program.database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(
    `insert into posting (account_id, unit_id, role, valid_from, valid_to)
     select a.id, u.id, $3, $4, $5 from account a, unit u where a.login = $1 and u.code = $2
     on conflict (account_id, unit_id, role, valid_from) do update set valid_to = excluded.valid_to
     returning account_id as id`,
    [`${who}@demo`, unitCode, role, from, to],
  );
  await owner.end();
  const [posted] = rows;
  if (posted === undefined) throw new Error(`${who} cannot be posted to ${unitCode}`);
  return posted.id;
}

/** Their accounts by login, as the program knows them. */
export async function accountId(program: TestProgram, who: string): Promise<string> {
  const answer = await program.ask(null, "POST", "/api/v1/sessions", { login: `${who}@demo`, password: "motcua-demo" });
  return answer.json.actor.accountId;
}

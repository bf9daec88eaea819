/** The demo citizen in the middle of an application: what their pages need to be asked for. */
import { dayOf } from "#foundation/i18n/index.ts";
import type { Measuring } from "./_city.ts";
import { Connection } from "./_connection.ts";

export type Applying = {
  readonly token: string;
  readonly draft: string;
  /** The pages of the form, empty. */
  readonly formPaths: readonly string[];
  /** A dossier of theirs. */
  readonly ownCode: string;
};

export async function signInAndDraft(
  { program, citizenToken, city }: Measuring,
  procedureCode: string,
): Promise<Applying> {
  const token = await citizenToken();
  const { catalogue, organisation, clock } = city.deps;
  const [unitId = 0] = catalogue().receivingUnitIds(procedureCode, dayOf(clock.now()));
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/x-www-form-urlencoded" };
  const started = await fetch(`http://127.0.0.1:${program.port}/nop-ho-so/${procedureCode}`, {
    method: "POST",
    redirect: "manual",
    headers,
    body: new URLSearchParams({ unitCode: organisation().getById(unitId).code }),
  });
  const draft = /ban-nhap\/([0-9a-f-]{36})/.exec(started.headers.get("location") ?? "")?.[1];
  if (draft === undefined) throw new Error(`No draft was begun: ${started.status} ${await started.text()}`);
  const connection = new Connection(program.port);
  const tasks = await connection.get(`/nop-ho-so/ban-nhap/${draft}`, { authorization: `Bearer ${token}` });
  const mine = await connection.get("/tai-khoan", { authorization: `Bearer ${token}` });
  connection.end();
  const formPaths = [...new Set(tasks.text.match(/\/nop-ho-so\/ban-nhap\/[0-9a-f-]+\/to-khai\/[^"?]+/g))];
  const ownCode = /\/tai-khoan\/ho-so\/([^"/]+)/.exec(mine.text)?.[1];
  if (formPaths.length === 0 || ownCode === undefined) {
    throw new Error("The citizen's pages name no form or no dossier");
  }
  return { token, draft, formPaths, ownCode };
}

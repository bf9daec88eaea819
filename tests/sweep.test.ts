import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { sweep } from "../src/sweep.ts";
import { testProgram } from "./support/program.ts";
import { aBirthRegistration, anUpload, aPdf } from "./support/submission.ts";

it("removes what nobody sent within a day, and nothing that belongs to a dossier", async () => {
  const program = await testProgram({ now: "2026-11-16T02:00:00Z" });
  const { ask, clock, deps } = program;
  const body = await aBirthRegistration(program, "citizen");
  const { code } = (await ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() })).json;
  const forgotten = await anUpload(program, "citizen", aPdf("quên"));

  clock.set("2026-11-16T20:00:00Z");
  expect((await sweep(deps)).uploads).toBe(0);
  clock.set("2026-11-17T02:00:01Z");
  expect((await sweep(deps)).uploads).toBe(1);

  const { json: dossier } = await ask("reception-ward", "GET", `/api/v1/dossiers/${code}`);
  expect(dossier.components).toEqual(body.components);
  for (const { uploadIds } of body.components) {
    for (const uploadId of uploadIds) {
      expect((await ask("reception-ward", "GET", `/ho-so/${code}/tep/${uploadId}`)).status).toBe(200);
    }
  }
  const again = { ...body, components: body.components.map((one) => ({ ...one, uploadIds: [forgotten] })).slice(0, 1) };
  expect((await ask("citizen", "POST", "/api/v1/dossiers", again, { "idempotency-key": randomUUID() })).status).toBe(
    422,
  );
});

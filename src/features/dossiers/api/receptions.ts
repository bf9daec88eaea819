/** Receiving at the desk for programs: the registration kiosk of an office, or a city's own counter screen. */
import type { Routes } from "#features/identity/index.ts";
import { BadInputError, ForbiddenError, TryLaterError } from "#foundation/errors/index.ts";
import { readJson } from "#foundation/http/index.ts";
import type { DossierDeps } from "../deps.ts";
import { dossierPaths } from "../paths.ts";
import { receiveAtDesk } from "../receive-at-desk.ts";
import { faultInWords } from "../refusal-words.ts";
import { inCity } from "./documents.ts";
import { refuseMove } from "./routes.ts";
import { isUuid, readReception } from "./shapes.ts";

export function declareReceptionApi(routes: Routes, deps: DossierDeps): void {
  routes.post(dossierPaths.apiReceptions.pattern, { allow: ["reception"], record: "dossier.receive" }, async (c) => {
    const visitor = c.get("visitor");
    if (visitor.kind !== "official") throw new ForbiddenError("Only officials receive at a desk");
    const key = c.req.header("idempotency-key") ?? "";
    if (!isUuid(key))
      throw new BadInputError("idempotencyKey", [{ path: "Idempotency-Key", code: "uuid", message: "a UUID" }], 400);
    const result = await receiveAtDesk(deps, visitor, key.toLowerCase(), readReception(await readJson(c.req.raw)));
    if (!result.ok) {
      const { refusal } = result;
      if (refusal.reason === "other-body") throw new BadInputError("otherBody", [], 422);
      if (refusal.reason === "try-later") throw new TryLaterError(`Reception ${key} came between two writers`);
      if (refusal.reason === "input" || refusal.reason === "content") {
        throw new BadInputError(
          "badInput",
          refusal.faults.map((fault) => faultInWords({ message: "", ...fault })),
          422,
        );
      }
      return refuseMove(c, refusal, { code: key });
    }
    const { dossier, isNew, paper } = result.value;
    const { code } = dossier;
    return c.json(
      {
        code,
        state: dossier.state,
        dueAt: dossier.dueAt && inCity(dossier.dueAt),
        paper: paper && { id: paper.id, number: paper.number },
        links: { self: dossierPaths.apiDossier({ code }), desk: dossierPaths.staff({ code }) },
      },
      isNew ? 201 : 200,
    );
  });
}

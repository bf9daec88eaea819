/** One move of several dossiers for programs: an answer for each, and none that holds up another. */
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import type { Routes } from "#features/identity/index.ts";
import { BadInputError, ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readJson } from "#foundation/http/index.ts";
import { normaliseText } from "#foundation/i18n/index.ts";
import type { DossierDeps } from "../deps.ts";
import { outcomeWords } from "../many-words.ts";
import { isForMany, mostAtOnce, moveMany, type ResultOfOne } from "../move-many.ts";
import { isMoveName, moves } from "../moves.ts";
import { dossierPaths } from "../paths.ts";
import { faultInWords } from "../refusal-words.ts";
import { shapeFaults } from "./shape-faults.ts";
import { moveShape } from "./shapes.ts";

const code = Type.String({ minLength: 1, maxLength: 60 });

export const manyShape = Type.Object(
  {
    codes: Type.Array(code, { minItems: 1, maxItems: mostAtOnce }),
    note: moveShape.properties.note,
    assigneeId: moveShape.properties.assigneeId,
    /** By code: the number of the last event that was seen of it. With it a repeated request does nothing twice. */
    seenEvents: Type.Optional(Type.Record(code, Type.Integer({ minimum: 1 }))),
  },
  { additionalProperties: false },
);

const check = Compile(manyShape);

export function declareManyApi(routes: Routes, deps: DossierDeps): void {
  routes.post(dossierPaths.apiMoveMany.pattern, { allow: "official", record: "dossier.moveMany" }, async (c) => {
    const visitor = c.get("visitor");
    const move = c.req.param("move");
    if (visitor.kind !== "official") throw new ForbiddenError("Only officials move several dossiers");
    if (!isMoveName(move) || !isForMany(move)) throw new NotFoundError("move for many", move);
    const body = readMany(await readJson(c.req.raw));
    if (moves[move].demands.length > 0 && body.assigneeId === undefined) {
      throw new BadInputError("badInput", [faultInWords({ path: "/assigneeId", code: "missing", message: "" })]);
    }
    const results = await moveMany(
      deps,
      visitor,
      move,
      {
        items: body.codes.map((one) => ({ code: one, seenEvent: body.seenEvents?.[one] ?? null })),
        note: body.note ?? null,
        assigneeId: body.assigneeId ?? null,
      },
      (error, failed) =>
        c.get("log").error(
          {
            requestId: c.get("requestId"),
            code: failed,
            error: error instanceof Error ? error.stack : String(error),
          },
          "One of several moves failed",
        ),
    );
    return c.json({ items: results.map(asDocument) });
  });
}

function readMany(body: unknown): Static<typeof manyShape> {
  if (!check.Check(body)) throw new BadInputError("badInput", shapeFaults(check.Errors(body)), 400);
  return body.note === undefined ? body : { ...body, note: normaliseText(body.note).toWellFormed() };
}

function asDocument({ code, outcome }: ResultOfOne) {
  return {
    code,
    outcome: outcomeNames[outcome.kind],
    detail: `${outcomeWords(outcome, "vi")} / ${outcomeWords(outcome, "en")}`,
    ...(outcome.kind === "done"
      ? { state: outcome.moved.dossier.state, eventCount: outcome.moved.dossier.eventCount }
      : {}),
    ...(outcome.kind === "refused" ? { reason: outcome.refusal.reason } : {}),
    ...(outcome.kind === "refused" && "state" in outcome.refusal ? { state: outcome.refusal.state } : {}),
  };
}

export const outcomeNames = {
  done: "done",
  "done-before": "doneBefore",
  refused: "refused",
  unknown: "unknown",
  failed: "failed",
  "not-tried": "notTried",
} as const satisfies Record<ResultOfOne["outcome"]["kind"], string>;

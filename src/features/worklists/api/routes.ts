import type { Routes } from "#features/identity/index.ts";
import { BadInputError, ForbiddenError } from "#foundation/errors/index.ts";
import type { WorklistDeps } from "../deps.ts";
import { worklistPaths } from "../paths.ts";
import { isQueue, queues, readCursor, urgencyOf } from "../queue.ts";
import { whyDocument } from "../why.ts";
import { workOf } from "../worklist.ts";

export function declareWorklistApi(routes: Routes, deps: WorklistDeps): void {
  routes.get(worklistPaths.apiWorklist.pattern, { allow: "official", record: "worklist.read" }, async (c) => {
    const visitor = c.get("visitor");
    if (visitor.kind !== "official") throw new ForbiddenError("Only officials have a worklist");
    const queue = c.req.query("queue") ?? "mine";
    const typedCursor = c.req.query("cursor");
    const after = typedCursor === undefined ? null : readCursor(typedCursor);
    const faults = [
      ...(isQueue(queue) ? [] : [{ path: "queue", code: "unknown", message: queues.join(", ") }]),
      ...(after === undefined ? [{ path: "cursor", code: "unknown", message: "nextCursor of the page before" }] : []),
      ...[...new URL(c.req.url).searchParams.keys()]
        .filter((name) => name !== "queue" && name !== "cursor")
        .map((name) => ({ path: name, code: "unknownField", message: name })),
    ];
    if (!isQueue(queue) || after === undefined || faults.length > 0) throw new BadInputError("badInput", faults, 400);
    const now = deps.clock.now();
    const organisation = deps.organisation();
    const { items, nextCursor } = await workOf(deps.db, visitor, organisation, { queue, now, after });
    return c.json({
      items: items.map((row) => ({
        code: row.code,
        procedureCode: deps.catalogue().getById(row.procedureVersionId).code,
        procedureName: deps.catalogue().getById(row.procedureVersionId).definition.name,
        ownerName: row.ownerName,
        state: row.state,
        unitCode: organisation.getById(row.receivingUnitId).code,
        holder: { unitCode: organisation.getById(row.holderUnitId).code, role: row.holderRole, step: row.step },
        isSentBack: row.isSentBack,
        submittedAt: row.submittedAt.toISOString(),
        dueAt: row.dueAt?.toISOString() ?? null,
        stepDueAt: row.stepDueAt?.toISOString() ?? null,
        actBy: row.actBy.toISOString(),
        urgency: urgencyOf(row, now),
        why: whyDocument(row, now),
        ...(row.lateUnits ? { lateUnitCodes: row.lateUnits.map((id) => organisation.getById(id).code) } : {}),
      })),
      nextCursor,
    });
  });
}

import { dossierPaths, dossierTexts, isDossierState, stateTone } from "#features/dossiers/index.ts";
import type { Official, Page, Routes } from "#features/identity/index.ts";
import { ForbiddenError } from "#foundation/errors/index.ts";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import type { WorklistDeps } from "../deps.ts";
import { worklistPaths } from "../paths.ts";
import { isQueue, type Queue, readCursor } from "../queue.ts";
import type { ShowPage } from "../show.ts";
import { listViews } from "../views.queries.ts";
import { findDossiers, workOf } from "../worklist.ts";
import { workTexts } from "./texts.ts";
import { WorkMain } from "./work.page.tsx";
import { procedureName } from "./work-item.tsx";

export function declareWorklistPages(routes: Routes, deps: WorklistDeps, show: ShowPage): void {
  routes.get(worklistPaths.work.pattern, { allow: "official", record: "worklist.read" }, async (c) => {
    const language = c.get("language");
    const t = workTexts(language);
    const asked = c.req.query("ds") ?? "mine";
    const queue: Queue = isQueue(asked) ? asked : "mine";
    const procedure = c.req.query("tt") ?? "";
    const typedCursor = c.req.query("sau");
    const versions =
      procedure === ""
        ? undefined
        : deps
            .catalogue()
            .versionsOf(procedure)
            .map((version) => version.id);
    const now = deps.clock.now();
    const { items, nextCursor } = await workOf(deps.db, official(c), deps.organisation(), {
      queue,
      now,
      // A cursor that somebody cut short starts the list from its beginning.
      after: typedCursor === undefined ? null : (readCursor(typedCursor) ?? null),
      procedureVersionIds: versions,
    });
    return show(c, {
      title: t.queues[queue],
      isPrivate: true,
      main: (
        <WorkMain
          deps={deps}
          language={language}
          visitor={official(c)}
          queue={queue}
          views={await listViews(deps.db, official(c).accountId)}
          procedure={procedure}
          rows={items}
          nextCursor={nextCursor}
          now={now}
        />
      ),
    });
  });

  routes.get(worklistPaths.find.pattern, { allow: "official", record: "dossier.find" }, async (c) => {
    const language = c.get("language");
    const t = workTexts(language);
    const typed = (c.req.query("q") ?? "").trim().slice(0, 200);
    const { by, rows } =
      typed === ""
        ? { by: "name" as const, rows: [] }
        : await findDossiers(
            { db: deps.db, sealing: deps.sealing, organisation: deps.organisation(), catalogue: deps.catalogue() },
            official(c),
            typed,
          );
    const only = rows[0];
    // A code names one dossier: the official wants the dossier, not a list of one.
    if (by === "code" && only !== undefined) return c.redirect(dossierPaths.staff({ code: only.code }), 303);
    const words = dossierTexts(language);
    return show(c, {
      title: t.findTitle,
      isPrivate: true,
      main: (
        <>
          <h1>{t.findTitle}</h1>
          <p>{t.findHint}</p>
          {typed !== "" && <p role="status">{t.found(rows.length, typed)}</p>}
          {rows.length > 0 && (
            <ul class="dossier-list">
              {rows.map((row) => (
                <li class="dossier-item">
                  <p class="dossier-item-title">
                    <a class="name" href={dossierPaths.staff({ code: row.code })}>
                      {row.ownerName}
                    </a>
                  </p>
                  <p class="dossier-item-facts">
                    {isDossierState(row.state) && (
                      <StatusTag tone={stateTone(row.state)}>{words.states[row.state]}</StatusTag>
                    )}{" "}
                    <span class="code">{row.code}</span> · {procedureName(deps, row.procedureVersionId, language)}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    });
  });
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials have a worklist");
  return visitor;
}

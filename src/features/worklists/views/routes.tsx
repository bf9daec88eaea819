import type { Official, Page, Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import type { WorklistDeps } from "../deps.ts";
import { worklistPaths } from "../paths.ts";
import { isQueue, type Queue } from "../queue.ts";
import type { ShowPage } from "../show.ts";
import { deleteView, listViews } from "../views.queries.ts";
import { viewTexts } from "./texts.ts";
import { newNameId, ViewsMain, type ViewsProps, viewHref, viewName } from "./views.page.tsx";
import { renameView, saveView } from "./views.ts";

export function declareViewPages(routes: Routes, deps: WorklistDeps, show: ShowPage): void {
  routes.get(worklistPaths.views.pattern, { allow: "official", record: "views.read" }, (c) => answer(c, 200));

  routes.post(worklistPaths.views.pattern, { allow: "official", record: "views.save" }, async (c) => {
    const form = await readForm(c.req.raw);
    const typed = form.get(viewName) ?? "";
    const asked = form.get("ds") ?? "";
    const queue: Queue = isQueue(asked) ? asked : "mine";
    const code = form.get("tt") ?? "";
    const procedureCode = deps.catalogue().versionsOf(code).length > 0 ? code : "";
    const saved = await saveView(deps.db, official(c), typed, { queue, procedureCode });
    if (saved.ok) return c.redirect(viewHref({ queue, procedureCode }), 303);
    const message = viewTexts(c.get("language")).refusals[saved.refusal];
    return answer(c, saved.refusal === "too-many" ? 409 : 422, {
      faults: [{ fieldId: viewName, message }],
      unsaved: { queue, procedure: procedureCode, typed },
    });
  });

  routes.post(worklistPaths.view.pattern, { allow: "official", record: "views.rename" }, async (c) => {
    const place = placeIn(c);
    const typed = (await readForm(c.req.raw)).get(viewName) ?? "";
    const renamed = await renameView(deps.db, official(c), place, typed);
    if (renamed.ok) return c.redirect(worklistPaths.views(), 303);
    if (renamed.refusal === "gone") throw new NotFoundError("saved list", String(place));
    const message = viewTexts(c.get("language")).refusals[renamed.refusal];
    return answer(c, 422, { faults: [{ fieldId: newNameId(place), message }], renaming: { place, typed } });
  });

  // Removed twice is removed: the second press finds nothing and is answered the same.
  routes.post(worklistPaths.viewRemoved.pattern, { allow: "official", record: "views.remove" }, async (c) => {
    await deleteView(deps.db, official(c).accountId, placeIn(c));
    return c.redirect(worklistPaths.views(), 303);
  });

  async function answer(
    c: Page,
    status: number,
    tried: Partial<Pick<ViewsProps, "faults" | "unsaved" | "renaming">> = {},
  ): Promise<Response> {
    const language = c.get("language");
    const views = await listViews(deps.db, official(c).accountId);
    return show(c, {
      title: viewTexts(language).title,
      isPrivate: true,
      status,
      hasErrors: tried.faults !== undefined,
      before: <BackLink href={worklistPaths.work()} language={language} />,
      main: (
        <ViewsMain
          language={language}
          views={views}
          procedureName={(code) => nameOf(code, language)}
          faults={[]}
          unsaved={null}
          renaming={null}
          {...tried}
        />
      ),
    });
  }

  function nameOf(code: string, language: "vi" | "en"): string {
    const definition = deps.catalogue().versionsOf(code).at(-1)?.definition;
    if (definition === undefined) return code;
    return language === "vi" ? definition.name : definition.nameEn;
  }
}

function placeIn(c: Page): number {
  const typed = c.req.param("place") ?? "";
  if (!/^\d{1,2}$/.test(typed)) throw new NotFoundError("saved list", typed);
  return Number(typed);
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials keep lists");
  return visitor;
}

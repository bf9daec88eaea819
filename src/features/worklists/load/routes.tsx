import { isUuid } from "#features/dossiers/index.ts";
import { isRole, listAccountNames, type Official, type Page, type Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { Shortcuts } from "#ui/shortcuts/shortcuts.tsx";
import type { WorklistDeps } from "../deps.ts";
import { worklistPaths } from "../paths.ts";
import { readCursor } from "../queue.ts";
import type { ShowPage } from "../show.ts";
import { RowsWithMoves } from "../staff/rows-with-moves.tsx";
import { deskName, LoadMain } from "./load.page.tsx";
import { heldBy, loadOf } from "./load-of.ts";
import { loadTexts } from "./texts.ts";

export function declareLoadPages(routes: Routes, deps: WorklistDeps, show: ShowPage): void {
  routes.get(worklistPaths.load.pattern, { allow: ["head_of_office", "leader"], record: "load.read" }, async (c) => {
    const language = c.get("language");
    const load = await loadOf(deps, official(c));
    if (load === null) throw new ForbiddenError("Only heads see what others have in hand");
    return show(c, {
      title: loadTexts(language).title,
      isPrivate: true,
      before: <BackLink href={worklistPaths.work()} language={language} />,
      main: <LoadMain load={load} organisation={deps.organisation()} language={language} />,
    });
  });

  routes.get(
    worklistPaths.held.pattern,
    { allow: ["head_of_office", "leader"], record: "load.dossiers" },
    async (c) => {
      const language = c.get("language");
      const t = loadTexts(language);
      const visitor = official(c);
      const asked = await askedFor(c);
      const onlyOverdue = c.req.query("quaHan") === "1";
      const typedCursor = c.req.query("sau");
      const after = typedCursor === undefined ? null : (readCursor(typedCursor) ?? null);
      const page = await heldBy(deps, visitor, { who: asked.who, onlyOverdue, after });
      if (page === null) throw new ForbiddenError("Not the head of where this lies");
      const title = onlyOverdue ? asked.titles.late : asked.titles.all;
      const query = { ...asked.query, quaHan: onlyOverdue ? "1" : "" };
      return show(c, {
        title,
        isPrivate: true,
        before: <BackLink href={worklistPaths.load()} language={language} />,
        main: (
          <>
            <h1>{title}</h1>
            {page.items.length === 0 ? (
              <EmptyState title={t.empty} />
            ) : (
              <>
                <Shortcuts of="list" language={language} />
                <RowsWithMoves
                  deps={deps}
                  visitor={visitor}
                  language={language}
                  caption={title}
                  rows={page.items}
                  now={deps.clock.now()}
                />
              </>
            )}
            <Pagination
              language={language}
              nextHref={
                page.nextCursor === null ? undefined : worklistPaths.held(undefined, { ...query, sau: page.nextCursor })
              }
            />
          </>
        ),
      });
    },
  );

  /** A person by their account, or a desk by its unit and role, as the links of the table name them. */
  async function askedFor(c: Page) {
    const language = c.get("language");
    const t = loadTexts(language);
    const accountId = c.req.query("nguoi");
    if (accountId !== undefined) {
      const name = isUuid(accountId) ? (await listAccountNames(deps.db, [accountId])).get(accountId) : undefined;
      if (name === undefined) throw new NotFoundError("official", accountId);
      return {
        who: { accountId },
        query: { nguoi: accountId },
        titles: { all: t.held(name), late: t.heldLate(name) },
      };
    }
    const [code = "", role = ""] = [c.req.query("donVi"), c.req.query("vaiTro")];
    const unit = deps.organisation().byCode(code);
    if (unit === undefined || !isRole(role)) throw new NotFoundError("desk", `${code} ${role}`);
    const name = deskName({ unitId: unit.id, role }, deps.organisation(), language);
    return {
      who: { unitId: unit.id, role },
      query: { donVi: code, vaiTro: role },
      titles: { all: t.freeAt(name), late: t.freeLate(name) },
    };
  }
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials see the load of their units");
  return visitor;
}

/** Ordering a paper, on the desk and by programs. */
import type { Official, Page, Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { problemResponse, problemWords } from "#foundation/http/index.ts";
import type { Result } from "#foundation/result/index.ts";
import type { DossierDeps } from "./deps.ts";
import { isOrderedKind, type OrderedPaper, type OrderRefusal, orderPaper } from "./order-paper.ts";
import { dossierPaths } from "./paths.ts";
import { seen } from "./seen.ts";

export function declarePaperOrders(api: Routes, pages: Routes, deps: DossierDeps): void {
  api.post(dossierPaths.apiPaper.pattern, { allow: "official", record: "dossier.orderPaper" }, async (c) => {
    const { code, paper } = c.req.param();
    const result = await order(c, code, paper);
    if (!result.ok) return refuse(c, result.refusal.reason, code);
    const { id, number, isNew } = result.value;
    return c.json({ id, number, links: { pdf: dossierPaths.apiPaper({ code, paper: id }) } }, isNew ? 201 : 200);
  });

  pages.post(dossierPaths.staffOrder.pattern, { allow: "official", record: "dossier.orderPaper" }, async (c) => {
    const { code, paper } = c.req.param();
    const result = await order(c, code, paper);
    if (!result.ok) return refuse(c, result.refusal.reason, code);
    return c.redirect(`${dossierPaths.staff({ code })}#giay-to-them`, 303);
  });

  async function order(c: Page, code: string, paper: string): Promise<Result<OrderedPaper, OrderRefusal>> {
    if (!isOrderedKind(paper)) throw new NotFoundError("paper to order", paper);
    const dossier = await seen(deps, c.get("visitor"), code);
    return orderPaper(deps, official(c), dossier.id, paper);
  }
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials order papers");
  return visitor;
}

function refuse(c: Page, reason: OrderRefusal["reason"], code: string): Response {
  if (reason === "not-visible") throw new NotFoundError("dossier", code);
  if (reason === "not-theirs") throw new ForbiddenError("Only those who work on a dossier order its papers");
  const words = problemWords("conflict");
  return problemResponse({
    type: `/problems/${reason}`,
    title: words.title,
    status: 409,
    detail: "Hồ sơ chưa được bàn giao giữa hai đơn vị. / No hand-over between units stands.",
    requestId: c.get("requestId"),
  });
}

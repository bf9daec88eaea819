import { type PaperKind, paperKinds } from "#features/documents/index.ts";
import type { Page, Routes } from "#features/identity/index.ts";
import { ForbiddenError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import type { Fault } from "#ui/error-summary/error-summary.tsx";
import { worklistPaths } from "../paths.ts";
import type { ShowPage } from "../show.ts";
import { codesName, kindName, PrintMain } from "./print.page.tsx";
import { codesIn, mostPrinted, type PrintDeps, type PrintRefusal, printPapers } from "./print-papers.ts";
import { type PrintTexts, printTexts } from "./texts.ts";

export function declarePrintPages(routes: Routes, deps: PrintDeps, show: ShowPage): void {
  routes.get(worklistPaths.print.pattern, { allow: "official", record: "papers.print.page" }, (c) =>
    ask(c, { codes: codesIn(c.req.queries(codesName) ?? []), kind: readKind(c.req.query(kindName)) }, [], 200),
  );

  routes.post(worklistPaths.print.pattern, { allow: "official", record: "papers.print" }, async (c) => {
    const visitor = c.get("visitor");
    if (visitor.kind !== "official") throw new ForbiddenError("Only officials print papers of several dossiers");
    const form = await readForm(c.req.raw);
    const order = { codes: codesIn(form.getAll(codesName)), kind: readKind(form.get(kindName) ?? undefined) };
    const printed = await printPapers(deps, visitor, order);
    const t = printTexts(c.get("language"));
    if (!printed.ok) return ask(c, order, faultsOf(printed.refusal, t), 422);
    const { pdf, count } = printed.value;
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-length": String(pdf.length),
        "content-disposition": `inline; filename="${t.fileName(count)}"`,
        "cache-control": "private, no-store",
      },
    });
  });

  function ask(
    c: Page,
    order: { readonly codes: readonly string[]; readonly kind: PaperKind | "all" },
    faults: readonly Fault[],
    status: number,
  ): Response {
    const language = c.get("language");
    return show(c, {
      title: printTexts(language).title,
      isPrivate: true,
      hasErrors: faults.length > 0,
      status,
      before: <BackLink href={worklistPaths.work()} language={language} />,
      main: <PrintMain language={language} {...order} faults={faults} />,
    });
  }
}

function faultsOf(refusal: PrintRefusal, t: PrintTexts): readonly Fault[] {
  const fault = (message: string): Fault => ({ fieldId: codesName, message });
  switch (refusal.reason) {
    case "nothing-asked":
      return [fault(t.nothingAsked)];
    case "too-many":
      return [fault(t.tooMany(refusal.count, mostPrinted))];
    case "missing":
      return [...refusal.unknown.map(t.unknown), ...refusal.withoutPaper.map(t.withoutPaper)].map(fault);
  }
}

function readKind(typed: string | undefined): PaperKind | "all" {
  return paperKinds.find((kind) => kind === typed) ?? "all";
}

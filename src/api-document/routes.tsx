import { createRoutes, type DeclaredRoute, type Routes } from "#features/identity/index.ts";
import { address } from "#foundation/http/index.ts";
import type { Show } from "../site/site.tsx";
import { DocsPage } from "./docs.page.tsx";
import { describedRoutes, openApiDocument } from "./openapi.ts";
import { apiDocumentTexts } from "./texts.ts";

export const apiDocumentPaths = {
  document: address("/api/openapi.json"),
  page: address("/api/docs"),
} as const;

/** The document of all routes declared before it, and of its own two. */
export function apiDocumentRoutes({
  declaredBefore,
  origin,
  show,
}: {
  readonly declaredBefore: readonly DeclaredRoute[];
  readonly origin: string;
  readonly show: Show;
}): Routes {
  const routes = createRoutes();
  const declared = () => [...declaredBefore, ...routes.declared];
  let document: string | undefined;

  routes.get(apiDocumentPaths.document.pattern, { allow: "anyone", record: "api.document" }, (c) => {
    document ??= JSON.stringify(
      openApiDocument(declared(), { origin, title: apiDocumentTexts("vi").title, version: "1" }),
    );
    return c.body(document, 200, {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "public, max-age=300",
    });
  });

  routes.get(apiDocumentPaths.page.pattern, { allow: "anyone", record: "api.docs" }, (c) => {
    const language = c.get("language");
    const main = (
      <DocsPage routes={describedRoutes(declared())} language={language} documentHref={apiDocumentPaths.document()} />
    );
    return show(c, { title: apiDocumentTexts(language).title, main });
  });

  return routes;
}

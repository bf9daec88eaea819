import type { Allow } from "#features/identity/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { Table } from "#ui/table/table.tsx";
import type { DescribedRoute } from "./openapi.ts";
import { type ApiDocumentTexts, apiDocumentTexts } from "./texts.ts";

/** The API for people: each address, what it is for, who may call it, what it takes and answers. */
export function DocsPage({
  routes,
  language,
  documentHref,
}: {
  readonly routes: readonly DescribedRoute[];
  readonly language: Language;
  readonly documentHref: string;
}) {
  const t = apiDocumentTexts(language);
  return (
    <>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <p>
        {t.token} <code>Authorization: Bearer …</code> {t.tokenFrom} <code>POST /api/v1/sessions</code>.
      </p>
      <p>
        <a href={documentHref}>{t.download}</a>
      </p>
      <Table
        caption={t.caption}
        columns={[t.address, t.purpose, t.who, t.parameters, t.answers].map((head) => ({ head }))}
        rows={routes.map(({ method, path, operation, allow }) => [
          <code>{`${method.toUpperCase()} ${path}`}</code>,
          operation[language],
          allowInWords(allow, t),
          operation.parameters?.map(({ name }) => name).join(", ") ?? t.none,
          Object.keys(operation.answers).join(", "),
        ])}
      />
    </>
  );
}

function allowInWords(allow: Allow, t: ApiDocumentTexts): string {
  return typeof allow === "string" ? t.allow[allow] : t.roles(allow.join(", "));
}

import type { Page, Routes } from "#features/identity/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { BadInputError } from "#foundation/errors/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { readMultipart } from "../files/multipart.ts";
import { documentsPaths } from "../paths.ts";
import { documentsTexts } from "../texts/index.ts";
import {
  type Verification,
  type VerificationDeps,
  verifyHeldFile,
  verifyIssued,
} from "../verification/verify-issued.ts";
import { VerificationMain, VerifyFileMain } from "./verification.page.tsx";

export type ShowPage = (
  c: Page,
  page: { readonly title: string; readonly main: Html | null; readonly hasErrors?: boolean; readonly status?: number },
) => Response;

export type VerificationPageDeps = VerificationDeps & { readonly organisation: () => Organisation };

/** The papers of the city are well below this; nothing larger is worth comparing. */
const maxHeldBytes = 10 * 1024 * 1024;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function declareVerificationPages(routes: Routes, deps: VerificationPageDeps, show: ShowPage): void {
  routes.get(documentsPaths.verifyFile.pattern, { allow: "anyone", record: "paper.verify.page" }, (c) =>
    ask(c, {}, 200),
  );

  routes.post(documentsPaths.verifyFile.pattern, { allow: "anyone", record: "paper.verify.file" }, async (c) => {
    const t = documentsTexts(c.get("language"));
    const { files } = await readMultipart(
      c.req.raw,
      {
        maxFiles: 1,
        maxFileBytes: maxHeldBytes,
        takeFile: async ({ content }) => gather(content),
      },
      c.env,
    );
    const held = files[0]?.taken;
    if (held === undefined || held.length === 0) return ask(c, { fault: t.verification.noFile }, 422);
    const verification = await verifyHeldFile(deps, held);
    return verification ? answer(c, verification) : ask(c, { notice: t.verification.unknownFile }, 404);
  });

  routes.get(documentsPaths.verify.pattern, { allow: "anyone", record: "paper.verify" }, async (c) => {
    const t = documentsTexts(c.get("language"));
    const id = c.req.param("id");
    const verification = uuid.test(id) ? await verifyIssued(deps, id) : undefined;
    return verification ? answer(c, verification) : ask(c, { notice: t.verification.unknown }, 404);
  });

  function answer(c: Page, verification: Verification): Response {
    const language = c.get("language");
    const t = documentsTexts(language);
    const issuer = unitName(deps.organisation().getById(verification.paper.unitId), language);
    return show(c, {
      title: `${t.verification.verdicts[verification.status].title} – ${verification.paper.numberText}`,
      main: <VerificationMain t={t} language={language} verification={verification} issuer={issuer} />,
    });
  }

  function ask(
    c: Page,
    why: { fault?: string; notice?: { readonly title: string; readonly detail: string } },
    status: number,
  ): Response {
    const language = c.get("language");
    const t = documentsTexts(language);
    return show(c, {
      title: why.notice?.title ?? t.verification.title,
      main: <VerifyFileMain t={t} language={language} maxBytes={maxHeldBytes} {...why} />,
      hasErrors: why.fault !== undefined,
      status,
    });
  }
}

async function gather(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > maxHeldBytes) {
      throw new BadInputError("bodyTooLarge", [{ path: "/file", code: "tooLarge", message: `> ${maxHeldBytes}` }], 413);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Papers and attachments as files, for whoever may see their dossier: its owner and the officials in charge. */

import type { Routes } from "#features/identity/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { isUuid } from "./api/shapes.ts";
import type { DossierDeps } from "./deps.ts";
import { answerPaper } from "./paper-answers.ts";
import { dossierPaths } from "./paths.ts";
import { findDossierOfUpload } from "./queries.ts";
import { isVisible } from "./seen.ts";

export function declareDossierFiles(routes: Routes, deps: DossierDeps): void {
  routes.get(dossierPaths.paper.pattern, { allow: "signed-in", record: "dossier.paper" }, (c) =>
    answerPaper(deps, c, c.req.param("code"), c.req.param("paper"), undefined),
  );

  routes.get(dossierPaths.attachment.pattern, { allow: "signed-in", record: "dossier.attachment" }, async (c) => {
    const uploadId = c.req.param("uploadId");
    const dossier = isUuid(uploadId) ? await findDossierOfUpload(deps.database.db, uploadId) : undefined;
    if (dossier === undefined || dossier.code !== c.req.param("code") || !isVisible(deps, c.get("visitor"), dossier))
      throw new NotFoundError("attachment", uploadId);
    const [file, name] = await Promise.all([deps.readUpload(uploadId), deps.nameOfUpload(uploadId)]);
    if (file === null) throw new NotFoundError("attachment", uploadId);
    // Pictures and PDFs are viewed in place on our own pages; anything else is only ever saved.
    const isViewable = file.mediaType === "application/pdf" || file.mediaType.startsWith("image/");
    return new Response(streamOf(file.body), {
      headers: {
        "content-type": file.mediaType,
        "content-length": String(file.size),
        "content-disposition": `${isViewable ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name ?? uploadId)}`,
        "cache-control": "private, no-store",
        "content-security-policy": attachmentPolicy(file.mediaType),
      },
    });
  });
}

/**
 * Shown in a frame of our own pages and nowhere else. A picture runs in a sandbox; the browser's viewer of PDF files is
 * itself a sandbox and does not start within another.
 */
function attachmentPolicy(mediaType: string): string {
  if (mediaType === "application/pdf") return "script-src 'none'; frame-ancestors 'self'";
  return "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
}

function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

import type { Routes } from "#features/identity/index.ts";
import { SignInNeededError } from "#foundation/errors/index.ts";
import { problemResponse } from "#foundation/http/index.ts";
import { readMultipart } from "../files/multipart.ts";
import { documentsPaths } from "../paths.ts";
import { type DocumentsTexts, documentsTexts } from "../texts/index.ts";
import { type UploadDeps, uploadFile } from "../upload-file.ts";
import { uploadRefusalStatus, uploadRefusalText } from "../upload-refusal.ts";

export function declareUploadsApi(routes: Routes, deps: UploadDeps & { readonly maxUploadBytes: number }): void {
  const { maxUploadBytes } = deps;

  routes.post(documentsPaths.apiUploads.pattern, { allow: "signed-in", record: "upload.send" }, async (c) => {
    const visitor = c.get("visitor");
    if (visitor.kind === "anonymous") throw new SignInNeededError();
    const requestId = c.get("requestId");

    const { fields, files } = await readMultipart(
      c.req.raw,
      {
        maxFiles: 1,
        maxFileBytes: maxUploadBytes,
        takeFile: async ({ field, name, content }) =>
          field === "file"
            ? uploadFile(deps, { accountId: visitor.accountId }, { name, content, maxBytes: maxUploadBytes })
            : undefined,
      },
      c.env,
    );
    const unknown = [...fields.keys(), ...files.map((file) => file.field)].filter((field) => field !== "file");
    if (unknown.length > 0) return problem(400, "unknownField", unknown[0] ?? "", (t) => t.uploadRefusals.onlyOne);
    const result = files[0]?.taken;
    if (!result) return problem(422, "missing", "file", (t) => t.uploadRefusals.missing);
    if (!result.ok) {
      const { refusal } = result;
      return problem(uploadRefusalStatus(refusal), refusal.reason, "file", (t) => uploadRefusalText(refusal, t));
    }
    return c.json(result.value, 201);

    function problem(status: number, code: string, path: string, words: (t: DocumentsTexts) => string): Response {
      const message = `${words(documentsTexts("vi"))} / ${words(documentsTexts("en"))}`;
      return problemResponse({
        type: "/problems/upload",
        title: "The file was not taken",
        status,
        detail: message,
        requestId,
        errors: [{ path: `/${path}`, code, message }],
      });
    }
  });
}

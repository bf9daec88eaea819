/** What the applicant did about each demand of a supplement request: what was there before, and what is there now. Pure. */
import type { AnswerChange } from "#features/eforms/index.ts";
import type { DossierContent } from "./content.ts";
import type { ContentChanges } from "./content-changes.ts";
import type { SupplementFault } from "./decide.ts";

/** A request that was answered, with what stood before the answer and after it. */
export type AnsweredRequest = {
  readonly askedAt: Date;
  readonly answeredAt: Date;
  readonly faults: readonly SupplementFault[];
  readonly before: Pick<DossierContent, "components">;
  readonly after: Pick<DossierContent, "components">;
  readonly changes: ContentChanges;
};

/** `sameContent`: sent anew, and byte for byte what was there before. */
export type FileFate = "kept" | "removed" | "new" | "sameContent";
export type ComparedFile = { readonly uploadId: string; readonly fate: FileFate };

export type ComparedFault = {
  readonly fault: SupplementFault;
  readonly isChanged: boolean;
  /** Of a paper: its files before and after. Null for a demand that names no paper. */
  readonly files: { readonly before: readonly ComparedFile[]; readonly after: readonly ComparedFile[] } | null;
  /** Of the form itself and of demands that name no paper: every answer that was corrected. */
  readonly answers: readonly AnswerChange[] | null;
};

/** `formKey`: the component that is the form people fill in. `sha256Of`: undefined for a file nobody knows any more. */
export function compareWithRequest(
  request: AnsweredRequest,
  formKey: string | undefined,
  sha256Of: (uploadId: string) => string | undefined,
): readonly ComparedFault[] {
  const { before, after, changes } = request;
  return request.faults.map((fault): ComparedFault => {
    const { componentKey } = fault;
    const answers = componentKey === undefined || componentKey === formKey ? changes.answers : null;
    if (componentKey === undefined) {
      const isChanged = changes.answers.length > 0 || filesChanged(before, after, sha256Of);
      return { fault, isChanged, files: null, answers };
    }
    const files = compareFiles(filesOf(before, componentKey), filesOf(after, componentKey), sha256Of);
    const isOther = [...files.before, ...files.after].some(({ fate }) => fate === "new" || fate === "removed");
    return { fault, isChanged: isOther || (answers?.length ?? 0) > 0, files, answers };
  });
}

function compareFiles(
  before: readonly string[],
  after: readonly string[],
  sha256Of: (uploadId: string) => string | undefined,
) {
  const hashes = (ids: readonly string[]) => new Set(ids.map((id) => sha256Of(id) ?? id));
  const [had, has] = [hashes(before), hashes(after)];
  return {
    before: before.map((uploadId): ComparedFile => {
      const isThere = after.includes(uploadId);
      if (isThere) return { uploadId, fate: "kept" };
      return { uploadId, fate: has.has(sha256Of(uploadId) ?? uploadId) ? "sameContent" : "removed" };
    }),
    after: after.map((uploadId): ComparedFile => {
      if (before.includes(uploadId)) return { uploadId, fate: "kept" };
      return { uploadId, fate: had.has(sha256Of(uploadId) ?? uploadId) ? "sameContent" : "new" };
    }),
  };
}

function filesChanged(
  before: AnsweredRequest["before"],
  after: AnsweredRequest["after"],
  sha256Of: (uploadId: string) => string | undefined,
): boolean {
  const keys = new Set([...before.components, ...after.components].map(({ componentKey }) => componentKey));
  return [...keys].some((key) => {
    const files = compareFiles(filesOf(before, key), filesOf(after, key), sha256Of);
    return [...files.before, ...files.after].some(({ fate }) => fate === "new" || fate === "removed");
  });
}

function filesOf({ components }: AnsweredRequest["before"], componentKey: string): readonly string[] {
  return components.find((component) => component.componentKey === componentKey)?.uploadIds ?? [];
}

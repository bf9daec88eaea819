import type { Routes } from "#features/identity/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { documentsPaths } from "../paths.ts";
import { type Verification, type VerificationDeps, verifyIssued } from "../verification/verify-issued.ts";

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function declareVerificationsApi(
  routes: Routes,
  deps: VerificationDeps & { readonly organisation: () => Organisation },
): void {
  routes.get(documentsPaths.apiVerification.pattern, { allow: "anyone", record: "paper.verify.api" }, async (c) => {
    const id = c.req.param("id");
    const verification = uuid.test(id) ? await verifyIssued(deps, id) : undefined;
    if (!verification) throw new NotFoundError("paper", id);
    return c.json(verificationDocument(verification, deps.organisation()));
  });
}

function verificationDocument({ paper, status, signatures, replacedBy }: Verification, organisation: Organisation) {
  const unit = organisation.getById(paper.unitId);
  return {
    resultId: paper.id,
    isGenuine: status !== "broken",
    status,
    kind: paper.kind,
    title: paper.title,
    number: paper.numberText,
    issuedAt: inCity(paper.issuedAt),
    issuedBy: { unitCode: unit.code, name: unit.name },
    validUntil: paper.validUntil,
    replacedBy,
    sha256: paper.fileSha256,
    signatures: signatures.map((signature) => ({
      name: signature.by.commonName,
      organisation: signature.by.organisation,
      signedAt: signature.signedAt === null ? null : inCity(signature.signedAt),
      certificateSha256: signature.certificate,
      isValid: signature.faults.length === 0,
      faults: signature.faults,
    })),
  };
}

/** RFC 3339 with the city's offset. */
function inCity(at: Date): string {
  return `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}

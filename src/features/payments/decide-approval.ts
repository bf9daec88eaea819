import type { Official } from "#features/identity/index.ts";
import type { InputFault } from "#foundation/errors/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { type Approval, longestReason } from "./charge.ts";
import { type Done, type HandlingRefusal, handleMoney, type MoneyDeps } from "./handle-money.ts";
import { insertApproval } from "./queries.ts";

export type DecideApprovalRefusal =
  | HandlingRefusal
  | { readonly reason: "nothing-to-approve" }
  | { readonly reason: "own-request" }
  | { readonly reason: "already-decided" }
  | { readonly reason: "input"; readonly faults: readonly InputFault[] };

/** A leader's yes or no to a relief beyond the published fee, or to a refund, asked for by somebody else. */
export async function decideApproval(
  deps: MoneyDeps,
  by: Official,
  dossierId: string,
  /** Of the charge or the refund. */
  subjectId: string,
  { isApproved, reason }: { readonly isApproved: boolean; readonly reason: string | null },
): Promise<Result<Done, DecideApprovalRefusal>> {
  return handleMoney<Done, DecideApprovalRefusal>(deps, by, "approve", dossierId, async (at) => {
    const { tx, dossier, money, now } = at;
    const refund = money.refunds.find(({ id }) => id === subjectId);
    // A relief that was corrected since is asked for no longer; its correction may be.
    const charge = money.standing.find(({ id, set }) => id === subjectId && set?.reliefNeedsApproval === true)?.set;
    const subject = refund ?? charge;
    if (subject === undefined || subject === null) return refused({ reason: "nothing-to-approve" });
    const askedBy = refund === undefined ? charge?.setBy : refund.askedBy;
    if (askedBy === by.accountId) return refused({ reason: "own-request" });
    if (subject.approval !== null)
      return isAs(subject.approval, by, isApproved, reason)
        ? accepted({ isNew: false })
        : refused({ reason: "already-decided" });
    if (!isApproved && reason === null)
      return refused({ reason: "input", faults: [{ path: "reason", code: "missing", message: "" }] });
    if (reason !== null && reason.length > longestReason)
      return refused({ reason: "input", faults: [{ path: "reason", code: "tooLong", message: "" }] });
    await insertApproval(tx, {
      chargeId: refund === undefined ? subjectId : null,
      refundId: refund === undefined ? null : subjectId,
      isApproved,
      decidedAt: now,
      decidedBy: by.accountId,
      unitId: dossier.receivingUnitId,
      sealed: at.seal("approval", subjectId, reason === null ? {} : { reason }),
    });
    return accepted({ isNew: true });
  });
}

function isAs(approval: Approval, by: Official, isApproved: boolean, reason: string | null): boolean {
  return approval.decidedBy === by.accountId && approval.isApproved === isApproved && approval.reason === reason;
}

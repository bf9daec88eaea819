import type { Accounts } from "./accounts.ts";
import { mostVnd } from "./amount.ts";
import type { Finance } from "./finance.ts";
import type { DossierFacts } from "./queries.ts";
import { transferPurpose, vietQr } from "./vietqr.ts";

/** How what is still owed can be transferred. */
export type TransferOffer = {
  readonly bankBin: string;
  readonly bankName: string;
  readonly bankNameEn: string;
  readonly accountNumber: string;
  readonly accountName: string;
  readonly isSample: boolean;
  readonly amount: number;
  readonly purpose: string;
  /** The text of the VietQR code. */
  readonly vietQr: string;
};

/**
 * Null where nothing is owed, before acceptance (the dossier may still be refused), where the unit has no account, and for
 * more than one code can hold.
 */
export function transferOffer(
  dossier: Pick<DossierFacts, "code" | "acceptedAt">,
  finance: Pick<Finance, "outstanding">,
  unitCode: string,
  accounts: Accounts,
): TransferOffer | null {
  const account = accounts(unitCode);
  const { outstanding: amount } = finance;
  if (account === undefined || amount === 0 || amount > mostVnd || dossier.acceptedAt === null) return null;
  const { unit: _, ...shown } = account;
  const purpose = transferPurpose(dossier.code);
  return { ...shown, amount, purpose, vietQr: vietQr({ ...shown, amount, purpose }) };
}

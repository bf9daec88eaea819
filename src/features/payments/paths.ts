import { address } from "#foundation/http/index.ts";

export const paymentPaths = {
  apiCharges: address("/api/v1/dossiers/:code/charges"),
  apiPayments: address("/api/v1/dossiers/:code/payments"),
  apiReversal: address("/api/v1/dossiers/:code/payments/:payment/reversal"),
  apiRefunds: address("/api/v1/dossiers/:code/refunds"),
  apiPayout: address("/api/v1/dossiers/:code/refunds/:refund/payout"),
  /** Of the charge with a relief, or of the refund, by its id. */
  apiApproval: address("/api/v1/dossiers/:code/approvals/:subject"),
  apiCashBook: address("/api/v1/cash-book"),
  desk: address("/can-bo/ho-so/:code/phi"),
  deskCharge: address("/can-bo/ho-so/:code/phi/khoan-thu"),
  deskPayment: address("/can-bo/ho-so/:code/phi/thu"),
  deskReversal: address("/can-bo/ho-so/:code/phi/thu/:payment/huy"),
  deskRefund: address("/can-bo/ho-so/:code/phi/hoan"),
  deskPayout: address("/can-bo/ho-so/:code/phi/hoan/:refund/tra"),
  deskApproval: address("/can-bo/ho-so/:code/phi/duyet/:subject"),
  deskReceipt: address("/can-bo/ho-so/:code/phi/bien-lai/:payment"),
  own: address("/tai-khoan/ho-so/:code/phi"),
  ownReceipt: address("/tai-khoan/ho-so/:code/phi/bien-lai/:payment"),
  cashBook: address("/can-bo/thu-phi"),
  cashBookFile: address("/can-bo/thu-phi/so-quy.csv"),
} as const;

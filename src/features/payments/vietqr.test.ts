import fc from "fast-check";
import { QRPay } from "vietnam-qr-pay";
import { describe, expect, it } from "vitest";
import { mostVnd } from "./amount.ts";
import { transferPurpose, vietQr } from "./vietqr.ts";

const order = { bankBin: "970415", accountNumber: "0011001932418", amount: 120_000, purpose: "ung ho lu lut" };

describe("the text behind a VietQR code", () => {
  it("is, sign for sign, the one others publish for the same transfer", () => {
    expect(vietQr(order)).toBe(
      "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C",
    );
    expect(vietQr({ bankBin: "970416", accountNumber: "257678859", amount: 10_000, purpose: "Chuyen tien" })).toBe(
      "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6",
    );
  });

  it("is read back by an outside decoder: bank, account, amount, purpose, checksum", () => {
    const read = new QRPay(vietQr({ ...order, purpose: "H56.27.03-261124-0001" }));

    expect(read.isValid).toBe(true);
    expect(read.provider).toMatchObject({ guid: "A000000727", service: "QRIBFTTA" });
    expect(read.consumer).toEqual({ bankBin: "970415", bankNumber: "0011001932418" });
    expect(read).toMatchObject({ initMethod: "12", currency: "704", amount: "120000", nation: "VN" });
    expect(read.additionalData.purpose).toBe("H56.27.03-261124-0001");
  });

  it("is read back whatever the account, the amount and the code", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{6}$/),
        fc.stringMatching(/^[0-9A-Z]{1,19}$/),
        fc.integer({ min: 1, max: mostVnd }),
        fc.stringMatching(/^H\d{2}(\.[0-9A-Z]{2,3}){0,8}-\d{6}-\d{4,5}$/),
        (bankBin, accountNumber, amount, code) => {
          const read = new QRPay(vietQr({ bankBin, accountNumber, amount, purpose: transferPurpose(code) }));

          expect(read.isValid).toBe(true);
          expect(read.consumer).toEqual({ bankBin, bankNumber: accountNumber });
          expect(read.amount).toBe(String(amount));
          expect(read.additionalData.purpose).toBe(transferPurpose(code));
        },
      ),
    );
  });

  it("is refused by the decoder when one sign was changed", () => {
    const text = vietQr(order);

    expect(new QRPay(text.replace("0011001932418", "0011001932419")).isValid).toBe(false);
  });

  it.each([
    ["a BIN of five digits", { bankBin: "97041" }],
    ["an account of twenty signs", { accountNumber: "1".repeat(20) }],
    ["an account with a space", { accountNumber: "12 34" }],
    ["nothing to pay", { amount: 0 }],
    ["a negative amount", { amount: -1 }],
    ["half a đồng", { amount: 0.5 }],
    ["fourteen digits", { amount: mostVnd + 1 }],
    ["a purpose of 26 signs", { purpose: "x".repeat(26) }],
    ["a purpose with marks", { purpose: "Lệ phí" }],
    ["no purpose", { purpose: "" }],
  ])("is not made for %s", (_, spoilt) => {
    expect(() => vietQr({ ...order, ...spoilt })).toThrow(RangeError);
  });
});

describe("a dossier code as the purpose of a transfer", () => {
  it.each([
    ["H56.27.03-261124-0001", "H56.27.03-261124-0001"],
    ["000.12.34.H56-200915-0001", "000.12.34.H56-200915-0001"],
    // Thirty-one signs, and the longest there can be.
    ["H56.27.03.01.002.14-261124-0001", "H56270301002142611240001"],
    ["H56.27.03.01.002.14.001.002.003-261124-12345", "0021400100200326112412345"],
  ])("%s is carried as %s", (code, purpose) => {
    expect(transferPurpose(code)).toBe(purpose);
    expect(purpose.length).toBeLessThanOrEqual(25);
  });

  it("tells the dossiers of one unit apart, however long its id", () => {
    const tail = fc.stringMatching(/^\d{6}-\d{4,5}$/);
    fc.assert(
      fc.property(fc.stringMatching(/^H\d{2}(\.[0-9A-Z]{2,3}){0,8}$/), tail, tail, (unit, one, other) => {
        fc.pre(one !== other && one.length === other.length);

        expect(transferPurpose(`${unit}-${one}`)).not.toBe(transferPurpose(`${unit}-${other}`));
      }),
    );
  });
});

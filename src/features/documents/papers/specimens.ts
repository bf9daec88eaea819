/** Every paper set with sample data: to look at before a template goes into use, to test, to measure, to document. */
import type { RuleProfile } from "#features/catalogue/index.ts";
import { setAcknowledgement } from "./acknowledgement.ts";
import { setApology } from "./apology.ts";
import { setConsultRequest } from "./consult-request.ts";
import { setControlSlip } from "./control-slip.ts";
import { setEvaluationSlip } from "./evaluation-slip.ts";
import { setFeeReceipt } from "./fee-receipt.ts";
import { everyProfile, type ProfileWords } from "./form.ts";
import { setHandoverMinutes } from "./handover-minutes.ts";
import { setParcelSlip } from "./parcel-slip.ts";
import { setReceipt } from "./receipt.ts";
import { setRefusal } from "./refusal.ts";
import { setRegister } from "./register.ts";
import { setResult } from "./result.ts";
import { setResultReceipt } from "./result-receipt.ts";
import { resultTitle } from "./result-templates.ts";
import * as letters from "./samples/letters.ts";
import type { SampleSetting } from "./samples/people.ts";
import * as results from "./samples/results.ts";
import * as slips from "./samples/slips.ts";
import type { SetPaper } from "./slip.ts";
import { setStopNotice } from "./stop-notice.ts";
import { setSupplementRequest } from "./supplement-request.ts";
import { type PaperKey, type PaperTemplates, paperForms } from "./template.ts";
import { setTransferSlip } from "./transfer-slip.ts";

export type SpecimenKey = PaperKey | "certificate" | "decision" | "notice";

export type Specimen = {
  readonly key: SpecimenKey;
  /** Within the folder of templates. */
  readonly file: string;
  readonly version: number;
  /** Empty where the profile does not know the paper. */
  readonly profiles: readonly {
    readonly name: RuleProfile;
    readonly title: string;
    readonly form: string | null;
    readonly citation: string;
  }[];
  readonly set: (profile: RuleProfile) => Promise<SetPaper>;
};

type Setters = { readonly [Key in SpecimenKey]: (profile: RuleProfile) => Promise<SetPaper> };

export function specimensOf(t: PaperTemplates, setting: SampleSetting): readonly Specimen[] {
  const shapes = {
    certificate: results.certificateSample(t.results, setting),
    decision: results.decisionSample(t.results, setting),
    notice: results.noticeSample(t.results, setting),
  };
  const setters: Setters = {
    acknowledgement: (p) => setAcknowledgement(t.acknowledgement, slips.acknowledgementSample(p, setting)),
    receipt: (p) => setReceipt(t.receipt, slips.receiptSample(p, setting)),
    supplementRequest: (p) => setSupplementRequest(t.supplementRequest, slips.supplementRequestSample(p, setting)),
    refusal: (p) => setRefusal(t.refusal, slips.refusalSample(p, setting)),
    apology: (p) => setApology(t.apology, letters.apologySample(p, setting)),
    stopNotice: () => setStopNotice(t.stopNotice, letters.stopNoticeSample(setting)),
    controlSlip: (p) => setControlSlip(t.controlSlip, letters.controlSlipSample(p, setting)),
    register: (p) => setRegister(t.register, letters.registerSample(p, setting)),
    consultRequest: (p) => setConsultRequest(t.consultRequest, letters.consultRequestSample(p, setting)),
    transferSlip: (p) => setTransferSlip(t.transferSlip, letters.transferSlipSample(p, setting)),
    feeReceipt: (p) => setFeeReceipt(t.feeReceipt, slips.feeReceiptSample(p, setting)),
    parcelSlip: (p) => setParcelSlip(t.parcelSlip, slips.parcelSlipSample(p, setting)),
    handoverMinutes: (p) => setHandoverMinutes(t.handoverMinutes, letters.handoverMinutesSample(p, setting)),
    resultReceipt: (p) => setResultReceipt(t.resultReceipt, slips.resultReceiptSample(p, setting)),
    evaluationSlip: (p) => setEvaluationSlip(t.evaluationSlip, slips.evaluationSlipSample(p, setting)),
    certificate: () => setResult(t.results, shapes.certificate),
    decision: () => setResult(t.results, shapes.decision),
    notice: () => setResult(t.results, shapes.notice),
  };
  const slipKeys = Object.keys(paperForms).filter((key): key is PaperKey => Object.hasOwn(paperForms, key));
  return [
    ...slipKeys.map((key): Specimen => {
      const { version } = t[key];
      const profiles: { readonly [Name in RuleProfile]?: ProfileWords } = t[key].profiles;
      const known = everyProfile.flatMap((name) => {
        const words = profiles[name];
        return words === undefined ? [] : [{ name, title: words.title, form: words.form, citation: words.citation }];
      });
      return { key, file: paperForms[key].file, version, profiles: known, set: setters[key] };
    }),
    ...(["certificate", "decision", "notice"] as const).map((key): Specimen => {
      const { version, citation } = t.results;
      const { kind, result } = shapes[key];
      const title = key === "certificate" ? resultTitle(result) : kind.title;
      const profiles = everyProfile.map((name) => ({ name, title, form: null, citation }));
      return { key, file: "results.json", version, profiles, set: setters[key] };
    }),
  ];
}

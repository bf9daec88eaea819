/**
 * The templates of a city: what each paper is called, cited as and says, replaceable without touching code (NĐ 309/2026
 * art. 12). All of them are read and checked together at the start, and all their faults are named at once.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleProfile } from "#features/catalogue/index.ts";
import { CityFileError } from "#features/organisation/index.ts";
import { acknowledgementForm } from "./acknowledgement.ts";
import { apologyForm } from "./apology.ts";
import { consultRequestForm } from "./consult-request.ts";
import { controlSlipForm } from "./control-slip.ts";
import { evaluationSlipForm } from "./evaluation-slip.ts";
import { feeReceiptForm } from "./fee-receipt.ts";
import {
  type Blocks,
  isTemplate,
  type PaperForm,
  type Template,
  type TemplateOf,
  templateFaults,
  type Words,
} from "./form.ts";
import { handoverMinutesForm } from "./handover-minutes.ts";
import { parcelSlipForm } from "./parcel-slip.ts";
import { receiptForm } from "./receipt.ts";
import { refusalForm } from "./refusal.ts";
import { registerForm } from "./register.ts";
import { resultReceiptForm } from "./result-receipt.ts";
import { isResultTemplates, type ResultTemplates, resultFaults, resultsFile } from "./result-templates.ts";
import { stopNoticeForm } from "./stop-notice.ts";
import { supplementRequestForm } from "./supplement-request.ts";
import { transferSlipForm } from "./transfer-slip.ts";

/** Every paper but results, which come in many kinds. In the order in which a dossier meets them. */
export const paperForms = {
  acknowledgement: acknowledgementForm,
  receipt: receiptForm,
  supplementRequest: supplementRequestForm,
  refusal: refusalForm,
  apology: apologyForm,
  stopNotice: stopNoticeForm,
  controlSlip: controlSlipForm,
  register: registerForm,
  consultRequest: consultRequestForm,
  transferSlip: transferSlipForm,
  feeReceipt: feeReceiptForm,
  parcelSlip: parcelSlipForm,
  handoverMinutes: handoverMinutesForm,
  resultReceipt: resultReceiptForm,
  evaluationSlip: evaluationSlipForm,
} as const;

export type PaperKey = keyof typeof paperForms;
type Forms = typeof paperForms;

export type PaperTemplates = { readonly [Key in PaperKey]: TemplateOf<Forms[Key]> } & {
  readonly results: ResultTemplates;
};

/** `cityFolder`: such as cities/thanh-hoa-2020. */
export function readPaperTemplates(cityFolder: string): PaperTemplates {
  const folder = join(cityFolder, "papers");
  const files = readPapers(folder);
  const take = <W extends Words, B extends Blocks, P extends readonly RuleProfile[]>(
    form: PaperForm<W, B, P>,
  ): Template<W, B, P[number]> => {
    const content = files.get(form.file);
    if (!isTemplate(form, content)) throw new CityFileError(join(folder, form.file), templateFaults(form, content));
    return content;
  };
  const results = files.get(resultsFile);
  if (!isResultTemplates(results)) throw new CityFileError(join(folder, resultsFile), resultFaults(results));
  return {
    acknowledgement: take(acknowledgementForm),
    receipt: take(receiptForm),
    supplementRequest: take(supplementRequestForm),
    refusal: take(refusalForm),
    apology: take(apologyForm),
    stopNotice: take(stopNoticeForm),
    controlSlip: take(controlSlipForm),
    register: take(registerForm),
    consultRequest: take(consultRequestForm),
    transferSlip: take(transferSlipForm),
    feeReceipt: take(feeReceiptForm),
    parcelSlip: take(parcelSlipForm),
    handoverMinutes: take(handoverMinutesForm),
    resultReceipt: take(resultReceiptForm),
    evaluationSlip: take(evaluationSlipForm),
    results,
  };
}

/** The content of every file by its name; throws with the faults of all of them when there is any. */
function readPapers(folder: string): ReadonlyMap<string, unknown> {
  const files = new Map<string, unknown>();
  const faults: string[] = [];
  const read = (key: string, file: string, faultsOf: (content: unknown) => readonly string[]) => {
    try {
      const content: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
      files.set(file, content);
      faults.push(...faultsOf(content).map((fault) => `${file} (${key}): ${fault}`));
    } catch (error) {
      faults.push(`${file} (${key}): ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const form of Object.values<PaperForm>(paperForms))
    read(form.key, form.file, (content) => templateFaults(form, content));
  read("results", resultsFile, resultFaults);
  if (faults.length > 0) throw new CityFileError(folder, faults);
  return files;
}

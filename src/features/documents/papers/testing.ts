/** Papers of a place that is always the same, for tests and for looking at what is set. */
import { join } from "node:path";
import type { SampleSetting } from "./samples/people.ts";
import { certificateSample, decisionSample, noticeSample } from "./samples/results.ts";
import { acknowledgementSample, receiptSample, refusalSample, supplementRequestSample } from "./samples/slips.ts";
import { specimensOf } from "./specimens.ts";
import { readPaperTemplates } from "./template.ts";

export const sampleCity = join(import.meta.dirname, "../../../../cities/thanh-hoa-2020");
export const templates = readPaperTemplates(sampleCity);

export const lamSon: SampleSetting = {
  origin: "https://motcua.thanhhoa.example",
  ward: "Ủy ban nhân dân phường Lam Sơn",
  unit: "Bộ phận tiếp nhận và trả kết quả phường Lam Sơn",
  place: "Lam Sơn",
  city: "Ủy ban nhân dân thành phố Thanh Hóa",
  division: "Phòng Tài nguyên và Môi trường",
  cityPlace: "Thanh Hóa",
  isSpecimen: false,
};

export const specimens = specimensOf(templates, lamSon);

export const anAcknowledgement = acknowledgementSample("vn-2018", lamSon);
export const aReceipt = receiptSample("vn-2018", lamSon);
export const aSupplementRequest = supplementRequestSample("vn-2018", lamSon);
export const aRefusal = refusalSample("vn-2018", lamSon);
export const aCertificate = certificateSample(templates.results, lamSon);
export const aDecision = decisionSample(templates.results, lamSon);
export const aNotice = noticeSample(templates.results, lamSon);

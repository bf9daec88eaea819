export { declareUploadsApi } from "./api/uploads.ts";
export { declareVerificationsApi } from "./api/verifications.ts";
export { declareVerificationPages, type VerificationPageDeps } from "./citizen/routes.tsx";
export { type FileKind, type MediaType, mediaTypes } from "./files/file-kind.ts";
export { type FileRefusal, type FileStore, openFileStore, type StoredFile } from "./files/file-store.ts";
export { type ArrivingFile, type Multipart, type ReadMultipart, readMultipart } from "./files/multipart.ts";
export { FileMissingError, StorageError } from "./files/storage-errors.ts";
export { keepTemplates } from "./keep-templates.ts";
export {
  type CancellationCause,
  cancelPaper,
  findPaperOfOccasion,
  insertOccasion,
  listCancellations,
  listPapersWithOccasion,
  type Occasion,
} from "./ordered.queries.ts";
export { setAcknowledgement } from "./papers/acknowledgement.ts";
export { amountInFigures, amountInWords } from "./papers/amount-in-words.ts";
export { type ApologyData, setApology } from "./papers/apology.ts";
export { type ConsultRequestData, setConsultRequest } from "./papers/consult-request.ts";
export { type ControlSlipData, setControlSlip } from "./papers/control-slip.ts";
export {
  type EvaluationQuestion,
  type EvaluationSlipData,
  evaluationQuestions,
  setEvaluationSlip,
} from "./papers/evaluation-slip.ts";
export { type FeeReceiptData, setFeeReceipt } from "./papers/fee-receipt.ts";
export { fill } from "./papers/form.ts";
export { type HandOver, handOversOf, type Stay } from "./papers/hand-overs.ts";
export { type HandoverMinutesData, setHandoverMinutes } from "./papers/handover-minutes.ts";
export type { Letterhead } from "./papers/letterhead.ts";
export { type ParcelSlipData, setParcelSlip } from "./papers/parcel-slip.ts";
export { setReceipt } from "./papers/receipt.ts";
export { setRefusal } from "./papers/refusal.ts";
export { type RegisterData, setRegister } from "./papers/register.ts";
export {
  closeRegister,
  type RegisterClosing,
  type RegisterRow,
  registerFaults,
  registerHash,
} from "./papers/register-closing.ts";
export { setResult } from "./papers/result.ts";
export { type ResultReceiptData, setResultReceipt } from "./papers/result-receipt.ts";
export { resultKind, resultTitle } from "./papers/result-templates.ts";
export type { SamplePlace } from "./papers/samples/people.ts";
export type { SignatureField, SignatureMark, SlipSignature } from "./papers/signature-block.ts";
export { paperSigners } from "./papers/signers.ts";
export type { SetPaper } from "./papers/slip.ts";
export { type StopNoticeData, setStopNotice } from "./papers/stop-notice.ts";
export { setSupplementRequest } from "./papers/supplement-request.ts";
export { type PaperTemplates, readPaperTemplates } from "./papers/template.ts";
export { setTransferSlip, type TransferSlipData } from "./papers/transfer-slip.ts";
export { documentsPaths } from "./paths.ts";
export { mergePdfs } from "./printing/merge-pdfs.ts";
export {
  deleteUploads,
  filesWithRows,
  findPaper,
  findPaperByFile,
  findReplacement,
  findUploaders,
  getPaper,
  insertPaper,
  listFiles,
  listOldUploads,
  listPapers,
  listUploadsBefore,
  type Paper,
  type PaperKind,
  type PaperSigner,
  paperKinds,
  takePaperNumber,
  type Uploader,
} from "./queries.ts";
export { fingerprint } from "./signing/certificate.ts";
export { type LocalSigner, openLocalSigner } from "./signing/local-signer.ts";
export { type SignatureOrder, signPdf } from "./signing/sign-pdf.ts";
export { type Signer, type SignerIdentity, SignerUnavailableError } from "./signing/signer.ts";
export { declareTemplatePages, type TemplatePageDeps } from "./staff/routes.tsx";
export { type DocumentsTexts, documentsTexts } from "./texts/index.ts";
export { describeUploads, type Upload, type UploadDeps, type UploadedFile, uploadFile } from "./upload-file.ts";
export { uploadRefusalStatus, uploadRefusalText } from "./upload-refusal.ts";
export {
  type Verification,
  type VerificationDeps,
  verifyHeldFile,
  verifyIssued,
} from "./verification/verify-issued.ts";
export { type PdfVerdict, type SignatureFault, type SignatureVerdict, verifyPdf } from "./verification/verify-pdf.ts";

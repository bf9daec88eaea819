export { declareUploadsApi } from "./api/uploads.ts";
export { declareVerificationsApi } from "./api/verifications.ts";
export { declareVerificationPages, type VerificationPageDeps } from "./citizen/routes.tsx";
export { type FileKind, type MediaType, mediaTypes } from "./files/file-kind.ts";
export { type FileRefusal, type FileStore, openFileStore, type StoredFile } from "./files/file-store.ts";
export { type ArrivingFile, type Multipart, type ReadMultipart, readMultipart } from "./files/multipart.ts";
export { FileMissingError, StorageError } from "./files/storage-errors.ts";
export { setAcknowledgement } from "./papers/acknowledgement.ts";
export type { Letterhead } from "./papers/letterhead.ts";
export { setReceipt } from "./papers/receipt.ts";
export { setRefusal } from "./papers/refusal.ts";
export { setResult } from "./papers/result.ts";
export type { SignatureField, SignatureMark } from "./papers/signature-block.ts";
export type { SetPaper } from "./papers/slip.ts";
export { setSupplementRequest } from "./papers/supplement-request.ts";
export { fill, type PaperTemplates, readPaperTemplates, resultKind, resultTitle } from "./papers/template.ts";
export { documentsPaths } from "./paths.ts";
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

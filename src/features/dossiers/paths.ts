import { address } from "#foundation/http/index.ts";

export const dossierPaths = {
  apiDossiers: address("/api/v1/dossiers"),
  apiReceptions: address("/api/v1/receptions"),
  apiDossier: address("/api/v1/dossiers/:code"),
  apiMove: address("/api/v1/dossiers/:code/moves/:move"),
  /** One move of several dossiers. */
  apiMoveMany: address("/api/v1/moves/:move"),
  apiPaper: address("/api/v1/dossiers/:code/papers/:paper"),
  /** What would be issued, set from what would be said; nothing is kept. */
  apiDraft: address("/api/v1/dossiers/:code/drafts/:paper"),
  apiLookup: address("/api/v1/lookups/:code"),
  lookUp: address("/tra-cuu"),
  lookUpOne: address("/tra-cuu/:code"),
  mine: address("/tai-khoan"),
  own: address("/tai-khoan/ho-so/:code"),
  ownMove: address("/tai-khoan/ho-so/:code/viec/:move"),
  supplement: address("/tai-khoan/ho-so/:code/bo-sung"),
  supplementForm: address("/tai-khoan/ho-so/:code/bo-sung/to-khai/:page"),
  supplementFiles: address("/tai-khoan/ho-so/:code/bo-sung/giay-to"),
  supplementCheck: address("/tai-khoan/ho-so/:code/bo-sung/kiem-tra"),
  supplementDiscard: address("/tai-khoan/ho-so/:code/bo-sung/bo"),
  inbox: address("/tai-khoan/thong-bao"),
  receipt: address("/da-nop/:code"),
  paper: address("/ho-so/:code/giay-to/:paper"),
  attachment: address("/ho-so/:code/tep/:uploadId"),
  /** The counter: which procedure, the one page of its dossier, what came of it, and guidance without a dossier. */
  counter: address("/can-bo/tiep-nhan"),
  reception: address("/can-bo/tiep-nhan/:procedure"),
  received: address("/can-bo/da-nhan/:code"),
  broughtSupplement: address("/can-bo/ho-so/:code/bo-sung"),
  deskGuidance: address("/can-bo/huong-dan"),
  staff: address("/can-bo/ho-so/:code"),
  /** Orders a paper that no move issues; what is ordered is numbered, signed and kept. */
  staffOrder: address("/can-bo/ho-so/:code/lap-giay-to/:paper"),
  staffDraft: address("/can-bo/ho-so/:code/du-thao/:paper"),
  staffNotes: address("/can-bo/ho-so/:code/ghi-chu"),
  staffPresence: address("/can-bo/ho-so/:code/dang-mo"),
  staffPhrase: address("/can-bo/ho-so/:code/cau-mau/:move"),
  staffCorrection: address("/can-bo/ho-so/:code/dinh-chinh/:event"),
  staffMove: address("/can-bo/ho-so/:code/viec/:move"),
} as const;

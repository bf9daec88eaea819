/** What each address of the API is for, in both languages: the part of the document that the routes cannot say. */
import { type TSchema, Type } from "typebox";
import {
  manyShape,
  moveNames,
  moveShape,
  movesForMany,
  receptionShape,
  submissionShape,
} from "#features/dossiers/index.ts";
import { evaluationShape } from "#features/evaluation/index.ts";
import {
  approvalShape,
  chargeShape,
  paymentShape,
  payoutShape,
  refundShape,
  reversalShape,
} from "#features/payments/index.ts";
import { groupings } from "#features/supervision/index.ts";
import { queues } from "#features/worklists/index.ts";

export type Parameter = {
  readonly name: string;
  readonly in: "query" | "header";
  readonly required?: true;
  readonly schema: TSchema;
  readonly description?: string;
};

export type Operation = {
  readonly vi: string;
  readonly en: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly mediaType: string; readonly schema: TSchema; readonly required: boolean };
  /** By status: the name of the shape, a media type of its own, or nothing. */
  readonly answers: Readonly<Record<number, { readonly shape?: string; readonly mediaType?: string }>>;
  /** What can be refused beside what every operation can. */
  readonly refuses: readonly number[];
};

const text = Type.String();
const query = (name: string, schema: TSchema, description?: string): Parameter =>
  description === undefined ? { name, in: "query", schema } : { name, in: "query", schema, description };
const cursor = query("cursor", text, "`nextCursor` of the page before");
const json = (schema: TSchema, required = true) => ({ mediaType: "application/json", schema, required });
const lookupSecret: Parameter = { name: "Lookup-Secret", in: "header", schema: text };

const rowKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  schema: Type.String({ format: "uuid" }),
  description: "made by the client before its first try; becomes the id of the row",
};
const moneyAnswers = {
  answers: { 200: { shape: "Money" }, 201: { shape: "Money" } },
  refuses: [400, 404, 409, 413, 415, 422],
} as const;

export const operations: Readonly<Record<string, Operation>> = {
  "post /api/v1/sessions": {
    vi: "Mở phiên làm việc cho chương trình",
    en: "Open a session for a program",
    body: json(
      Type.Object(
        { login: text, password: text, code: Type.Optional(text) },
        { additionalProperties: false, examples: [{ login: "citizen@demo", password: "motcua-demo" }] },
      ),
    ),
    answers: { 201: { shape: "Session" } },
    refuses: [400, 401, 413, 415, 429],
  },
  "post /api/v1/sessions/current/proof": {
    vi: "Nhập lại mã xác thực trước khi ký",
    en: "Prove the second factor anew, before signing",
    body: json(Type.Object({ code: text }, { additionalProperties: false, examples: [{ code: "123456" }] })),
    answers: { 204: {} },
    refuses: [400, 401, 413, 415, 429],
  },
  "get /api/v1/sessions": {
    vi: "Các phiên đang mở của tài khoản",
    en: "The open sessions of the account",
    answers: { 200: { shape: "Sessions" } },
    refuses: [],
  },
  "delete /api/v1/sessions/:id": {
    vi: "Kết thúc một phiên của tài khoản",
    en: "End one session of the account",
    answers: { 204: {} },
    refuses: [404],
  },
  "delete /api/v1/sessions/current": {
    vi: "Kết thúc phiên đang dùng",
    en: "End this session",
    answers: { 204: {} },
    refuses: [],
  },
  "get /api/v1/procedures": {
    vi: "Tìm thủ tục; không dấu và gõ sai vẫn tìm được",
    en: "Find procedures, also typed without marks or with slips",
    parameters: [
      query("q", Type.String({ maxLength: 200 })),
      query("field", text, "name or short name of a field"),
      query("level", Type.String({ enum: ["province", "city", "commune"] })),
      query("onlineLevel", Type.Integer({ enum: [3, 4] })),
      query("unit", text, "code of a unit that receives it"),
      query("limit", Type.Integer({ minimum: 1 })),
      cursor,
    ],
    answers: { 200: { shape: "ProcedureList" } },
    refuses: [400],
  },
  "get /api/v1/procedures/:code": {
    vi: "Một thủ tục với biểu mẫu, thành phần hồ sơ, thời hạn, lệ phí và quy trình",
    en: "One procedure with its form, components, deadline, fees and process",
    parameters: [query("on", Type.String({ format: "date" }), "the version in force on that day; today when left out")],
    answers: { 200: { shape: "Procedure" } },
    refuses: [400, 404],
  },
  "get /api/v1/units": {
    vi: "Cơ quan và điểm giao dịch theo cây",
    en: "Agencies and transaction points as a tree",
    answers: { 200: { shape: "UnitTree" } },
    refuses: [],
  },
  "get /api/v1/calendar/due": {
    vi: "Hạn xử lý theo lịch làm việc, kèm cách tính",
    en: "The due moment by a unit's calendar, with its working",
    parameters: [
      { ...query("from", Type.String({ format: "date-time" })), required: true },
      { ...query("count", Type.Number({ exclusiveMinimum: 0 })), required: true },
      query("kind", Type.String({ enum: ["working_day", "calendar_day", "hour"], default: "working_day" })),
      query("unit", text),
    ],
    answers: { 200: { shape: "Due" } },
    refuses: [400, 422],
  },
  "post /api/v1/uploads": {
    vi: "Tải lên một tệp đính kèm",
    en: "Upload one attachment",
    body: {
      mediaType: "multipart/form-data",
      schema: Type.Object({ file: Type.String({ contentMediaType: "application/octet-stream" }) }),
      required: true,
    },
    answers: { 201: { shape: "Upload" } },
    refuses: [400, 413, 415, 422],
  },
  "post /api/v1/dossiers": {
    vi: "Nộp hồ sơ; gửi lại cùng mã không tạo hồ sơ thứ hai",
    en: "Submit a dossier; the same key sent again makes no second one",
    parameters: [
      {
        name: "Idempotency-Key",
        in: "header",
        required: true,
        schema: Type.String({ format: "uuid" }),
        description: "made by the client before its first try",
      },
    ],
    body: json(submissionShape),
    answers: { 200: { shape: "Receipt" }, 201: { shape: "Receipt" } },
    refuses: [400, 413, 415, 422],
  },
  "post /api/v1/receptions": {
    vi: "Nhận hồ sơ tại quầy hoặc qua bưu chính: tiếp nhận, yêu cầu bổ sung hoặc từ chối ngay",
    en: "Receive a dossier at the counter or from the post: accepted, a supplement asked for, or refused on the spot",
    parameters: [
      {
        name: "Idempotency-Key",
        in: "header",
        required: true,
        schema: Type.String({ format: "uuid" }),
        description: "made by the client before its first try",
      },
    ],
    body: json(receptionShape),
    answers: { 200: { shape: "Reception" }, 201: { shape: "Reception" } },
    refuses: [400, 409, 413, 415, 422],
  },
  "get /api/v1/dossiers/:code": {
    vi: "Toàn bộ một hồ sơ, cho chủ hồ sơ hoặc cán bộ có thẩm quyền",
    en: "All of a dossier, for its owner or an official who may see it",
    answers: { 200: { shape: "Dossier" } },
    refuses: [404],
  },
  "post /api/v1/dossiers/:code/moves/:move": {
    vi: "Thực hiện một bước xử lý",
    en: `Make a move: ${moveNames.join(", ")}`,
    body: json(moveShape, false),
    answers: { 200: { shape: "Dossier" } },
    refuses: [400, 404, 409, 413, 415, 422],
  },
  "post /api/v1/dossiers/:code/evaluation": {
    vi: "Người nộp đánh giá việc giải quyết hồ sơ đã xong; mỗi hồ sơ một lần, không sửa được",
    en: "The applicant rates how a finished dossier was handled; once for each, and for good",
    body: json(evaluationShape),
    answers: { 201: { shape: "EvaluationGiven" } },
    refuses: [400, 404, 409, 413, 415, 422],
  },
  "post /api/v1/moves/:move": {
    vi: "Thực hiện một việc cho nhiều hồ sơ; mỗi hồ sơ có kết quả riêng",
    en: `Make one move of several dossiers, with an answer for each: ${movesForMany.join(", ")}`,
    body: json(manyShape),
    answers: { 200: { shape: "MovedMany" } },
    refuses: [400, 404, 413, 415, 422],
  },
  "post /api/v1/dossiers/:code/charges": {
    vi: "Ghi, sửa, miễn, giảm khoản phải nộp của hồ sơ",
    en: "Set, correct, exempt or reduce what a dossier owes",
    parameters: [rowKey],
    body: json(chargeShape),
    ...moneyAnswers,
  },
  "post /api/v1/dossiers/:code/payments": {
    vi: "Ghi nhận tiền đã thu tại quầy hoặc đã chuyển khoản",
    en: "Record money taken at the counter or transferred",
    parameters: [rowKey],
    body: json(paymentShape),
    ...moneyAnswers,
  },
  "post /api/v1/dossiers/:code/payments/:payment/reversal": {
    vi: "Hủy một ghi nhận nhầm; trong ngày do người ghi, sau đó do lãnh đạo",
    en: "Take back a payment recorded by mistake: on the same day by its recorder, later by a leader",
    parameters: [rowKey],
    body: json(reversalShape),
    ...moneyAnswers,
  },
  "post /api/v1/dossiers/:code/refunds": {
    vi: "Đề nghị hoàn trả phần đã thu vượt khoản phải nộp",
    en: "Ask for a refund of what was received beyond what is owed",
    parameters: [rowKey],
    body: json(refundShape),
    ...moneyAnswers,
  },
  "post /api/v1/dossiers/:code/refunds/:refund/payout": {
    vi: "Ghi nhận đã trả khoản hoàn mà lãnh đạo đã duyệt",
    en: "Record that an approved refund was paid out",
    body: json(payoutShape),
    ...moneyAnswers,
  },
  "post /api/v1/dossiers/:code/approvals/:subject": {
    vi: "Lãnh đạo duyệt hoặc không duyệt việc miễn, giảm, hoàn trả, theo mã của khoản đó",
    en: "A leader approves or declines a relief or a refund, by the id of the charge or refund",
    body: json(approvalShape),
    ...moneyAnswers,
  },
  "get /api/v1/cash-book": {
    vi: "Sổ thu phí của một đơn vị: tổng theo cách nộp, cán bộ, cơ quan và từng khoản",
    en: "The cash book of a unit: sums by method, official and agency, and its entries",
    parameters: [
      query("from", Type.String({ format: "date" }), "today when left out"),
      query("to", Type.String({ format: "date" }), "the same day when left out; at most 92 days"),
      query("unit", text, "code of a unit whose book you may read; your first one when left out"),
      cursor,
    ],
    answers: { 200: { shape: "CashBook" } },
    refuses: [400],
  },
  "get /api/v1/registers/:unit/:year": {
    vi: "Sổ theo dõi hồ sơ của một đơn vị và một năm, từng dòng; đã khóa thì có mã băm",
    en: "The register of a unit and year, line by line; with its hash once it is closed",
    parameters: [cursor],
    answers: { 200: { shape: "Register" } },
    refuses: [404],
  },
  "post /api/v1/registers/:unit/:year/closing": {
    vi: "Khóa sổ của một năm đã qua: ký số, không thêm dòng nào nữa",
    en: "Close the register of a year that is over: signed, and no line is added any more",
    answers: { 201: { shape: "RegisterClosing" } },
    refuses: [404, 409],
  },
  "post /api/v1/dossiers/:code/papers/:paper": {
    vi: "Lập giấy tờ ngoài các bước: phiếu kiểm soát có số (controlSlip), phiếu chuyển xử lý (transferSlip)",
    en: "Order a paper beside the moves: a numbered controlSlip, or the transferSlip of the last hand-over",
    answers: { 200: { shape: "OrderedPaper" }, 201: { shape: "OrderedPaper" } },
    refuses: [404, 409],
  },
  "get /api/v1/dossiers/:code/papers/:paper": {
    vi: "Giấy tờ của hồ sơ, dạng PDF",
    en: "A paper of the dossier as PDF, by its kind (the newest) or its id; controlSlip is set as of now",
    parameters: [
      lookupSecret,
      query(
        "draft",
        Type.String({ enum: ["1"] }),
        "of the result, for the official who proposes or signs it: as it would be issued, marked as a draft, not kept",
      ),
    ],
    answers: { 200: { mediaType: "application/pdf" } },
    refuses: [403, 404],
  },
  "post /api/v1/dossiers/:code/drafts/:paper": {
    vi: "Xem trước giấy tờ sẽ ban hành, từ nội dung định ghi; không lưu, không đánh số, không ký",
    en: "A paper as it would be issued from what would be said (result, supplementRequest, refusal); nothing is kept",
    body: json(moveShape, false),
    answers: { 200: { mediaType: "application/pdf" } },
    refuses: [400, 404, 413, 415, 422],
  },
  "get /api/v1/lookups/:code": {
    vi: "Tra cứu tiến độ bằng mã hồ sơ; có mã tra cứu thì thấy thêm lịch sử",
    en: "Progress by dossier code; with the lookup secret also the timeline",
    parameters: [lookupSecret],
    answers: { 200: { shape: "Progress" } },
    refuses: [403, 404, 429],
  },
  "get /api/v1/worklist": {
    vi: "Hồ sơ cần xử lý, theo hạn",
    en: "Dossiers to work on, by due time",
    parameters: [query("queue", Type.String({ enum: [...queues] })), cursor],
    answers: { 200: { shape: "Worklist" } },
    refuses: [400],
  },
  "get /api/v1/figures/today": {
    vi: "Số liệu trong ngày: tiếp nhận, giải quyết, đang xử lý, theo giờ, đơn vị và kênh",
    en: "Today: received, settled, in process, by hour, unit and channel. By unit each number is laid to the one that answers for it: what came in to the unit that receives, decisions to the unit that handles, what is open to the unit that holds it",
    answers: { 200: { shape: "FiguresToday" } },
    refuses: [400],
  },
  "get /api/v1/figures": {
    vi: "Số liệu của một khoảng ngày",
    en: "The figures of a range of at most 400 days, both included",
    parameters: [
      { ...query("from", Type.String({ format: "date" })), required: true },
      { ...query("to", Type.String({ format: "date" })), required: true },
      query("by", Type.String({ enum: [...groupings] }), "`day` when not said"),
    ],
    answers: { 200: { shape: "Figures" } },
    refuses: [400],
  },
  "get /api/v1/figures/digitisation": {
    vi: "Tỷ lệ số hóa, dùng lại giấy tờ của hồ sơ tiếp nhận trong một khoảng ngày, theo đơn vị tiếp nhận",
    en: "How many of the dossiers accepted in a range of at most 400 days are digitised and re-used, by the unit that received them",
    parameters: [
      { ...query("from", Type.String({ format: "date" })), required: true },
      { ...query("to", Type.String({ format: "date" })), required: true },
    ],
    answers: { 200: { shape: "DigitisationFigures" } },
    refuses: [400],
  },
  "get /api/v1/verifications/:id": {
    vi: "Kiểm tra một giấy tờ do thành phố cấp là thật hay giả",
    en: "Whether a paper issued by the city is genuine, who signed it, and whether it is in force",
    answers: { 200: { shape: "Verification" } },
    refuses: [404],
  },
  "get /api/openapi.json": {
    vi: "Tài liệu này",
    en: "This document",
    answers: { 200: { mediaType: "application/json" } },
    refuses: [],
  },
  "get /api/docs": {
    vi: "Tài liệu này dưới dạng trang",
    en: "This document as a page",
    answers: { 200: { mediaType: "text/html" } },
    refuses: [],
  },
};

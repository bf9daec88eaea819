import type { Language } from "#foundation/i18n/index.ts";
import type { Queue } from "../queue.ts";

type QueueWords = { readonly [Name in Queue]: string };

const vi = {
  title: "Việc của tôi",
  queues: {
    mine: "Việc của tôi",
    unit: "Cả đơn vị",
    returned: "Bị trả lại",
    waiting: "Chờ người dân",
    "due-soon": "Sắp đến hạn",
    overdue: "Quá hạn",
    decisions: "Chờ lãnh đạo quyết định",
    asked: "Chờ đơn vị trả lời",
    "late-bodies": "Cơ quan phối hợp chậm",
    uncollected: "Chưa đến nhận kết quả",
  } satisfies QueueWords as QueueWords,
  empty: {
    mine: "Không còn việc nào chờ bạn.",
    unit: "Đơn vị không có hồ sơ đang xử lý.",
    returned: "Không có hồ sơ bị trả lại.",
    waiting: "Không có hồ sơ chờ người dân bổ sung.",
    "due-soon": "Không có hồ sơ đến hạn trong 24 giờ tới.",
    overdue: "Không có hồ sơ quá hạn.",
    decisions: "Không có đề nghị nào chờ lãnh đạo quyết định.",
    asked: "Không có cơ quan nào đang chờ ý kiến của đơn vị.",
    "late-bodies": "Không có cơ quan phối hợp nào chậm ở nơi bạn phụ trách.",
    uncollected: "Không có kết quả nào quá hẹn mà chưa có người đến nhận.",
  } satisfies QueueWords as QueueWords,
  queuesLabel: "Các danh sách việc",
  heads: { due: "Hạn", dossier: "Hồ sơ", step: "Bước", action: "Việc tiếp theo" },
  open: "Mở",
  step: (no: number, of: number) => `Bước ${no}/${of}`,
  procedure: "Thủ tục",
  all: "Tất cả",
  filterLabel: "Lọc danh sách",
  findTitle: "Tìm hồ sơ",
  found: (count: number, text: string) =>
    count === 0 ? `Không tìm thấy hồ sơ nào với “${text}”.` : `${count} hồ sơ với “${text}”`,
  findHint: "Gõ mã hồ sơ, số định danh, số điện thoại hoặc họ tên không dấu.",
};

export type WorkTexts = typeof vi;

const en: WorkTexts = {
  title: "My work",
  queues: {
    mine: "My work",
    unit: "My unit",
    returned: "Sent back",
    waiting: "Waiting for citizen",
    "due-soon": "Due soon",
    overdue: "Overdue",
    decisions: "For a leader to decide",
    asked: "Asked of our unit",
    "late-bodies": "Cooperating bodies that are late",
    uncollected: "Results not collected",
  },
  empty: {
    mine: "Nothing is waiting for you.",
    unit: "The unit has no open dossiers.",
    returned: "No dossier was sent back.",
    waiting: "No dossier waits for a citizen.",
    "due-soon": "Nothing is due within 24 hours.",
    overdue: "Nothing is overdue.",
    decisions: "No request waits for a leader.",
    asked: "Nobody waits for this unit's opinion.",
    "late-bodies": "No cooperating body is late where you are the head.",
    uncollected: "No result has been waiting too long to be collected.",
  },
  queuesLabel: "Queues",
  heads: { due: "Due", dossier: "Dossier", step: "Step", action: "Next action" },
  open: "Open",
  step: (no: number, of: number) => `Step ${no}/${of}`,
  procedure: "Procedure",
  all: "All",
  filterLabel: "Filter the list",
  findTitle: "Find a dossier",
  found: (count: number, text: string) =>
    count === 0 ? `No dossier found for “${text}”.` : `${count} dossiers for “${text}”`,
  findHint: "Type a dossier code, an ID number, a phone number, or a name without marks.",
};

export function workTexts(language: Language): WorkTexts {
  return language === "vi" ? vi : en;
}

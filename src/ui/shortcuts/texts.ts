import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  button: "Phím tắt",
  title: "Phím tắt trên trang này",
  use: "Dùng phím tắt",
  useHint: "Tắt nếu bạn điều khiển bằng giọng nói hoặc hay bấm nhầm. Lựa chọn được nhớ trên trình duyệt này.",
  close: "Đóng",
  or: "hoặc",
  keys: {
    down: "Hồ sơ tiếp theo",
    up: "Hồ sơ trước",
    open: "Mở hồ sơ đang chọn",
    tick: "Đánh dấu hoặc bỏ đánh dấu hồ sơ",
    tickAll: "Đánh dấu hoặc bỏ đánh dấu tất cả",
    part: "Đến phần thứ 1, 2, 3, 4 của hồ sơ",
    nextPart: "Phần tiếp theo",
    previousPart: "Phần trước",
    back: "Về danh sách",
    search: "Đến ô tìm hồ sơ",
    help: "Mở bảng phím tắt này",
  },
};

export type ShortcutTexts = typeof vi;

const en: ShortcutTexts = {
  button: "Keyboard shortcuts",
  title: "Keyboard shortcuts on this page",
  use: "Use keyboard shortcuts",
  useHint: "Switch them off if you control by voice or often press by mistake. This browser remembers it.",
  close: "Close",
  or: "or",
  keys: {
    down: "Next dossier",
    up: "Previous dossier",
    open: "Open the current dossier",
    tick: "Tick or untick the dossier",
    tickAll: "Tick or untick all",
    part: "Part 1, 2, 3 or 4 of the dossier",
    nextPart: "Next part",
    previousPart: "Previous part",
    back: "Back to the list",
    search: "To the box for finding dossiers",
    help: "Open this list of shortcuts",
  },
};

export function shortcutTexts(language: Language): ShortcutTexts {
  return language === "vi" ? vi : en;
}

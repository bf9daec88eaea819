import type { Language } from "#foundation/i18n/index.ts";
import type { ViewRefusal } from "./views.ts";

type RefusalWords = { readonly [Name in ViewRefusal]: string };

const vi = {
  label: "Danh sách riêng của tôi",
  save: "Lưu danh sách này",
  saveHint: "Lưu danh sách đang xem cùng bộ lọc dưới một tên riêng; tên hiện phía trên danh sách việc.",
  name: "Tên danh sách",
  press: "Lưu danh sách",
  edit: "Đổi tên, xóa",
  title: "Danh sách riêng của tôi",
  lead: (count: number, most: number) => `Bạn đã lưu ${count} trên tối đa ${most} danh sách.`,
  none: "Bạn chưa lưu danh sách nào.",
  noneHint: "Mở một danh sách việc, lọc theo thủ tục rồi chọn “Lưu danh sách này”.",
  newName: (name: string) => `Tên mới của “${name}”`,
  rename: "Đổi tên",
  remove: "Xóa",
  removeIt: (name: string) => `Xóa danh sách “${name}”`,
  of: (queue: string, procedure: string) => (procedure === "" ? queue : `${queue} · ${procedure}`),
  refusals: {
    "no-name": "Nhập tên danh sách",
    "name-too-long": "Tên dài tối đa 60 ký tự. Hãy rút gọn.",
    "name-taken": "Bạn đã có danh sách khác mang tên này. Hãy chọn tên khác.",
    "too-many": "Bạn đã lưu đủ 12 danh sách. Hãy xóa bớt một danh sách rồi lưu lại.",
    gone: "Danh sách này không còn nữa.",
  } satisfies RefusalWords as RefusalWords,
};

export type ViewTexts = typeof vi;

const en: ViewTexts = {
  label: "My saved lists",
  save: "Save this list",
  saveHint: "Keeps the list you see and its filter under a name of your own, shown above the worklist.",
  name: "Name of the list",
  press: "Save the list",
  edit: "Rename or remove",
  title: "My saved lists",
  lead: (count, most) => `You have saved ${count} of at most ${most} lists.`,
  none: "You have not saved a list yet.",
  noneHint: "Open a worklist, filter it by procedure and choose “Save this list”.",
  newName: (name) => `New name of “${name}”`,
  rename: "Rename",
  remove: "Remove",
  removeIt: (name) => `Remove the list “${name}”`,
  of: (queue, procedure) => (procedure === "" ? queue : `${queue} · ${procedure}`),
  refusals: {
    "no-name": "Type a name for the list",
    "name-too-long": "A name has at most 60 characters. Make it shorter.",
    "name-taken": "Another list of yours has this name. Choose another name.",
    "too-many": "You have saved 12 lists. Remove one, then save again.",
    gone: "This list is no longer there.",
  },
};

export function viewTexts(language: Language): ViewTexts {
  return language === "vi" ? vi : en;
}

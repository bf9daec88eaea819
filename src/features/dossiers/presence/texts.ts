import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  title: "Cũng đang mở hồ sơ này:",
  present: (name: string, place: string, since: string) => `${name} – ${place}, từ ${since}`,
  changed: "Hồ sơ vừa được người khác xử lý, trang này đã cũ.",
  reload: "Xem bản mới",
};

const en: typeof vi = {
  title: "Also has this dossier open:",
  present: (name, place, since) => `${name} – ${place}, since ${since}`,
  changed: "Somebody else has just acted on this dossier; this page is out of date.",
  reload: "See it as it is now",
};

export function presenceTexts(language: Language): typeof vi {
  return language === "vi" ? vi : en;
}

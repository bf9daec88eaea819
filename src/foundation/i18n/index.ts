export { formatElapsed, formatRelative, formatTimeLeft, formatWorkingTime } from "./duration.ts";
export { formatFileLimit, formatFileSize, formatMoney, formatNumber, formatShare } from "./figures.ts";
export { defaultLanguage, isLanguage, type Language, languageNames, languages } from "./language.ts";
export { givenNameOrder, vietnameseOrder } from "./name-order.ts";
export { normaliseLine, normaliseText, searchText } from "./text.ts";
export {
  type Day,
  dayOf,
  formatDay,
  formatDayWithWeekday,
  formatInstant,
  formatInstantWithWeekday,
  formatTime,
  machineInstant,
  readDay,
  weekdayName,
} from "./time.ts";

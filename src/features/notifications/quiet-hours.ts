/** When people are left alone. Pure; minutes are those of the clock in the city. */

export type QuietHours = { readonly from: number; readonly to: number };

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** UTC+7 all year (foundation/i18n/time.ts). */
const cityOffsetMs = 7 * 60 * minuteMs;

/** The first moment from `at` on that is not within the quiet hours: `at` itself, or their end. */
export function afterQuietHours(at: Date, quiet: QuietHours | null): Date {
  if (quiet === null || quiet.from === quiet.to) return at;
  const from = quiet.from * minuteMs;
  const to = quiet.to * minuteMs;
  const ofDay = (at.getTime() + cityOffsetMs) % dayMs;
  const spansMidnight = from > to;
  const isQuiet = spansMidnight ? ofDay >= from || ofDay < to : ofDay >= from && ofDay < to;
  return isQuiet ? new Date(at.getTime() + ((to - ofDay + dayMs) % dayMs)) : at;
}

/** The device a session was opened on, by the coarse name a person knows it by: enough to tell theirs from another's. */

// The first that fits: nearly every browser also claims to be several others.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bCoc_Coc|\bcoc_coc_browser/i, "Cốc Cốc"],
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bZalo\b/i, "Zalo"],
  [/\bFxiOS\/|\bFirefox\//, "Firefox"],
  [/\bCriOS\/|Chrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** Empty when nothing of it is known. */
export function deviceOf(userAgent: string | undefined): string {
  // Of a text that anybody may send at any length, what matters stands at its beginning.
  const said = (userAgent ?? "").slice(0, 500);
  const first = (names: readonly (readonly [RegExp, string])[]) => names.find(([looks]) => looks.test(said))?.[1];
  return [first(browsers), first(systems)].filter((name) => name !== undefined).join(", ");
}

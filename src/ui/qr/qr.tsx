import type { Language } from "#foundation/i18n/index.ts";
import { qrModules, quietModules } from "#foundation/qr/index.ts";
import { uiTexts } from "#ui/texts/index.ts";

/** A QR code as one path. Black on white in every mode, with its quiet zone, or telephones do not find it. */
export function Qr({
  text,
  what,
  language,
}: {
  readonly text: string;
  readonly what: string;
  readonly language: Language;
}) {
  const { size: inside, isDark } = qrModules(text);
  let path = "";
  for (let row = 0; row < inside; row++) {
    let from = -1;
    for (let column = 0; column <= inside; column++) {
      const dark = column < inside && isDark(row, column);
      if (dark && from < 0) from = column;
      if (!dark && from >= 0) {
        path += `M${from + quietModules} ${row + quietModules}h${column - from}v1h-${column - from}z`;
        from = -1;
      }
    }
  }
  const size = inside + 2 * quietModules;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      width="160"
      height="160"
      role="img"
      aria-label={uiTexts(language).qrOf(what)}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

import QRCode from "qrcode";
import type { Language } from "#foundation/i18n/index.ts";
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
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    let from = -1;
    for (let column = 0; column <= modules.size; column++) {
      const dark = column < modules.size && modules.get(row, column) === 1;
      if (dark && from < 0) from = column;
      if (!dark && from >= 0) {
        path += `M${from + 4} ${row + 4}h${column - from}v1h-${column - from}z`;
        from = -1;
      }
    }
  }
  const size = modules.size + 8;
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

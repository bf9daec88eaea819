import { create } from "qrcode";
import { type Html, raw } from "#foundation/jsx/html.ts";

/** A QR code as one SVG path, sharp at any size and on any printer. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): Html | null {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const quiet = 4; // modules of white around it, without which many phones do not see it (ISO/IEC 18004)
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
    }
  }
  const size = modules.size + 2 * quiet;
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      {raw(`<path class="qr-code-paper" d="M0 0h${size}v${size}h-${size}z"/><path class="qr-code-ink" d="${path}"/>`)}
    </svg>
  );
}

import { type Html, raw } from "#foundation/jsx/html.ts";
import { qrModules, quietModules } from "#foundation/qr/index.ts";

/** A QR code as one SVG path, sharp at any size and on any printer. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): Html | null {
  const { size: inside, isDark } = qrModules(text);
  let path = "";
  for (let row = 0; row < inside; row++) {
    for (let column = 0; column < inside; column++) {
      if (isDark(row, column)) path += `M${column + quietModules} ${row + quietModules}h1v1h-1z`;
    }
  }
  const size = inside + 2 * quietModules;
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      {raw(`<path class="qr-code-paper" d="M0 0h${size}v${size}h-${size}z"/><path class="qr-code-ink" d="${path}"/>`)}
    </svg>
  );
}

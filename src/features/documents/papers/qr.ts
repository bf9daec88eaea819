import { qrModules, quietModules } from "#foundation/qr/index.ts";
import type { Box, Sheet } from "./sheet.ts";

/** A QR with its quiet zone of four modules, without which many phones do not see it (ISO/IEC 18004). */
export function setQr(sheet: Sheet, text: string, box: Box, alt: string): void {
  const { size, isDark: isInk } = qrModules(text);
  const isDark = (row: number, column: number) => isInk(row - quietModules, column - quietModules);
  sheet.squares(size + 2 * quietModules, isDark, box, alt);
}

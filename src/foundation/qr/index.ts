/** QR codes as modules, for pages and papers to draw. */
import { encode } from "uqr";

export type QrModules = {
  /** Modules a side, without the quiet zone. */
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
};

/** White modules around the code, without which many phones do not see it (ISO/IEC 18004). */
export const quietModules = 4;

export function qrModules(text: string): QrModules {
  // M, or better where the size allows it: papers are folded, stamped and copied.
  const { size, data } = encode(text, { ecc: "M", boostEcc: true, border: 0 });
  return { size, isDark: (row, column) => data[row]?.[column] === true };
}

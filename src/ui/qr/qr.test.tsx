import { expect, it } from "vitest";
import { qrModules, quietModules } from "#foundation/qr/index.ts";
import { Qr } from "./qr.tsx";

it("draws exactly the dark modules of the code, as far from the edge as telephones need", () => {
  const text = "https://motcua.example.vn/tra-cuu/H56.27.03-261124-0001";
  const { size, isDark } = qrModules(text);

  const markup = Qr({ text, what: "tra cứu", language: "vi" })?.markup ?? "";

  const drawn = new Set<string>();
  for (const [, x, y, width] of markup.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let at = 0; at < Number(width); at++)
      drawn.add(`${Number(y) - quietModules}:${Number(x) - quietModules + at}`);
  }
  const dark = new Set<string>();
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) if (isDark(row, column)) dark.add(`${row}:${column}`);
  }
  expect(drawn).toEqual(dark);
  expect(markup).toContain('aria-label="Mã QR: tra cứu"');
});

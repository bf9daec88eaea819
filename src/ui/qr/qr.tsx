import type { Language } from "#foundation/i18n/index.ts";
import { qrModules, quietModules } from "#foundation/qr/index.ts";
import { uiTexts } from "#ui/texts/index.ts";

type Drawing = { readonly size: number; readonly path: string };

// Finding the modules takes a millisecond, fifty times the page around them, and a procedure's page has the same code each time.
const drawn = new Map<string, Drawing>();
const keptDrawings = 200;

function drawing(text: string, isSecret: boolean): Drawing {
  const known = drawn.get(text);
  if (known) return known;
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
  const made = { size: inside + 2 * quietModules, path };
  if (isSecret) return made;
  const [oldest] = drawn.keys();
  if (drawn.size >= keptDrawings && oldest !== undefined) drawn.delete(oldest);
  drawn.set(text, made);
  return made;
}

export type QrProps = {
  readonly text: string;
  readonly what: string;
  readonly language: Language;
  /** Drawn for one person once, and not kept. */
  readonly isSecret?: boolean;
};

/** A QR code as one path. Black on white in every mode, with its quiet zone, or telephones do not find it. */
export function Qr({ text, what, language, isSecret = false }: QrProps) {
  const { size, path } = drawing(text, isSecret);
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

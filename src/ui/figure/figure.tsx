import { classNames } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import type { Tone } from "#ui/status-tag/status-tag.tsx";

export type FigureProps = {
  readonly name: Child;
  readonly value: string;
  readonly unit?: string | undefined;
  /** What the number is to be seen against: "trên 41 hồ sơ đang xử lý". */
  readonly note?: Child;
  /** Opens to the dossiers behind the number. */
  readonly href?: string | undefined;
  /** "tăng 12 so với hôm qua": the change in words, with the arrow drawn before it. */
  readonly change?:
    | { readonly direction: "up" | "down" | "same"; readonly text: Child; readonly isGood?: boolean | undefined }
    | undefined;
  /** A few values up to now, drawn small; the words of the figure carry the message. */
  readonly trend?: readonly number[] | undefined;
  readonly tone?: Tone | undefined;
};

const arrows = { up: "▲", down: "▼", same: "■" } as const;

/** One number that answers one question. */
export function Figure({ name, value, unit, note, href, change, trend, tone }: FigureProps) {
  return (
    <div class={classNames("figure", tone && `figure-${tone}`)}>
      <p class="figure-name">{href ? <a href={href}>{name}</a> : name}</p>
      <p class="figure-value">
        {value}
        {unit && <span class="figure-unit"> {unit}</span>}
      </p>
      {note && <p class="figure-note">{note}</p>}
      {change && (
        <p
          class={classNames("figure-change", change.isGood === true && "is-good", change.isGood === false && "is-bad")}
        >
          <span class="figure-arrow" aria-hidden="true">
            {arrows[change.direction]}
          </span>{" "}
          {change.text}
        </p>
      )}
      {trend && trend.length > 1 && <Trend values={trend} />}
    </div>
  );
}

/** Figures of one thought. Large for the one or two that everything else only explains. */
export function Figures({ children, isLarge }: { readonly children: Child; readonly isLarge?: boolean | undefined }) {
  return <div class={classNames("figures", isLarge && "figures-large")}>{children}</div>;
}

function Trend({ values }: { values: readonly number[] }) {
  const width = 120;
  const height = 28;
  const highest = Math.max(...values, 1);
  const step = width / (values.length - 1);
  const points = values.map(
    (value, at) => `${round(at * step)},${round(height - 2 - (value / highest) * (height - 4))}`,
  );
  const last = points.at(-1)?.split(",") ?? [];
  return (
    <svg
      class="figure-trend"
      viewBox={`-1 0 ${width + 5} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      <polyline points={points.join(" ")} fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
      <circle cx={last[0]} cy={last[1]} r="3" fill="currentColor" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

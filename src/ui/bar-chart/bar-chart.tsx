import { formatNumber, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Table } from "#ui/table/table.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type Series = {
  readonly name: string;
  readonly values: readonly number[];
  /** Where each value leads, when what it counts can be listed. */
  readonly hrefs?: readonly string[] | undefined;
};

export type BarChartProps = {
  readonly language: Language;
  /** Says what is seen, not only what is drawn: "Tiếp nhận nhiều nhất lúc 9 giờ". */
  readonly title: Child;
  /** What the labels are: "Giờ", "Đơn vị". */
  readonly labelHead: string;
  readonly labels: readonly string[];
  /** Four at most: more cannot be told apart. */
  readonly series: readonly Series[];
  /** Where each label leads, when its dossiers can be listed. */
  readonly hrefs?: readonly (string | undefined)[] | undefined;
};

const width = 600;
const plot = { top: 34, bottom: 34, left: 0, height: 200 };

/** Bars drawn on the server, each with its value, and the same figures as a table. */
export function BarChart({ language, title, labelHead, labels, series, hrefs }: BarChartProps) {
  const t = uiTexts(language);
  const highest = Math.max(1, ...series.flatMap(({ values }) => values));
  const slot = width / Math.max(1, labels.length);
  const gap = Math.min(12, slot * 0.2);
  const barWidth = (slot - gap) / Math.max(1, series.length);
  const base = plot.top + plot.height;
  // Values stand on their bars only where they do not run into each other.
  const showsValues = barWidth >= String(highest).length * 8;
  const isEmpty = series.every(({ values }) => values.every((value) => value === 0));
  const isDense = series.length > 1 || labels.length > 12;
  const number = (value: number) => formatNumber(value, language);

  return (
    <figure class="chart">
      <figcaption class="chart-title">{title}</figcaption>
      {series.length > 1 && (
        <ul class="chart-key">
          {series.map(({ name }, at) => (
            <li>
              <svg
                class="chart-key-mark"
                viewBox="0 0 12 12"
                width="12"
                height="12"
                aria-hidden="true"
                focusable="false"
              >
                <rect class={`chart-series-${at + 1}`} width="12" height="12" rx="2" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      {isEmpty ? (
        <p class="quiet">{t.noFigures}</p>
      ) : (
        <svg
          class={isDense ? "chart-drawing chart-dense" : "chart-drawing"}
          viewBox={`0 0 ${width} ${base + plot.bottom}`}
          width={width}
          height={base + plot.bottom}
          aria-hidden="true"
          focusable="false"
        >
          <path class="chart-base" d={`M0 ${base}H${width}`} />
          {labels.map((label, at) => {
            const from = at * slot + gap / 2;
            return (
              <g>
                {series.map(({ values }, index) => {
                  const value = values[at] ?? 0;
                  const tall = Math.round((value / highest) * plot.height * 10) / 10;
                  const x = round(from + index * barWidth);
                  return (
                    <>
                      <rect
                        class={`chart-series-${index + 1}`}
                        x={x}
                        y={round(base - tall)}
                        width={round(barWidth - 1)}
                        height={tall}
                      />
                      {showsValues && value > 0 && (
                        <text
                          class="chart-value"
                          x={round(x + (barWidth - 1) / 2)}
                          y={round(base - tall - 6)}
                          text-anchor="middle"
                        >
                          {number(value)}
                        </text>
                      )}
                    </>
                  );
                })}
                <text class="chart-label" x={round(from + (slot - gap) / 2)} y={base + 20} text-anchor="middle">
                  {label}
                </text>
              </g>
            );
          })}
        </svg>
      )}
      <details class="details chart-table">
        <summary class="details-summary">{t.table}</summary>
        <Table
          caption={title}
          hideCaption
          columns={[{ head: labelHead }, ...series.map(({ name }) => ({ head: name, isFigure: true }))]}
          rows={labels.map((label, at) => {
            const href = hrefs?.[at];
            return [
              href ? <a href={href}>{label}</a> : label,
              ...series.map(({ values, hrefs: listed }) => {
                const value = values[at] ?? 0;
                return listed?.[at] && value !== 0 ? <a href={listed[at]}>{number(value)}</a> : number(value);
              }),
            ];
          })}
          foot={[t.total, ...series.map(({ values }) => number(values.reduce((sum, value) => sum + value, 0)))]}
        />
      </details>
    </figure>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export type RankedBarsProps = {
  readonly language: Language;
  readonly title: Child;
  readonly rows: readonly {
    readonly name: Child;
    readonly value: number;
    readonly href?: string | undefined;
    readonly note?: Child;
  }[];
  /** When more is worse: the bars of what is late. */
  readonly isLate?: boolean | undefined;
};

/** Who carries how much, longest first: the name, the bar and the number on one line, so that no table is needed beside it. */
export function RankedBars({ language, title, rows, isLate }: RankedBarsProps) {
  const highest = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <figure class="ranked">
      <figcaption class="chart-title">{title}</figcaption>
      <ol class="ranked-rows">
        {rows.map(({ name, value, href, note }) => (
          <li class="ranked-row">
            <span class="ranked-name">{href ? <a href={href}>{name}</a> : name}</span>
            <span class="ranked-value">{formatNumber(value, language)}</span>
            <svg
              class="ranked-bar"
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              width="100"
              height="10"
              aria-hidden="true"
              focusable="false"
            >
              <rect
                class={isLate ? "chart-series-4" : "chart-series-1"}
                width={round((value / highest) * 100)}
                height="10"
              />
            </svg>
            {note && <span class="ranked-note">{note}</span>}
          </li>
        ))}
      </ol>
    </figure>
  );
}

import { formatInstant, formatTimeLeft, formatWorkingTime, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type ClockStretch = {
  readonly kind: "worked" | "paused";
  /** Working minutes; for a pause, the working minutes that would have counted. */
  readonly minutes: number;
};

export type ClockBarProps = {
  readonly language: Language;
  /** In the order they happened, up to now or to the end. */
  readonly stretches: readonly ClockStretch[];
  /** Working minutes the law allows. */
  readonly limitMinutes: number;
  readonly dueAt: Date;
  readonly receivedAt: Date;
  /** Set once the city is done: the bar ends there. */
  readonly finishedAt?: Date | undefined;
  readonly minutesPerDay?: number | undefined;
  /** Each interval and why it counted, opened on demand. */
  readonly working?: Child;
  readonly compact?: boolean | undefined;
};

/** How the bar is told apart from time alone: by what is left of the limit. */
export function clockTone(workedMinutes: number, limitMinutes: number): Tone {
  if (workedMinutes > limitMinutes) return "late";
  return workedMinutes > limitMinutes * 0.75 ? "soon" : "good";
}

const width = 600;
const height = 20;

/** Time used, time that stood still, time left, and the day it is due: a bar with the same in words beside it. */
export function ClockBar(props: ClockBarProps) {
  const {
    language,
    stretches,
    limitMinutes,
    dueAt,
    receivedAt,
    finishedAt,
    minutesPerDay = 480,
    working,
    compact,
  } = props;
  const t = uiTexts(language);
  const worked = sum(stretches, "worked");
  const paused = sum(stretches, "paused");
  const left = limitMinutes - worked;
  const tone = clockTone(worked, limitMinutes);
  // The whole bar is the limit plus the pauses, or all that was used when that is more.
  const whole = Math.max(limitMinutes, worked) + paused || 1;
  const scale = (minutes: number) => Math.round((minutes / whole) * width * 10) / 10;

  let at = 0;
  const pieces: Child[] = [];
  for (const { kind, minutes } of stretches) {
    const from = scale(at);
    const to = scale(at + minutes);
    pieces.push(<rect class={`clock-${kind} clock-is-${tone}`} x={from} y="0" width={to - from} height={height} />);
    if (kind === "paused") pieces.push(<path class="clock-hatch" d={hatch(from, to)} />);
    at += minutes;
  }
  const due = left >= 0 ? width - 1.5 : scale(at + left);
  const words = finishedAt ? formatInstant(finishedAt) : sentence(formatTimeLeft(left, language, minutesPerDay));

  return (
    <div class={compact ? "clock clock-compact" : "clock"}>
      <p class="clock-words">
        <StatusTag tone={tone}>{words}</StatusTag>
        <span class="clock-due">
          {t.clock.due}: <time class="code">{formatInstant(dueAt)}</time>
        </span>
      </p>
      <svg
        class="clock-bar"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect class="clock-left" x="0" y="0" width={width} height={height} />
        {pieces}
        <rect class="clock-mark" x={due - 1.5} y="0" width="3" height={height} />
      </svg>
      {(!compact || paused > 0) && (
        <dl class="clock-key">
          <div class="clock-key-worked">
            <dt>{t.clock.worked}</dt>
            <dd>{formatWorkingTime(worked, language, minutesPerDay)}</dd>
          </div>
          {paused > 0 && (
            <div class="clock-key-paused">
              <dt>{t.clock.paused}</dt>
              <dd>{formatWorkingTime(paused, language, minutesPerDay)}</dd>
            </div>
          )}
          <div class={left < 0 ? "clock-key-over" : "clock-key-left"}>
            <dt>{left < 0 ? t.clock.over : t.clock.left}</dt>
            <dd>{formatWorkingTime(left, language, minutesPerDay)}</dd>
          </div>
          {!compact && (
            <div>
              <dt>{t.clock.received}</dt>
              <dd>
                <time class="code">{formatInstant(receivedAt)}</time>
              </dd>
            </div>
          )}
        </dl>
      )}
      {working}
    </div>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function sum(stretches: readonly ClockStretch[], kind: ClockStretch["kind"]): number {
  let minutes = 0;
  for (const stretch of stretches) if (stretch.kind === kind) minutes += stretch.minutes;
  return minutes;
}

/** Slanting lines between two places: a pattern fill would need an id that must not repeat on a page. */
function hatch(from: number, to: number): string {
  let path = "";
  for (let x = from - height; x < to; x += 8) {
    const start = Math.max(x, from);
    const end = Math.min(x + height, to);
    if (end > start) path += `M${start} ${height - (start - x)}L${end} ${height - (end - x)}`;
  }
  return path;
}

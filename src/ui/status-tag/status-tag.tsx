import { type Child, Fragment } from "#foundation/jsx/jsx-runtime.ts";

/** What a status means for the reader. Colour, shape and word say the same thing, each alone enough. */
export type Tone = "good" | "soon" | "late" | "calm" | "still";

// A tick, a half-filled circle, a diamond, a ring and a dash: told apart in black and white and by people who see colours otherwise.
const shapes = {
  good: <path d="M1.5 6.5 4.5 9.5 10.5 2.5" fill="none" stroke="currentColor" stroke-width="2" />,
  soon: (
    <Fragment>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </Fragment>
  ),
  late: <path d="M6 .5 11.5 6 6 11.5 .5 6z" fill="currentColor" />,
  calm: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2" />,
  still: <path d="M2 6h8" fill="none" stroke="currentColor" stroke-width="2" />,
} as const;

export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: Child }) {
  return (
    <span class={`status status-${tone}`}>
      <svg class="status-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}

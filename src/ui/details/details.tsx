import type { Child } from "#foundation/jsx/jsx-runtime.ts";

export type DetailsProps = { readonly summary: Child; readonly children: Child; readonly open?: boolean | undefined };

/** More for those who want it. */
export function Details({ summary, children, open }: DetailsProps) {
  return (
    <details class="details" open={open}>
      <summary class="details-summary">{summary}</summary>
      <div class="details-text">{children}</div>
    </details>
  );
}

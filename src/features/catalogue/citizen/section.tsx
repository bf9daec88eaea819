import type { Child } from "#foundation/jsx/jsx-runtime.ts";

type SectionProps = { readonly id: string; readonly title: string; readonly children: Child };

/** A part of a page under its own heading, which links on the page can lead to. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} tabindex="-1">
        {title}
      </h2>
      {children}
    </section>
  );
}

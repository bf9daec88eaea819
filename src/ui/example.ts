import type { Html } from "#foundation/jsx/html.ts";

/** A part in one of its states. The gallery shows it, the tests render it, the accessibility run visits it. */
export type Example = { readonly name: string; readonly render: () => Html | null };

import type { Page } from "#features/identity/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";

/** Puts a page into the layout of its site; handed in by the program. */
export type ShowPage = (
  c: Page,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly before?: Child;
    readonly hasErrors?: boolean;
    readonly isPrivate?: boolean;
    readonly status?: number;
  },
) => Response;

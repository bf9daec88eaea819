import type { Context } from "hono";
import type { UploadDeps } from "#features/documents/index.ts";
import type { AppEnv } from "#features/identity/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import type { DossierDeps } from "../../deps.ts";

/** Puts a page into the layout of the site. */
export type ShowPage = (
  c: Context<AppEnv>,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly before?: Child;
    readonly hasErrors?: boolean;
    readonly isPrivate?: boolean;
    readonly status?: number;
  },
) => Response;

export type ApplyDeps = DossierDeps & {
  readonly uploads: UploadDeps & { readonly maxUploadBytes: number };
  readonly show: ShowPage;
  /** The module that makes forms nicer (`eforms.js`). */
  readonly script: string;
  /** Behind https: cookies are sent over nothing else. */
  readonly isSecure: boolean;
};

/** What surrounds every page, made once per request by the site that serves it. */
import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import type { TextSize, Theme } from "./preferences.ts";

export type MenuItem = { readonly text: string; readonly href: string; readonly count?: number | undefined };

export type Frame = {
  readonly language: Language;
  readonly textSize: TextSize;
  readonly theme: Theme;
  /** Path and query of this page, to come back to it after a change of language. */
  readonly address: string;
  /** "Ủy ban nhân dân thành phố Thanh Hóa", in the language of the page. */
  readonly cityName: string;
  /** "Dịch vụ công trực tuyến": the name of the site, and where it begins. */
  readonly siteName: string;
  readonly siteHref: string;
  readonly menu: readonly MenuItem[];
  readonly account: { readonly name: string; readonly detail?: string | undefined; readonly href: string } | null;
  /** Where what is new stands, and where a page hears how much of it there is; null for strangers. */
  readonly bell: { readonly text: string; readonly href: string; readonly eventsHref: string } | null;
  readonly signInHref: string;
  readonly signOutHref: string;
  /** The address of a file of ours by its name ("site.css"), which changes whenever its content does. */
  readonly asset: (name: string) => string;
  readonly footer: { readonly contact: Child; readonly links: readonly MenuItem[] };
  readonly demo: boolean;
};

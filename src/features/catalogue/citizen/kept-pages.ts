/**
 * Pages that say the same to everybody. For strangers the whole page is kept, layout and all, since most visits are theirs;
 * for somebody signed in the layout bears their name and is made anew.
 */
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { AppEnv } from "#features/identity/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { preferencesCookie, readPreferences } from "#ui/layouts/index.ts";
import { answerRendered, keptWhile, type Rendered, rendered } from "../rendered.ts";
import { type CatalogueTexts, catalogueTexts } from "../texts/index.ts";
import type { CataloguePage, ShowPage } from "./routes.tsx";

type KeptPages = {
  readonly show: ShowPage;
  /** The values in memory that pages are made from. */
  readonly madeFrom: () => readonly object[];
  readonly today: () => string;
};

export type KeepPage = (
  c: Context<AppEnv>,
  page: (language: Language, t: CatalogueTexts) => CataloguePage,
) => Promise<Response>;

export function keptPages({ show, madeFrom, today }: KeptPages): KeepPage {
  const kept = keptWhile<Rendered>(madeFrom);
  return async (c, page) => {
    const language = c.get("language");
    const make = () => show(c, page(language, catalogueTexts(language)));
    const { pathname, search } = new URL(c.req.url);
    // What is asked after the question mark is endless, so only bare addresses are worth keeping.
    if (c.get("visitor").kind !== "anonymous" || search !== "") return make();
    const { textSize, theme } = readPreferences(getCookie(c, preferencesCookie));
    const key = `${pathname} ${today()} ${language} ${textSize} ${theme}`;
    const whole = kept.find(key) ?? kept.keep(key, rendered(await make().text()));
    return answerRendered(c.req.raw, whole, "text/html; charset=utf-8", "private, no-cache");
  };
}

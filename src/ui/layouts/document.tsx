import { raw } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { DemoBanner } from "#ui/demo-banner/demo-banner.tsx";
import { Footer } from "#ui/footer/footer.tsx";
import { Masthead, type MastheadSearch } from "#ui/masthead/masthead.tsx";
import { uiTexts } from "#ui/texts/index.ts";
import type { Frame } from "./frame.ts";

export type PageProps = {
  readonly frame: Frame;
  /** What this page is, without the name of the site. */
  readonly title: string;
  /** Says "Lỗi:" first in the title, so that it is heard before anything else. */
  readonly hasErrors?: boolean | undefined;
  /** Breadcrumbs or a link back, above the main content. */
  readonly before?: Child;
  /** Stands beside the content from 960 px and after it below. */
  readonly aside?: Child;
  /** Not to be found by search engines: everything about one person. */
  readonly isPrivate?: boolean | undefined;
  /** A page for everybody that shows what only those who work here have. */
  readonly showsStaffParts?: boolean | undefined;
  readonly description?: string | undefined;
  /** Scripts of a feature beside the site's own: "eforms" for features/eforms/enhance.ts. */
  readonly scripts?: readonly string[] | undefined;
  readonly children?: Child;
};

type Site = "citizen" | "staff" | "direction";

const doctype = raw("<!doctype html>");
// The two files that the first words need; the others follow when a page uses them.
const firstFonts = ["latin", "vietnamese"].map((subset) => `fonts/be-vietnam-pro-${subset}-400-normal.woff2`);

export const mainId = "noi-dung";

export function Document(props: PageProps & { readonly site: Site; readonly search?: MastheadSearch | undefined }) {
  const {
    frame,
    title,
    hasErrors = false,
    before,
    aside,
    isPrivate,
    showsStaffParts,
    description,
    scripts = [],
    children,
    site,
    search,
  } = props;
  const { language } = frame;
  const t = uiTexts(language);
  const heading = hasErrors ? t.errorInTitle(title) : title;
  return (
    <>
      {doctype}
      <html
        lang={language}
        data-text={frame.textSize === "normal" ? undefined : frame.textSize}
        data-theme={frame.theme === "auto" ? undefined : frame.theme}
      >
        <head>
          <meta charset="utf-8" />
          <title>{title === frame.siteName ? `${title} – ${frame.cityName}` : `${heading} – ${frame.siteName}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={frame.theme === "auto" ? "light dark" : frame.theme} />
          <meta name="theme-color" content="#8f181d" />
          {isPrivate && <meta name="robots" content="noindex" />}
          {description && <meta name="description" content={description} />}
          <link rel="icon" href={frame.asset("icon.svg")} type="image/svg+xml" />
          {firstFonts.map((font) => (
            <link rel="preload" href={frame.asset(font)} as="font" type="font/woff2" crossorigin />
          ))}
          <link rel="stylesheet" href={frame.asset("site.css")} />
          {(site !== "citizen" || showsStaffParts) && <link rel="stylesheet" href={frame.asset("staff.css")} />}
          {[site, ...scripts].map((name) => (
            <script type="module" src={frame.asset(`${name}.js`)} />
          ))}
        </head>
        <body class={`site-${site}`}>
          <a class="skip hidden-until-focus" href={`#${mainId}`}>
            {t.skipToContent}
          </a>
          <Masthead frame={frame} search={search} />
          {frame.demo && <DemoBanner language={language} staff={site !== "citizen"} />}
          <div class="page">
            {before && <div class="page-before">{before}</div>}
            <div class={aside ? "page-columns" : "page-column"}>
              <main id={mainId} tabindex="-1">
                {children}
              </main>
              {aside && <aside class="page-aside">{aside}</aside>}
            </div>
          </div>
          <Footer frame={frame} />
        </body>
      </html>
    </>
  );
}

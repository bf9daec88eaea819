/** Puts the pages of the features into the layouts of the sites: who is looking, in which language, with which menu. */
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { bookPaths, registerReaders } from "#features/books/index.ts";
import { cataloguePaths } from "#features/catalogue/index.ts";
import { documentsPaths } from "#features/documents/index.ts";
import { dossierPaths } from "#features/dossiers/index.ts";
import { evaluationPaths, evaluationReaders } from "#features/evaluation/index.ts";
import { type AppEnv, identityPaths, identityTexts, type Visitor } from "#features/identity/index.ts";
import { notificationPaths, notificationTexts } from "#features/notifications/index.ts";
import type { City } from "#features/organisation/index.ts";
import { bookReaders, paymentPaths } from "#features/payments/index.ts";
import { postPaths, returnDesk } from "#features/post/index.ts";
import { directionReaders } from "#features/supervision/index.ts";
import type { Config } from "#foundation/config/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { GalleryPage } from "#ui/gallery/gallery-page.tsx";
import {
  CitizenPage,
  changedPreferences,
  DirectionPage,
  type Frame,
  type Preferences,
  preferencesCookie,
  readPreferences,
  StaffPage,
  writePreferences,
} from "#ui/layouts/index.ts";
import { siteTexts } from "./texts.ts";

export type ShownPage = {
  readonly title: string;
  readonly main: Html | null;
  readonly before?: Child;
  readonly aside?: Child;
  readonly hasErrors?: boolean;
  readonly isPrivate?: boolean;
  readonly status?: number;
  readonly scripts?: readonly string[];
};
export type Show = (c: Context<AppEnv>, page: ShownPage) => Response;
export type SiteName = "citizen" | "staff" | "direction";

export type Site = {
  readonly citizen: Show;
  readonly staff: Show;
  readonly direction: Show;
  /** Every part of the pages in every state, to look at and to test. */
  readonly gallery: (c: Context<AppEnv>, only: string | undefined) => Response;
};

export function openSite({
  city,
  config,
  assetPath,
}: {
  city: City;
  config: Config;
  assetPath: (name: string) => string;
}): Site {
  const show =
    (site: SiteName): Show =>
    (c, page) => {
      const frame = frameOf(c, site);
      const props = {
        frame,
        title: page.title,
        before: page.before,
        aside: page.aside,
        hasErrors: page.hasErrors,
        scripts: page.scripts,
        children: page.main,
      };
      const t = siteTexts(frame.language);
      const staffSearch = {
        action: "/can-bo/tim",
        name: "q",
        label: t.staffSearch,
        placeholder: t.staffSearchShort,
      };
      const html =
        site === "citizen" ? (
          <CitizenPage {...props} isPrivate={page.isPrivate} />
        ) : site === "staff" ? (
          <StaffPage {...props} search={staffSearch} />
        ) : (
          <DirectionPage {...props} search={staffSearch} />
        );
      return new Response(String(html), {
        status: page.status ?? 200,
        headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store", vary: "cookie" },
      });
    };

  function frameOf(c: Context<AppEnv>, site: SiteName): Frame {
    const language = c.get("language");
    const visitor = c.get("visitor");
    const t = siteTexts(language);
    const { textSize, theme } = preferencesOf(c);
    const url = new URL(c.req.url);
    // After a form with faults the address is the one it was sent to; a link back there would lead nowhere.
    const address = c.req.method === "GET" ? `${url.pathname}${url.search}` : url.pathname;
    return {
      language,
      textSize,
      theme,
      address,
      cityName: language === "vi" ? city.authority : city.authorityEn,
      siteName: t.siteNames[site],
      siteHref: siteHrefs[site],
      menu: menuOf(site, visitor, language),
      account:
        visitor.kind === "anonymous"
          ? null
          : {
              name: visitor.name,
              detail: roleOf(visitor, language),
              href: visitor.kind === "official" ? "/can-bo" : dossierPaths.mine(),
            },
      bell:
        visitor.kind === "anonymous"
          ? null
          : {
              text: notificationTexts(language).bell[visitor.kind === "official" ? "staffLink" : "link"],
              href: visitor.kind === "official" ? notificationPaths.arrivals() : dossierPaths.inbox(),
              eventsHref: notificationPaths.bell(),
            },
      signInHref: identityPaths.signIn(undefined, { ve: address }),
      signOutHref: identityPaths.signOut(),
      asset: assetPath,
      footer: {
        contact: t.contact,
        links: [
          { text: t.lookUp, href: dossierPaths.lookUp() },
          ...(visitor.kind === "anonymous" ? [] : [{ text: t.sessions, href: identityPaths.ownSessions() }]),
          { text: t.staff, href: "/can-bo" },
          { text: "API", href: "/api/docs" },
        ],
      },
      demo: config.mode === "demo",
    };
  }

  return {
    citizen: show("citizen"),
    staff: show("staff"),
    direction: show("direction"),
    gallery: (c, only) =>
      new Response(String(<GalleryPage frame={frameOf(c, "citizen")} only={only} />), {
        headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store", vary: "cookie" },
      }),
  };
}

const siteHrefs = { citizen: "/", staff: "/can-bo", direction: "/dieu-hanh" } as const;

function menuOf(site: SiteName, visitor: Visitor, language: Language) {
  const t = siteTexts(language);
  if (site === "citizen") {
    return [
      { text: t.procedures, href: cataloguePaths.procedures() },
      { text: t.lookUp, href: dossierPaths.lookUp() },
      ...(visitor.kind === "citizen" || visitor.kind === "business"
        ? [{ text: t.mine, href: dossierPaths.mine() }]
        : []),
    ];
  }
  const sees = (roles: readonly string[]) =>
    visitor.kind === "official" && visitor.postings.some((posting) => roles.includes(posting.role));
  return [
    { text: t.work, href: "/can-bo" },
    ...(sees(["reception"]) ? [{ text: t.counter, href: dossierPaths.counter() }] : []),
    ...(sees(returnDesk) ? [{ text: t.post, href: postPaths.post() }] : []),
    ...(sees(registerReaders) ? [{ text: t.register, href: bookPaths.book() }] : []),
    ...(sees(bookReaders) ? [{ text: t.cashBook, href: paymentPaths.cashBook() }] : []),
    ...(sees(evaluationReaders) ? [{ text: t.evaluations, href: evaluationPaths.unit() }] : []),
    ...(sees(directionReaders) ? [{ text: t.direction, href: "/dieu-hanh" }] : []),
    ...(sees(["admin"]) ? [{ text: t.officials, href: identityPaths.staff() }] : []),
    ...(sees(["admin"]) ? [{ text: t.templates, href: documentsPaths.templates() }] : []),
    ...(sees(["admin"]) ? [{ text: t.notices, href: notificationPaths.admin() }] : []),
    { text: t.procedures, href: cataloguePaths.procedures() },
  ];
}

function roleOf(visitor: Visitor, language: Language): string | undefined {
  if (visitor.kind !== "official") return undefined;
  const roles = identityTexts(language).roles;
  const first = visitor.postings[0];
  return first === undefined ? undefined : roles[first.role];
}

export function preferencesOf(c: Context): Preferences {
  return readPreferences(getCookie(c, preferencesCookie));
}

/** Keeps what a person chose about language, type and colours, and goes back to where it was pressed. */
export function changePreferences(c: Context<AppEnv>, isSecure: boolean): Response {
  const { preferences, back } = changedPreferences(preferencesOf(c), new URL(c.req.url).searchParams);
  setCookie(c, preferencesCookie, writePreferences(preferences), {
    path: "/",
    sameSite: "Lax",
    secure: isSecure,
    maxAge: 365 * 24 * 3600,
  });
  return c.redirect(back, 303);
}

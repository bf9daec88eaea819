import { languageNames, languages } from "#foundation/i18n/index.ts";
import { Icon } from "#ui/icon/icon.tsx";
import type { Frame } from "#ui/layouts/frame.ts";
import { preferencesHref, textSizes, themes } from "#ui/layouts/preferences.ts";
import { uiTexts } from "#ui/texts/index.ts";

export type MastheadSearch = {
  readonly action: string;
  readonly name: string;
  readonly label: string;
  /** Fewer words than the label, for a box that is narrow. */
  readonly placeholder?: string;
  readonly value?: string;
};

/** A gate, as in "một cửa": one door. */
const mark = (
  <svg class="masthead-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d="M6 20V11a6 6 0 0 1 12 0v9" fill="none" stroke="currentColor" stroke-width="2.5" />
    <path class="masthead-sill" d="M3 20.5h18" fill="none" stroke-width="2.5" />
  </svg>
);

export function Masthead({ frame, search }: { readonly frame: Frame; readonly search?: MastheadSearch | undefined }) {
  const { language, address, account } = frame;
  const t = uiTexts(language);
  return (
    <header class="masthead">
      <div class="masthead-band">
        <div class="masthead-row">
          <p class="masthead-city">
            {mark}
            {frame.cityName}
          </p>
          <div class="masthead-tools">
            <nav class="masthead-languages" aria-label={t.language}>
              {languages.map((other) =>
                other === language ? (
                  <span class="masthead-tool is-current" aria-current="true" lang={other}>
                    {languageNames[other]}
                  </span>
                ) : (
                  <a
                    class="masthead-tool"
                    href={preferencesHref({ language: other }, address)}
                    hreflang={other}
                    lang={other}
                    rel="nofollow"
                  >
                    {languageNames[other]}
                  </a>
                ),
              )}
            </nav>
            <Display frame={frame} />
          </div>
        </div>
      </div>
      <div class="masthead-main">
        <div class="masthead-row">
          <a class="masthead-site" href={frame.siteHref}>
            {frame.siteName}
          </a>
          {search && <QuickSearch search={search} button={t.search} />}
          <div class="masthead-account">
            {frame.bell && (
              <a
                class="masthead-bell"
                href={frame.bell.href}
                data-events={frame.bell.eventsHref}
                data-words={t.newCount("{count}")}
              >
                <Icon name="bell" />
                {frame.bell.text}
                <span class="masthead-count" role="status" hidden />
              </a>
            )}
            {account ? (
              <>
                <a class="masthead-person" href={account.href}>
                  <Icon name="person" />
                  <span class="hidden-text">{t.account}: </span>
                  <span>
                    <span class="name">{account.name}</span>
                    {account.detail && <span class="masthead-detail">{account.detail}</span>}
                  </span>
                </a>
                <form method="post" action={frame.signOutHref}>
                  <button class="masthead-out" type="submit">
                    {t.signOut}
                  </button>
                </form>
              </>
            ) : (
              <a class="masthead-person" href={frame.signInHref}>
                <Icon name="person" />
                {t.signIn}
              </a>
            )}
          </div>
        </div>
      </div>
      {frame.menu.length > 0 && (
        <nav class="masthead-menu" aria-label={t.mainMenu}>
          <ul class="masthead-row">
            {frame.menu.map((item) => (
              <li>
                <a class="masthead-item" href={item.href} aria-current={currentOf(item.href, address, frame.siteHref)}>
                  {item.text}
                  {item.count !== undefined && item.count > 0 && <span class="masthead-count">{item.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

/** "page" on the item's own page, "true" on pages below it. */
function currentOf(href: string, address: string, siteHref: string): "page" | "true" | undefined {
  const path = address.split("?")[0] ?? "";
  if (path === href) return "page";
  return href !== "/" && href !== siteHref && path.startsWith(`${href}/`) ? "true" : undefined;
}

function QuickSearch({ search, button }: { search: MastheadSearch; button: string }) {
  return (
    <search class="masthead-search">
      <form method="get" action={search.action}>
        <label class="hidden-text" for="tim-nhanh">
          {search.label}
        </label>
        <input
          class="input"
          type="search"
          id="tim-nhanh"
          name={search.name}
          value={search.value}
          placeholder={search.placeholder ?? search.label}
          autocomplete="off"
          spellcheck="false"
          data-shortcut="/"
        />
        <button class="button" type="submit" aria-label={button}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  );
}

/** Size of type and background. A plain disclosure with links, so it works everywhere. */
function Display({ frame }: { frame: Frame }) {
  const t = uiTexts(frame.language);
  const choice = (text: string, href: string, chosen: boolean) => (
    <li>
      <a class="display-choice" href={href} rel="nofollow" aria-current={chosen ? "true" : undefined}>
        {text}
      </a>
    </li>
  );
  return (
    <details class="display">
      <summary class="masthead-tool">{t.display}</summary>
      <div class="display-panel">
        <p class="display-title" id="display-size">
          {t.textSize}
        </p>
        <ul class="display-choices" aria-labelledby="display-size">
          {textSizes.map((textSize) =>
            choice(t.textSizes[textSize], preferencesHref({ textSize }, frame.address), textSize === frame.textSize),
          )}
        </ul>
        <p class="display-title" id="display-theme">
          {t.theme}
        </p>
        <ul class="display-choices" aria-labelledby="display-theme">
          {themes.map((theme) =>
            choice(t.themes[theme], preferencesHref({ theme }, frame.address), theme === frame.theme),
          )}
        </ul>
      </div>
    </details>
  );
}

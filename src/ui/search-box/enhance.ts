import { isLanguage } from "#foundation/i18n/index.ts";
import { uiTexts } from "#ui/texts/index.ts";

type Suggestion = { readonly text: string; readonly detail?: string; readonly href: string };

/** Suggestions while typing, after the pattern of a combobox with a list box. Enter without a choice searches as before. */
export function enhanceSearchBoxes(root: ParentNode): void {
  for (const row of root.querySelectorAll<HTMLElement>('[data-enhance="search"]')) enhanceSearchBox(row);
}

function enhanceSearchBox(row: HTMLElement): void {
  const box = row.querySelector("input");
  const { href, language } = row.dataset;
  if (!box || !href) return;
  const t = uiTexts(isLanguage(language) ? language : "vi");
  const page = row.ownerDocument;
  const list = page.createElement("ul");
  list.className = "suggestions";
  list.id = `${box.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", t.suggestions);
  list.hidden = true;
  const say = page.createElement("p");
  say.className = "hidden-text";
  say.setAttribute("role", "status");
  row.append(list, say);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  let items: readonly Suggestion[] = [];
  let chosen = -1;
  let timer = 0;
  let asked: AbortController | undefined;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const choose = (index: number) => {
    chosen = index;
    for (const [at, item] of [...list.children].entries()) {
      item.setAttribute("aria-selected", String(at === index));
      if (at !== index) continue;
      box.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }
    if (index < 0) box.removeAttribute("aria-activedescendant");
  };

  const show = () => {
    list.replaceChildren(
      ...items.map(({ text, detail }, at) => {
        const item = page.createElement("li");
        item.className = "suggestion";
        item.id = `${list.id}-${at}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.append(text);
        if (detail) {
          const more = page.createElement("span");
          more.className = "suggestion-detail";
          more.textContent = detail;
          item.append(more);
        }
        // Before the box loses the focus, which would close the list under the finger.
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        item.addEventListener("click", () => go(at));
        return item;
      }),
    );
    chosen = -1;
    list.hidden = items.length === 0;
    box.setAttribute("aria-expanded", String(items.length > 0));
    box.removeAttribute("aria-activedescendant");
    say.textContent = t.suggestionCount(items.length);
  };

  const go = (index: number) => {
    const item = items[index];
    if (item) page.location.assign(new URL(item.href, page.baseURI));
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(href, page.baseURI);
    address.searchParams.set(box.name, box.value.trim());
    try {
      const answer = await fetch(address, { signal: asked.signal, headers: { accept: "application/json" } });
      if (!answer.ok) return close();
      const found: { readonly items?: readonly Suggestion[] } = await answer.json();
      items = (found.items ?? []).slice(0, 8);
      if (page.activeElement === box) show();
    } catch {
      // No connection, or an older question: the form still works, so there is nothing to tell.
    }
  };

  box.addEventListener("input", () => {
    window.clearTimeout(timer);
    if (box.value.trim().length < 2) {
      asked?.abort();
      return close();
    }
    timer = window.setTimeout(ask, 180);
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) {
        if (items.length > 0) show();
        return;
      }
      event.preventDefault();
      const next = chosen + (event.key === "ArrowDown" ? 1 : -1);
      choose(next >= items.length ? -1 : next < -1 ? items.length - 1 : next);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      go(chosen);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  box.addEventListener("blur", close);
}

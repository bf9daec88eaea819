/** Single keys that do something: never while somebody types or a dialog is open, and not at all once switched off. */
const kept = "motcua-phim-tat";

/** A browser that keeps nothing, by its settings, keeps the keys on; they can still be switched off for the page. */
let isOffHere = false;

export function areKeysOn(): boolean {
  if (isOffHere) return false;
  try {
    return localStorage.getItem(kept) !== "off";
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return true;
  }
}

export function switchKeys(isOn: boolean): void {
  isOffHere = !isOn;
  try {
    if (isOn) localStorage.removeItem(kept);
    else localStorage.setItem(kept, "off");
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

const typing =
  "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open], details.display[open]";

/** Calls back with the key and where it was pressed; what answers true was a shortcut and does nothing else. */
export function listenToKeys(root: Document, answer: (key: string, at: Element) => boolean): void {
  root.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(at instanceof Element) || at.closest(typing) || !areKeysOn()) return;
    if (answer(event.key, at)) event.preventDefault();
  });
}

import { areKeysOn, listenToKeys, switchKeys } from "./listen.ts";

/** Shows the button and the dialog of the keys, which without this script would promise what nobody serves. */
export function enhanceShortcuts(root: Document): void {
  const part = root.querySelector<HTMLElement>('[data-enhance="shortcuts"]');
  const dialog = part?.querySelector("dialog");
  const use = part?.querySelector<HTMLInputElement>('[data-shortcuts="use"]');
  if (!part || !dialog || !use) return;
  const open = () => {
    use.checked = areKeysOn();
    dialog.showModal();
  };
  part.hidden = false;
  part.querySelector('[data-shortcuts="open"]')?.addEventListener("click", open);
  part.querySelector('[data-shortcuts="close"]')?.addEventListener("click", () => dialog.close());
  use.addEventListener("change", () => switchKeys(use.checked));
  listenToKeys(root, (key) => {
    if (key !== "?") return false;
    open();
    return true;
  });
}

import { listenToKeys } from "#ui/shortcuts/listen.ts";

/** Closes the display panel like any menu, and brings the cursor to the search box with "/" as officials are used to. */
export function enhanceMasthead(root: Document): void {
  const display = root.querySelector<HTMLDetailsElement>("details.display");
  root.addEventListener("click", (event) => {
    if (display?.open && event.target instanceof Node && !display.contains(event.target)) display.open = false;
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && display?.open) {
      display.open = false;
      display.querySelector("summary")?.focus();
    }
  });
  listenToKeys(root, (key) => {
    const box = key === "/" ? root.querySelector<HTMLInputElement>('[data-shortcut="/"]') : null;
    if (box === null) return false;
    box.focus();
    box.select();
    return true;
  });
}

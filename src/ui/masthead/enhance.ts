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
      return;
    }
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target;
    if (at instanceof HTMLElement && at.closest("input, textarea, select, [contenteditable]")) return;
    const box = root.querySelector<HTMLInputElement>('[data-shortcut="/"]');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

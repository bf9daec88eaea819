/** Walks the rows with the arrow keys or with j and k, as officials who live in this list ask for. Enter is the link's own. */
export function enhanceWorklist(root: Document): void {
  const table = root.querySelector('[data-enhance="worklist"]');
  if (!table) return;
  root.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || !(at instanceof Element)) return;
    if (at.closest("input:not([type=checkbox]), textarea, select, details[open]")) return;
    const inTable = table.contains(at);
    const down = event.key === "j" || (inTable && event.key === "ArrowDown");
    const up = event.key === "k" || (inTable && event.key === "ArrowUp");
    if (!down && !up) return;
    const links = [...table.querySelectorAll<HTMLElement>(".work-link")];
    const row = at.closest("tr");
    const current = links.findIndex((link) => row?.contains(link));
    const next = links[current < 0 ? 0 : current + (down ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  });
}

/** Puts the reader at the list of faults, and each link into its field with the label in view, not only the box. */
export function enhanceErrorSummary(root: Document): void {
  const summary = root.querySelector<HTMLElement>('[data-enhance="error-summary"]');
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const field = link?.hash ? root.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
    if (!field) return;
    event.preventDefault();
    const label = field.closest(".field")?.querySelector("legend, label") ?? field;
    label.scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  });
}

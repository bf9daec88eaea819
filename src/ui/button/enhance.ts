/** A second press while the first is on its way sends nothing twice. The server refuses doubles anyway. */
export function enhanceButtons(root: Document): void {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method === "get") return;
    const button = event instanceof SubmitEvent ? event.submitter : null;
    // Its answer opens elsewhere; the form is still to be sent.
    if (button?.getAttribute("formtarget") === "_blank") return;
    if (form.dataset.sending === "true") {
      event.preventDefault();
      return;
    }
    form.dataset.sending = "true";
    // What takes its time says so at once.
    const busy = form.querySelector<HTMLElement>("[data-busy]");
    if (busy) busy.textContent = busy.dataset.busy ?? "";
    if (button?.hasAttribute("data-once")) button.setAttribute("aria-disabled", "true");
  });
  // Coming back with the browser's Back button shows the page as it was left: make it usable again.
  root.defaultView?.addEventListener("pageshow", () => {
    for (const form of root.querySelectorAll<HTMLFormElement>("form[data-sending]")) delete form.dataset.sending;
    for (const busy of root.querySelectorAll("[data-busy]")) busy.textContent = "";
    for (const button of root.querySelectorAll("[data-once][aria-disabled]")) button.removeAttribute("aria-disabled");
  });
}

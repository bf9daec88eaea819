/** Makes the links on top of a dossier into tabs while the screen is narrow; wide screens show all parts at once. */
export function enhanceDossierFrame(root: ParentNode): void {
  const frame = root.querySelector<HTMLElement>('[data-enhance="dossier-frame"]');
  const window = frame?.ownerDocument.defaultView;
  if (!frame || !window) return;
  const links = [...frame.querySelectorAll<HTMLAnchorElement>("[data-part]")];
  const parts = [...frame.querySelectorAll<HTMLElement>(".dossier-part")];

  const show = (id: string) => {
    for (const part of parts) part.classList.toggle("is-shown", part.id === id);
    for (const link of links) {
      if (link.dataset.part === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const asked = () => {
    const id = window.location.hash.slice(1);
    // A link to a field inside a part, as from the error summary, opens that part.
    const part = parts.find((one) => one.id === id || (id !== "" && one.querySelector(`#${CSS.escape(id)}`)));
    // After a move that was refused for an empty box, the part with that box is the one to see.
    const faulty = parts.find((one) => one.querySelector('[aria-invalid="true"]'));
    return part?.id ?? faulty?.id ?? links[0]?.dataset.part ?? "";
  };

  frame.classList.add("has-tabs");
  show(asked());
  window.addEventListener("hashchange", () => show(asked()));
}

import { listenToKeys } from "#ui/shortcuts/listen.ts";

/** Makes the links on top of a dossier into tabs while the screen is narrow; wide screens show all parts at once. */
export function enhanceDossierFrame(root: Document): void {
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
  // The address stays when a key went to another part meanwhile: then its own tab must still answer.
  for (const link of links) link.addEventListener("click", () => show(link.dataset.part ?? ""));

  const goTo = (part: HTMLElement | undefined) => {
    if (part === undefined) return false;
    show(part.id);
    const name = part.querySelector<HTMLElement>(".dossier-part-name") ?? part;
    name.tabIndex = -1;
    name.focus();
    name.scrollIntoView({ block: "start" });
    return true;
  };
  listenToKeys(root, (key, at) => {
    if (/^[1-9]$/.test(key)) return goTo(parts[Number(key) - 1]);
    const current = parts.findIndex((part) => part.contains(at));
    if (key === "j") return goTo(parts[current + 1]);
    if (key === "k") return goTo(parts[current - 1]);
    if (key !== "u") return false;
    root.querySelector<HTMLAnchorElement>(".back-link")?.click();
    return true;
  });
}

/**
 * Shows in the masthead how many notices are new, as it happens. Listens only while the page is in front, so that ten tabs
 * do not hold ten connections; after the server has said goodbye it listens again when somebody does something here, so that
 * a forgotten page does not keep its reader signed in.
 */
export function enhanceBell(root: Document): void {
  const bell = root.querySelector<HTMLElement>(".masthead-bell");
  const count = bell?.querySelector<HTMLElement>(".masthead-count");
  const address = bell?.dataset.events;
  if (!bell || !count || address === undefined) return;
  let source: EventSource | null = null;
  let isRefused = false;

  const show = (unread: number) => {
    const words = bell.dataset.words ?? "{count}";
    count.hidden = !(unread > 0);
    count.textContent = unread > 0 ? words.replace("{count}", unread >= 100 ? "99+" : String(unread)) : "";
  };
  const close = () => {
    source?.close();
    source = null;
  };
  const open = () => {
    if (source !== null || isRefused || root.visibilityState !== "visible") return;
    source = new EventSource(address);
    source.addEventListener("unread", (event) => show(Number(event.data)));
    source.addEventListener("bye", close);
    source.addEventListener("error", () => {
      // While it is connecting the browser tries again by itself; closed means that the answer was no.
      if (source?.readyState !== EventSource.CLOSED) return;
      isRefused = true;
      close();
    });
  };
  root.addEventListener("visibilitychange", () => (root.visibilityState === "visible" ? open() : close()));
  for (const act of ["pointerdown", "keydown"]) root.addEventListener(act, open, { passive: true });
  open();
}

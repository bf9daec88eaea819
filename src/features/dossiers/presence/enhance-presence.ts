/**
 * Keeps the line about who else has the dossier open fresh, and tells when the dossier has moved on meanwhile. One small
 * request every twenty seconds while the page is in front says "still here" and brings the answer.
 */
const everyMs = 20_000;

export function enhancePresence(root: Document): void {
  const part = root.querySelector<HTMLElement>('[data-enhance="presence"]');
  const others = part?.querySelector<HTMLElement>(".presence-others");
  const list = others?.querySelector("ul");
  const changed = part?.querySelector<HTMLElement>(".presence-changed");
  const window = root.defaultView;
  const address = part?.dataset.address;
  if (!part || !others || !list || !changed || !window || address === undefined) return;
  const body = (sign: string) => new URLSearchParams({ sign, seen: part.dataset.seen ?? "" });
  let timer = 0;

  const show = (names: readonly string[]) => {
    const shown = [...list.children].map((item) => item.textContent);
    if (shown.length === names.length && shown.every((name, at) => name === names[at])) return;
    list.replaceChildren(
      ...names.map((name) => {
        const item = root.createElement("li");
        item.textContent = name;
        return item;
      }),
    );
    others.hidden = names.length === 0;
  };

  const beat = async () => {
    window.clearTimeout(timer);
    if (root.visibilityState !== "visible") return;
    try {
      const answer = await window.fetch(address, { method: "POST", body: body("beat") });
      // Signed out, or no longer theirs to see: there is nothing more to ask for.
      if (answer.status >= 400 && answer.status < 500) return;
      if (answer.ok) {
        const told: { others: string[]; isOutOfDate: boolean } = await answer.json();
        show(told.others);
        changed.hidden = !told.isOutOfDate;
      }
    } catch (error) {
      // A connection that breaks is no fault of the page; the next beat tries again.
      if (!(error instanceof TypeError)) throw error;
    }
    timer = window.setTimeout(beat, everyMs);
  };

  root.addEventListener("visibilitychange", () => {
    if (root.visibilityState === "visible") void beat();
  });
  window.addEventListener("pagehide", () => window.navigator.sendBeacon(address, body("leave")));
  void beat();
}

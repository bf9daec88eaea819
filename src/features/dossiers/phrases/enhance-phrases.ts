/** Puts a phrase where the cursor last was in its form; otherwise into the box that was chosen, or into its own. */
export function enhancePhrases(root: Document): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-enhance="phrases"]')) {
    const form = list.closest("form");
    if (!form) continue;
    const choice = form.querySelector<HTMLSelectElement>('[name="cau-mau-o"]');
    let last: HTMLTextAreaElement | null = null;
    form.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLTextAreaElement) last = target;
      // Who chooses a box wants that one, wherever they typed before.
      else if (target === choice) last = null;
    });
    const boxNamed = (name: string) => {
      const box = form.elements.namedItem(name);
      return box instanceof HTMLTextAreaElement ? box : null;
    };
    list.addEventListener("click", (event) => {
      if (!(event.target instanceof Element)) return;
      const holder = event.target.closest("button")?.parentElement;
      const { text, box: own = "" } = holder?.dataset ?? {};
      const box = last ?? boxNamed(choice?.value || own) ?? boxNamed(own);
      if (text === undefined || box === null) return;
      event.preventDefault();
      const at = box.selectionStart;
      const needsLine = at > 0 && box.value[at - 1] !== "\n";
      box.focus();
      box.setRangeText(needsLine ? `\n${text}` : text, at, box.selectionEnd, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}

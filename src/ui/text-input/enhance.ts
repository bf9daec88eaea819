/** Says how many characters are left, a moment after the person stopped typing so that a screen reader is not flooded. */
export function enhanceCounts(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLTextAreaElement>('[data-enhance="count"]')) {
    const count = box.ownerDocument.getElementById(`${box.id}-count`);
    const limit = Number(box.dataset.limit);
    if (!count || !(limit > 0)) continue;
    const spoken = box.ownerDocument.createElement("span");
    spoken.className = "hidden-text";
    spoken.setAttribute("aria-live", "polite");
    count.after(spoken);
    let timer = 0;
    const show = () => {
      // Browsers send line ends as two characters but the server counts one, as people do.
      const left = limit - box.value.normalize("NFC").length;
      const words = ((left < 0 ? box.dataset.over : box.dataset.left) ?? "").replace("#", String(Math.abs(left)));
      count.textContent = words;
      count.classList.toggle("is-over", left < 0);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        spoken.textContent = words;
      }, 1000);
    };
    box.addEventListener("input", show);
    show();
  }
}

/** Shows the questions that follow from a choice only while it is chosen. Hidden boxes are not sent. */
export function enhanceChoices(root: ParentNode): void {
  const boxes = [...root.querySelectorAll<HTMLInputElement>("input[data-then]")];
  const show = () => {
    for (const box of boxes) {
      const then = box.ownerDocument.getElementById(box.dataset.then ?? "");
      if (!then) continue;
      then.hidden = !box.checked;
      for (const inner of then.querySelectorAll<HTMLInputElement>("input, select, textarea"))
        inner.disabled = !box.checked;
    }
  };
  if (boxes.length === 0) return;
  root.addEventListener("change", show);
  show();
}

import { listenToKeys } from "#ui/shortcuts/listen.ts";

/**
 * Walks the rows with the arrow keys or with j and k, ticks with x and a, as officials who live in this list ask for.
 * Enter is the link's own.
 */
export function enhanceWorklist(root: Document): void {
  const list = root.querySelector('[data-enhance="worklist"]');
  if (!list) return;
  const boxIn = (row: Element) => row.querySelector<HTMLInputElement>("input[type=checkbox]");
  listenToKeys(root, (key, at) => {
    const rows = [...list.querySelectorAll("[data-row]")];
    const current = rows.findIndex((row) => row.contains(at));
    const inList = list.contains(at);
    if (key === "x") {
      const row = rows[current];
      return row !== undefined && toggle(boxIn(row));
    }
    if (key === "a") {
      const boxes = rows.flatMap((row) => boxIn(row) ?? []);
      const areAll = boxes.every((box) => box.checked);
      for (const box of boxes) box.checked = !areAll;
      return boxes.length > 0;
    }
    const down = key === "j" || (inList && key === "ArrowDown");
    const up = key === "k" || (inList && key === "ArrowUp");
    if (!down && !up) return false;
    const next = rows[current < 0 ? 0 : current + (down ? 1 : -1)]?.querySelector<HTMLElement>(".work-link");
    if (!next) return false;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  });
}

function toggle(box: HTMLInputElement | null): boolean {
  if (box === null) return false;
  box.checked = !box.checked;
  return true;
}

/** Sends a short form from within its box: Ctrl + Enter, or ⌘ + Enter. */
export function enhanceQuickSend(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('[data-enhance="quick-send"]')) {
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }
}

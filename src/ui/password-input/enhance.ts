/** Shows the button that shows the password, and hides the password again before the form is sent. */
export function enhancePasswords(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-enhance="show-password"]')) {
    const box = button.parentElement?.querySelector("input");
    if (!box) continue;
    const set = (shown: boolean) => {
      box.type = shown ? "text" : "password";
      button.textContent = (shown ? button.dataset.shows : button.dataset.hides) ?? "";
      button.setAttribute("aria-label", (shown ? button.dataset.showsLabel : button.dataset.hidesLabel) ?? "");
    };
    button.hidden = false;
    button.addEventListener("click", () => set(box.type === "password"));
    // So that browsers do not keep it among the words typed in text boxes.
    box.form?.addEventListener("submit", () => set(false));
  }
}

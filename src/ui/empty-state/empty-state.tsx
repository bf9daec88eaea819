import type { Child } from "#foundation/jsx/jsx-runtime.ts";

/** Nothing to show: why, and what one can do. Never a bare table head. */
export function EmptyState({ title, children, action }: { title: Child; children?: Child; action?: Child }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
      {action && <div class="button-group">{action}</div>}
    </div>
  );
}

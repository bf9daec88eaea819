import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon, type IconName } from "#ui/icon/icon.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type NoticeKind = "information" | "success" | "warning" | "problem";

const icons = {
  information: "info",
  success: "check",
  warning: "warning",
  problem: "warning",
} as const satisfies Record<NoticeKind, IconName>;

export type NoticeProps = {
  readonly language: Language;
  readonly children: Child;
  readonly kind?: NoticeKind | undefined;
  readonly title?: Child;
  /** It is the answer to what the person just did, so it is read out at once. */
  readonly isNews?: boolean | undefined;
};

/** One thing to know before going on. */
export function Notice({ language, children, kind = "information", title, isNews }: NoticeProps) {
  const t = uiTexts(language);
  const word = { information: t.information, success: t.success, warning: t.important, problem: t.problem }[kind];
  return (
    <div class={`notice notice-${kind}`} role={isNews ? (kind === "problem" ? "alert" : "status") : undefined}>
      <Icon name={icons[kind]} />
      <div class="notice-words">
        {title ? <p class="notice-title">{title}</p> : <span class="hidden-text">{word}: </span>}
        {children}
      </div>
    </div>
  );
}

/** Words set apart from the text around them. */
export function Inset({ children }: { readonly children: Child }) {
  return <div class="inset">{children}</div>;
}

import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { uiTexts } from "#ui/texts/index.ts";

export type ConfirmProps = {
  readonly language: Language;
  /** The question, answered by the two buttons: "Thu hồi hồ sơ này?" */
  readonly question: Child;
  /** What will happen, and whether it can be undone. */
  readonly children?: Child;
  readonly action: string;
  readonly yes: string;
  readonly backHref: string;
  readonly hidden?: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly isWarning?: boolean | undefined;
};

/** A page that asks once more. No dialogs: they trap keyboards, hide what they ask about and need JavaScript. */
export function Confirm({ language, question, children, action, yes, backHref, hidden = [], isWarning }: ConfirmProps) {
  return (
    <form class="confirm" method="post" action={action}>
      <h1>{question}</h1>
      {children}
      {hidden.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="button-group">
        <button class={isWarning ? "button button-warning" : "button"} type="submit" data-once>
          {yes}
        </button>
        <a class="button button-quiet" href={backHref}>
          {uiTexts(language).cancel}
        </a>
      </div>
    </form>
  );
}

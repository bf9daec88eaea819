import { describedBy, Field, fieldId, hasError, type Question } from "#ui/field/field.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type PasswordInputProps = Question & { readonly autocomplete?: "current-password" | "new-password" | undefined };

/** Never filled again after a failed try. Can be shown, because a hidden slip costs more than a glance. */
export function PasswordInput(props: PasswordInputProps) {
  const id = props.id ?? fieldId(props.name);
  const t = uiTexts(props.language);
  return (
    <Field question={props}>
      <div class="password">
        <input
          class="input"
          type="password"
          id={id}
          name={props.name}
          autocomplete={props.autocomplete ?? "current-password"}
          autocapitalize="none"
          spellcheck="false"
          aria-describedby={describedBy(id, props)}
          aria-invalid={hasError(props.error) ? "true" : undefined}
        />
        <button
          class="button button-secondary password-show"
          type="button"
          hidden
          data-enhance="show-password"
          data-shows={t.hidePassword}
          data-hides={t.showPassword}
          data-shows-label={t.hidePasswordLong}
          data-hides-label={t.showPasswordLong}
          aria-controls={id}
          aria-label={t.showPasswordLong}
        >
          {t.showPassword}
        </button>
      </div>
    </Field>
  );
}

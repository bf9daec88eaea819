import type { Language } from "#foundation/i18n/index.ts";
import { classNames } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon } from "#ui/icon/icon.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type StepState = "done" | "current" | "coming" | "stopped";

export type Step = {
  readonly title: Child;
  readonly state: StepState;
  /** Who does it. */
  readonly who?: Child;
  /** When it was done or is due: exact time, and in words. */
  readonly time?: Child;
  readonly isLate?: boolean | undefined;
};

export type StepLineProps = { readonly steps: readonly Step[]; readonly language: Language; readonly label: string };

/** The path of a dossier where people would rather look than read. Lies flat from 960 px when there is room for it. */
export function StepLine({ steps, language, label }: StepLineProps) {
  const t = uiTexts(language);
  if (steps.length === 0) return null;
  // More than six flat columns leave no room for Vietnamese names of steps.
  return (
    <ol class={classNames("steps", steps.length <= 6 && "steps-flat")} aria-label={label}>
      {steps.map((step, at) => (
        <li
          class={classNames("step", `step-${step.state}`, step.isLate && "step-late")}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <span class="step-mark" aria-hidden="true">
            {step.state === "done" ? <Icon name="check" /> : step.state === "stopped" ? <Icon name="cross" /> : at + 1}
          </span>
          <div class="step-words">
            <p class="step-title">{step.title}</p>
            <p class={step.state === "current" ? "step-state" : "hidden-text"}>{t.step[step.state]}</p>
            {step.who && <p class="step-who">{step.who}</p>}
            {step.time && <p class="step-time">{step.time}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

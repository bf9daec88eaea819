import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon, type IconName } from "#ui/icon/icon.tsx";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";

export type Glance = { readonly icon: IconName; readonly key: Child; readonly value: Child; readonly detail?: Child };

export type ProcedureHeadProps = {
  readonly title: string;
  readonly code: string;
  readonly field: Child;
  readonly online?: { readonly tone: Tone; readonly text: Child } | undefined;
  /** Time, fee, where, how: what a person wants before reading on. Four at most. */
  readonly glances: readonly Glance[];
  readonly actions?: Child;
};

/** The head of a procedure page: whether it is the right one, how long, how much, where, and how to begin. */
export function ProcedureHead({ title, code, field, online, glances, actions }: ProcedureHeadProps) {
  return (
    <header class="procedure-head">
      <p class="procedure-field">
        {field} · <span class="code">{code}</span>
      </p>
      <h1>{title}</h1>
      {online && (
        <p>
          <StatusTag tone={online.tone}>{online.text}</StatusTag>
        </p>
      )}
      <dl class="glances">
        {glances.map(({ icon, key, value, detail }) => (
          <div class="glance">
            <dt>
              <Icon name={icon} />
              {key}
            </dt>
            <dd>
              <span class="glance-value">{value}</span>
              {detail && <span class="glance-detail">{detail}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {actions && <div class="button-group">{actions}</div>}
    </header>
  );
}

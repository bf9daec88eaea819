import { formatInstant, machineInstant } from "#foundation/i18n/index.ts";
import { classNames } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import type { Tone } from "#ui/status-tag/status-tag.tsx";

export type Moment = {
  readonly at: Date;
  readonly title: Child;
  /** Unit and role, and the name where the reader may see it. */
  readonly by?: Child;
  readonly detail?: Child;
  readonly tone?: Tone | undefined;
};

/** What happened, newest first unless said otherwise by the order given. */
export function Timeline({ moments, label }: { readonly moments: readonly Moment[]; readonly label: string }) {
  if (moments.length === 0) return null;
  return (
    <ol class="timeline" aria-label={label}>
      {moments.map(({ at, title, by, detail, tone }) => (
        <li class={classNames("moment", tone && `moment-${tone}`)}>
          <p class="moment-title">{title}</p>
          <p class="moment-when">
            <time class="code" datetime={machineInstant(at)}>
              {formatInstant(at)}
            </time>
            {by && <span class="moment-by">{by}</span>}
          </p>
          {detail && <div class="moment-detail">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}

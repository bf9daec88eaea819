import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";

export type WorkItem = {
  readonly code: string;
  readonly href: string;
  /** Exact due time; the words beside it come as the tag. */
  readonly due: Child;
  readonly tone: Tone;
  readonly timeLeft: Child;
  readonly person: string;
  readonly procedure: Child;
  readonly step: Child;
  /** Who has it now, when that is not the reader. */
  readonly holder?: Child;
  /** The one next action, as a link to the dossier page where it is done. */
  readonly action?: { readonly text: string; readonly href: string } | undefined;
};

export type WorklistProps = {
  readonly items: readonly WorkItem[];
  readonly language: Language;
  readonly caption: string;
  readonly heads: { readonly due: string; readonly dossier: string; readonly step: string; readonly action: string };
  /** Name of the boxes that choose several, where something can be done to several at once. */
  readonly chooseName?: string | undefined;
  readonly chooseLabel?: ((item: WorkItem) => string) | undefined;
};

/** What has to be done, by due time: two lines a row, no more. Arrow keys walk the rows, Enter opens (enhance). */
export function Worklist({ items, caption, heads, chooseName, chooseLabel }: WorklistProps) {
  return (
    <table class="worklist" data-enhance="worklist">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          {chooseName && <td class="work-choose" />}
          <th scope="col">{heads.due}</th>
          <th scope="col">{heads.dossier}</th>
          <th scope="col">{heads.step}</th>
          <th scope="col">{heads.action}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr class={`work work-${item.tone}`} data-row>
            {chooseName && (
              <td class="work-choose">
                <label class="work-box">
                  <input
                    class="choice-box"
                    type="checkbox"
                    name={chooseName}
                    value={item.code}
                    aria-label={chooseLabel?.(item) ?? item.code}
                  />
                </label>
              </td>
            )}
            <td class="work-due">
              <StatusTag tone={item.tone}>{item.timeLeft}</StatusTag>
              <span class="work-second">{item.due}</span>
            </td>
            <th scope="row" class="work-dossier">
              <span class="work-first">
                <a class="work-link" href={item.href}>
                  {item.person}
                </a>
              </span>
              <span class="work-second work-procedure">
                <span class="work-code code">{item.code}</span> · {item.procedure}
              </span>
            </th>
            <td class="work-step">
              <span class="work-name">{item.step}</span>
              {item.holder && <span class="work-second work-holder">{item.holder}</span>}
            </td>
            <td class="work-action">
              {item.action && (
                <a class="button button-secondary" href={item.action.href}>
                  {item.action.text}
                  <span class="hidden-text"> {item.code}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export type Queue = {
  readonly text: string;
  readonly href: string;
  readonly count?: number | undefined;
  readonly isCurrent: boolean;
  readonly tone?: Tone | undefined;
};

/** The lists an official looks through, each with how much stands in it. */
export function Queues({ queues, label }: { readonly queues: readonly Queue[]; readonly label: string }) {
  return (
    <nav class="queues" aria-label={label}>
      <ul>
        {queues.map(({ text, href, count, isCurrent, tone }) => (
          <li>
            <a class="queue" href={href} aria-current={isCurrent ? "page" : undefined}>
              {text}
              {count !== undefined && (
                <span class={tone && count > 0 ? `queue-count queue-${tone}` : "queue-count"}>{count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";

export type ListedItem = {
  readonly code: string;
  readonly href: string;
  readonly procedure: Child;
  readonly tone: Tone;
  /** How late it is, or what it waits for. */
  readonly standing: Child;
  /** The exact time beside it. */
  readonly when: Child;
  /** Who has it now, and what keeps it there. */
  readonly holder: Child;
  readonly reason: Child;
};

export type DossierListProps = {
  readonly caption: string;
  readonly heads: { readonly standing: string; readonly dossier: string; readonly holder: string };
  readonly items: readonly ListedItem[];
};

/** Dossiers as those see them who answer for the whole: how late, which, where and why; nobody's name. */
export function DossierList({ caption, heads, items }: DossierListProps) {
  return (
    <table class="listed">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heads.standing}</th>
          <th scope="col">{heads.dossier}</th>
          <th scope="col">{heads.holder}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr class={`listed-row listed-${item.tone}`}>
            <td class="listed-standing">
              <StatusTag tone={item.tone}>{item.standing}</StatusTag>
              <span class="listed-second">{item.when}</span>
            </td>
            <th scope="row" class="listed-dossier">
              <a class="code" href={item.href}>
                {item.code}
              </a>
              <span class="listed-second">{item.procedure}</span>
            </th>
            <td class="listed-holder">
              {item.holder}
              <span class="listed-second">{item.reason}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

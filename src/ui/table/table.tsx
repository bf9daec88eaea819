import { classNames } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";

export type Column = {
  readonly head: Child;
  /** Figures stand at the end so that their digits line up. */
  readonly isFigure?: boolean | undefined;
};

export type TableProps = {
  readonly caption: Child;
  readonly columns: readonly Column[];
  /** What several columns side by side have in common, from the first on; an empty head joins what has nothing. */
  readonly groups?: readonly { readonly head: Child; readonly span: number }[] | undefined;
  readonly rows: readonly (readonly Child[])[];
  readonly foot?: readonly Child[] | undefined;
  readonly hideCaption?: boolean | undefined;
  /** Many columns of figures: the names of the rows stay in sight while the rest is scrolled. */
  readonly isWide?: boolean | undefined;
};

/** Figures and facts in rows; the first cell names its row. Scrolls inside itself on a narrow screen, never the page. */
export function Table({ caption, columns, groups, rows, foot, hideCaption, isWide }: TableProps) {
  const classOf = (at: number) => classNames(columns[at]?.isFigure && "amount", begins(groups, at) && "table-begins");
  const cell = (child: Child, at: number) =>
    at === 0 ? <th scope="row">{child}</th> : <td class={classOf(at)}>{child}</td>;
  return (
    <section class="table-room" tabindex="0" aria-label={typeof caption === "string" ? caption : undefined}>
      <table class={classNames("table", isWide && "table-wide")}>
        <caption class={classNames("table-caption", hideCaption && "hidden-text")}>{caption}</caption>
        <thead>
          {groups && (
            <tr class="table-groups">
              {groups.map(({ head, span }) =>
                head ? (
                  <th scope="colgroup" colspan={span}>
                    {head}
                  </th>
                ) : (
                  <td colspan={span} />
                ),
              )}
            </tr>
          )}
          <tr>
            {columns.map(({ head }, at) => (
              <th scope="col" class={classOf(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>{row.map(cell)}</tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>{foot.map(cell)}</tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** Whether a group of columns begins here; the first one needs no rule before it. */
function begins(groups: TableProps["groups"], at: number): boolean {
  let from = 0;
  for (const { span } of groups ?? []) {
    if (from === at) return at > 0;
    from += span;
  }
  return false;
}

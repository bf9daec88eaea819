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
  readonly rows: readonly (readonly Child[])[];
  readonly foot?: readonly Child[] | undefined;
  readonly hideCaption?: boolean | undefined;
};

/** Figures and facts in rows; the first cell names its row. Scrolls inside itself on a narrow screen, never the page. */
export function Table({ caption, columns, rows, foot, hideCaption }: TableProps) {
  const cell = (child: Child, at: number) =>
    at === 0 ? <th scope="row">{child}</th> : <td class={columns[at]?.isFigure ? "amount" : undefined}>{child}</td>;
  return (
    <section class="table-room" tabindex="0" aria-label={typeof caption === "string" ? caption : undefined}>
      <table class="table">
        <caption class={classNames("table-caption", hideCaption && "hidden-text")}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, isFigure }) => (
              <th scope="col" class={isFigure ? "amount" : undefined}>
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

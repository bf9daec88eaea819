import type { Child } from "#foundation/jsx/jsx-runtime.ts";

export type StackedColumn = { readonly head: string; readonly isFigure?: boolean };

type StackedTableProps = {
  readonly caption: string;
  readonly columns: readonly StackedColumn[];
  /** The first cell names its row; an empty one is left out where cells stand under each other. */
  readonly rows: readonly (readonly Child[])[];
};

/** A table of sentences: columns where there is room, on a phone one row under the other with each cell naming itself. */
export function StackedTable({ caption, columns, rows }: StackedTableProps) {
  return (
    <table class="table stacked-table">
      <caption class="hidden-text">{caption}</caption>
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
          <tr>
            {row.map((cell, at) =>
              at === 0 ? (
                <th scope="row">{cell}</th>
              ) : (
                <td
                  class={columns[at]?.isFigure ? "amount" : undefined}
                  data-label={cell === null ? undefined : columns[at]?.head}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

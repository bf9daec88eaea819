import { classNames } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon, type IconName } from "#ui/icon/icon.tsx";

export type LinkItem = {
  readonly href: string;
  readonly title: Child;
  readonly detail?: Child;
  readonly aside?: Child;
};

export type LinkListProps = {
  readonly items: readonly LinkItem[];
  readonly isNumbered?: boolean | undefined;
  /** Side by side from 960 px; for short titles. */
  readonly inColumns?: boolean | undefined;
};

/** Results of a search, the most asked, the inbox: a title to press and one line that tells it from the others. */
export function LinkList({ items, isNumbered, inColumns }: LinkListProps) {
  if (items.length === 0) return null;
  const rows = items.map(({ href, title, detail, aside }) => (
    <li class="link-item">
      <div class="link-words">
        <a class="link-title" href={href}>
          {title}
        </a>
        {detail && <span class="link-detail">{detail}</span>}
      </div>
      {aside && <div class="link-aside">{aside}</div>}
    </li>
  ));
  const className = classNames("link-list", isNumbered && "link-list-numbered", inColumns && "link-list-columns");
  return isNumbered ? <ol class={className}>{rows}</ol> : <ul class={className}>{rows}</ul>;
}

export type Tile = { readonly href: string; readonly icon: IconName; readonly title: Child; readonly detail?: Child };

/** The few things a person comes for, each a place to press. */
export function Tiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  return (
    <ul class="tiles">
      {tiles.map(({ href, icon, title, detail }) => (
        <li class="tile">
          <Icon name={icon} />
          <div>
            <a class="tile-title" href={href}>
              {title}
            </a>
            {detail && <span class="link-detail">{detail}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}

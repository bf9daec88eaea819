/**
 * Markup that is already safe to send. Everything else that reaches a page is text and is escaped.
 * Only `jsx-runtime.ts` and `raw` make one, so a string can never pass for markup by accident.
 */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

const unsafe = /[&<>"']/;

/** Escapes text for element content and for double-quoted attribute values. */
export function escapeText(text: string): string {
  // Most texts hold nothing to escape, and a failed test is far cheaper than a replace.
  if (!unsafe.test(text)) return text;
  let escaped = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    let entity: string;
    switch (text.charCodeAt(at)) {
      case 38:
        entity = "&amp;";
        break;
      case 60:
        entity = "&lt;";
        break;
      case 62:
        entity = "&gt;";
        break;
      case 34:
        entity = "&quot;";
        break;
      case 39:
        entity = "&#39;";
        break;
      default:
        continue;
    }
    escaped += text.slice(from, at) + entity;
    from = at + 1;
  }
  return escaped + text.slice(from);
}

/** Markup we wrote ourselves (an SVG, a script hash). Never call it with anything a person typed. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** Values for a script of ours to read: `<script type="application/json" id=…>`, which no browser runs. */
export function jsonData(id: string, value: unknown): Html {
  // "<" is the only character that could end the element early or open a comment inside it.
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return new Html(`<script type="application/json" id="${escapeText(id)}">${json}</script>`);
}

/** Class names that hold: `classNames("tag", late && "is-late")`. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  let joined = "";
  for (const name of names) if (name) joined += joined === "" ? name : ` ${name}`;
  return joined;
}

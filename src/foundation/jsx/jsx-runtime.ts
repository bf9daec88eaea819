/**
 * TSX rendered straight to escaped strings. There is no tree: each element is a string as soon as it is made,
 * which is why a 20 KB page costs about as much as a template literal (bench/pages).
 */
import { escapeText, Html } from "./html.ts";

export type Child = Html | string | number | bigint | boolean | null | undefined | readonly Child[];

type AttributeValue = string | number | boolean | null | undefined;

export type Attributes = { readonly children?: Child; readonly [name: string]: AttributeValue | Child };

export type Component<Props> = (props: Props) => Html | null;

// These never take content, so a closing tag would be wrong. https://html.spec.whatwg.org/#void-elements
const voidElements = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

const tagName = /^[a-zA-Z][a-zA-Z0-9-]*$/;
const attributeName = /^[a-zA-Z_:@][a-zA-Z0-9_:.@-]*$/;
const knownAttributes = new Set<string>();
const knownTags = new Set<string>();

// Only these schemes (or a relative address) may stand behind a link or a form, so text that a person typed cannot run.
const safeAddress = /^(?:https?:|mailto:|tel:|data:image\/(?:png|jpeg|svg\+xml);|blob:|[^a-z]|[a-z0-9+.-]*(?:[^a-z0-9+.:-]|$))/i;
const addressAttributes = new Set(["href", "src", "action", "formaction", "poster", "cite", "data", "srcdoc"]);

function checkedName(name: string): string {
  if (!knownAttributes.has(name)) {
    if (!attributeName.test(name)) throw new TypeError(`Not an attribute name: ${name}`);
    if (/^on/i.test(name)) throw new TypeError(`Inline handlers are not allowed: ${name}`);
    if (name === "style") throw new TypeError("Inline styles are not allowed by our content security policy");
    knownAttributes.add(name);
  }
  return name;
}

function attribute(name: string, value: AttributeValue): string {
  if (value === false || value === null || value === undefined) return "";
  checkedName(name);
  if (value === true) return ` ${name}`;
  const text = String(value);
  if (addressAttributes.has(name) && !safeAddress.test(text.trim())) {
    return ` ${name}="#"`;
  }
  return ` ${name}="${escapeText(text)}"`;
}

/** Children as markup: text escaped, markup kept, nothing for null and booleans. */
export function renderChild(child: Child): string {
  if (typeof child === "string") return escapeText(child);
  if (child instanceof Html) return child.markup;
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (typeof child === "number" || typeof child === "bigint") return String(child);
  let markup = "";
  for (const part of child) markup += renderChild(part);
  return markup;
}

export function jsx<Props extends Attributes>(type: string | Component<Props>, props: Props): Html | null {
  if (typeof type === "function") return type(props);
  if (!knownTags.has(type)) {
    if (!tagName.test(type)) throw new TypeError(`Not a tag name: ${type}`);
    knownTags.add(type);
  }
  let open = `<${type}`;
  for (const name in props) {
    if (name === "children") continue;
    open += attribute(name, props[name] as AttributeValue);
  }
  if (voidElements.has(type)) return new Html(`${open}>`);
  return new Html(`${open}>${renderChild(props.children)}</${type}>`);
}

export const jsxs = jsx;
export const jsxDEV = jsx;

export function Fragment({ children }: { readonly children?: Child }): Html {
  return new Html(renderChild(children));
}

export declare namespace JSX {
  type Element = Html | null;
  type ElementType = string | ((props: never) => Html | null);
  interface ElementChildrenAttribute {
    // biome-ignore lint/complexity/noBannedTypes: the compiler reads the name of this one property, not its type.
    children: {};
  }
  interface IntrinsicElements {
    // HTML's own attribute names (class, for, aria-*, data-*), checked when rendered.
    [element: string]: { readonly [name: string]: AttributeValue | Child };
  }
}

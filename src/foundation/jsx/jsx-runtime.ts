/**
 * TSX rendered straight to escaped strings. There is no tree: each element is a string as soon as it is made,
 * which is why a 20 KB page costs about as much as a template literal (bench/pages).
 */
import type { Elements } from "./elements.ts";
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
// Their content is code to the browser and entities are not decoded there, so escaping protects nothing. See `jsonData`.
const codeElements = new Set(["script", "style"]);

const tagName = /^[a-zA-Z][a-zA-Z0-9-]*$/;
const attributeName = /^[a-zA-Z_:@][a-zA-Z0-9_:.@-]*$/;

type Tag = { readonly open: string; readonly close: string; readonly code: boolean };
const tags = new Map<string, Tag>();

type Name = { readonly before: string; readonly bare: string; readonly address: boolean };
const names = new Map<string, Name>();

const addressAttributes = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "poster",
  "cite",
  "data",
  "ping",
  "manifest",
  "background",
  "xlink:href",
]);

// Browsers drop control characters and spaces from an address before they look for its scheme: "java\nscript:" runs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters in question.
const droppedByBrowsers = /[\u0000-\u0020\u007f-\u009f]+/g;
const scheme = /^([^/?#:]*):/;
const safeSchemes = new Set(["http", "https", "mailto", "tel", "blob"]);
const safePicture = /^data:image\/(?:png|jpeg|webp|svg\+xml)[;,]/i;

/** Only a relative address or one of a few schemes may stand behind a link or a form, so text a person typed cannot run. */
function isSafeAddress(name: string, address: string): boolean {
  const first = address.charCodeAt(0);
  // "/", "#" and "?" start nearly every address we write, and none of them can start a scheme.
  if (first === 47 || first === 35 || first === 63) return true;
  const seen = address.replace(droppedByBrowsers, "");
  const found = scheme.exec(seen);
  if (!found) return true;
  return safeSchemes.has(found[1]?.toLowerCase() ?? "") || (name === "src" && safePicture.test(seen));
}

function newTag(type: string): Tag {
  if (!tagName.test(type)) throw new TypeError(`Not a tag name: ${type}`);
  const tag = {
    open: `<${type}`,
    close: voidElements.has(type) ? "" : `</${type}>`,
    code: codeElements.has(type.toLowerCase()),
  };
  tags.set(type, tag);
  return tag;
}

function newName(name: string): Name {
  const lower = name.toLowerCase();
  if (!attributeName.test(name)) throw new TypeError(`Not an attribute name: ${name}`);
  if (lower.startsWith("on")) throw new TypeError(`Inline handlers are not allowed: ${name}`);
  if (lower === "style") throw new TypeError("Inline styles are not allowed by our content security policy");
  if (lower === "srcdoc" || lower === "srcset") throw new TypeError(`Not used on our pages: ${name}`);
  const known = { before: ` ${name}="`, bare: ` ${name}`, address: addressAttributes.has(lower) };
  // Names come from our own source, so the table stays small; a flood of others would be a fault worth not caching.
  if (names.size < 1000) names.set(name, known);
  return known;
}

function attribute(name: string, value: AttributeValue): string {
  const known = names.get(name) ?? newName(name);
  if (value === true) return known.bare;
  if (typeof value === "number") return `${known.before}${value}"`;
  const text = String(value);
  if (known.address && !isSafeAddress(name, text)) return `${known.before}#"`;
  return `${known.before}${escapeText(text)}"`;
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
  const tag = tags.get(type) ?? newTag(type);
  let markup = tag.open;
  for (const name in props) {
    if (name === "children") continue;
    const value = props[name] as AttributeValue;
    if (value === false || value === null || value === undefined) continue;
    markup += attribute(name, value);
  }
  if (tag.close === "") return new Html(`${markup}>`);
  const children = props.children;
  if (tag.code && children !== undefined) throw new TypeError(`Nothing may stand inside <${type}>; see jsonData`);
  return new Html(`${markup}>${renderChild(children)}${tag.close}`);
}

export const jsxs = jsx;
export const jsxDEV = jsx;

export function Fragment({ children }: { readonly children?: Child }): Html {
  return new Html(renderChild(children));
}

export declare namespace JSX {
  type Element = Html | null;
  type ElementType = keyof Elements | ((props: never) => Html | null);
  interface ElementChildrenAttribute {
    // biome-ignore lint/complexity/noBannedTypes: the compiler reads the name of this one property, not its type.
    children: {};
  }
  interface IntrinsicElements extends Elements {}
}

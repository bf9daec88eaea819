/**
 * The HTML and SVG we write, with HTML's own attribute names, so that a misspelt element or attribute does not compile.
 * `style` and `on…` are missing on purpose: our content security policy would stop them anyway.
 */
import type { Child } from "./jsx-runtime.ts";

type Text = string | undefined | null;
type Figure = number | string | undefined | null;
type Flag = boolean | undefined | null;

type Global = {
  readonly children?: Child;
  readonly id?: Text;
  readonly class?: Text | false;
  readonly lang?: Text;
  readonly dir?: "ltr" | "rtl" | "auto" | undefined;
  readonly title?: Text;
  readonly hidden?: Flag | "until-found";
  readonly tabindex?: Figure;
  readonly role?: Text;
  readonly translate?: "yes" | "no" | undefined;
  readonly spellcheck?: "true" | "false" | undefined;
  readonly autofocus?: Flag;
  readonly inert?: Flag;
  readonly accesskey?: Text;
  readonly contenteditable?: undefined;
  readonly itemscope?: Flag;
  readonly itemtype?: Text;
  readonly itemprop?: Text;
  readonly [data: `data-${string}`]: string | number | boolean | undefined | null;
  readonly [aria: `aria-${string}`]: string | number | boolean | undefined | null;
};

type Link = Global & {
  readonly href?: Text;
  readonly target?: Text;
  readonly rel?: Text;
  readonly hreflang?: Text;
  readonly download?: Flag | string;
  readonly type?: Text;
};

type Control = Global & {
  readonly name?: Text;
  readonly form?: Text;
  readonly disabled?: Flag;
  readonly required?: Flag;
  readonly autocomplete?: Text;
  readonly readonly?: Flag;
};

type Sending = {
  readonly action?: Text;
  readonly method?: "get" | "post" | "dialog" | undefined;
  readonly enctype?: "multipart/form-data" | "application/x-www-form-urlencoded" | undefined;
  readonly novalidate?: Flag;
};

type Input = Control & {
  readonly type?: Text;
  readonly value?: Figure;
  readonly checked?: Flag;
  readonly placeholder?: Text;
  readonly inputmode?: "none" | "text" | "decimal" | "numeric" | "tel" | "search" | "email" | "url" | undefined;
  readonly enterkeyhint?: "enter" | "done" | "go" | "next" | "previous" | "search" | "send" | undefined;
  readonly autocapitalize?: "off" | "none" | "sentences" | "words" | "characters" | undefined;
  readonly pattern?: Text;
  readonly min?: Figure;
  readonly max?: Figure;
  readonly step?: Figure;
  readonly minlength?: Figure;
  readonly maxlength?: Figure;
  readonly size?: Figure;
  readonly multiple?: Flag;
  readonly accept?: Text;
  readonly capture?: "user" | "environment" | undefined;
  readonly list?: Text;
};

type Button = Control & {
  readonly type?: "submit" | "button" | "reset" | undefined;
  readonly value?: Figure;
  readonly formaction?: Text;
  readonly formmethod?: "get" | "post" | undefined;
  readonly formnovalidate?: Flag;
  readonly popovertarget?: Text;
};

type Sized = { readonly width?: Figure; readonly height?: Figure };

type Drawing = Global &
  Sized & {
    readonly viewBox?: Text;
    readonly preserveAspectRatio?: Text;
    readonly xmlns?: Text;
    readonly focusable?: "true" | "false" | undefined;
    readonly fill?: Text;
    readonly "fill-rule"?: Text;
    readonly "clip-rule"?: Text;
    readonly "fill-opacity"?: Figure;
    readonly opacity?: Figure;
    readonly stroke?: Text;
    readonly "stroke-width"?: Figure;
    readonly "stroke-linecap"?: Text;
    readonly "stroke-linejoin"?: Text;
    readonly "stroke-dasharray"?: Text;
    readonly "text-anchor"?: "start" | "middle" | "end" | undefined;
    readonly "dominant-baseline"?: Text;
    readonly "font-size"?: Figure;
    readonly "shape-rendering"?: Text;
    readonly "vector-effect"?: Text;
    readonly "clip-path"?: Text;
    readonly transform?: Text;
    readonly d?: Text;
    readonly points?: Text;
    readonly x?: Figure;
    readonly y?: Figure;
    readonly x1?: Figure;
    readonly y1?: Figure;
    readonly x2?: Figure;
    readonly y2?: Figure;
    readonly dx?: Figure;
    readonly dy?: Figure;
    readonly r?: Figure;
    readonly cx?: Figure;
    readonly cy?: Figure;
    readonly rx?: Figure;
    readonly ry?: Figure;
    readonly href?: Text;
    readonly offset?: Figure;
    readonly patternUnits?: Text;
    readonly patternTransform?: Text;
  };

type Plain =
  | "abbr"
  | "address"
  | "article"
  | "aside"
  | "b"
  | "body"
  | "br"
  | "caption"
  | "cite"
  | "code"
  | "datalist"
  | "dd"
  | "dfn"
  | "div"
  | "dl"
  | "dt"
  | "em"
  | "figcaption"
  | "figure"
  | "footer"
  | "h1"
  | "h2"
  | "h3"
  | "h4"
  | "h5"
  | "h6"
  | "head"
  | "header"
  | "hgroup"
  | "hr"
  | "html"
  | "i"
  | "kbd"
  | "legend"
  | "main"
  | "mark"
  | "menu"
  | "nav"
  | "noscript"
  | "p"
  | "pre"
  | "q"
  | "rp"
  | "rt"
  | "ruby"
  | "s"
  | "samp"
  | "search"
  | "section"
  | "small"
  | "span"
  | "strong"
  | "sub"
  | "summary"
  | "sup"
  | "tbody"
  | "template"
  | "tfoot"
  | "thead"
  | "title"
  | "tr"
  | "u"
  | "ul"
  | "var"
  | "wbr";

type Drawn =
  | "svg"
  | "g"
  | "path"
  | "circle"
  | "ellipse"
  | "rect"
  | "line"
  | "polyline"
  | "polygon"
  | "text"
  | "tspan"
  | "desc"
  | "defs"
  | "pattern"
  | "clipPath"
  | "symbol"
  | "use";

export type Elements = { readonly [name in Plain]: Global } & { readonly [name in Drawn]: Drawing } & {
  readonly a: Link;
  readonly audio: Global & { readonly src?: Text; readonly controls?: Flag; readonly preload?: Text };
  readonly blockquote: Global & { readonly cite?: Text };
  readonly button: Button;
  readonly canvas: Global & Sized;
  readonly col: Global & { readonly span?: Figure };
  readonly colgroup: Global & { readonly span?: Figure };
  readonly data: Global & { readonly value?: Figure };
  readonly del: Global & { readonly datetime?: Text };
  readonly details: Global & { readonly open?: Flag; readonly name?: Text };
  readonly dialog: Global & { readonly open?: Flag };
  readonly fieldset: Control;
  readonly form: Global &
    Sending & {
      readonly name?: Text;
      readonly autocomplete?: Text;
      readonly target?: Text;
      readonly "accept-charset"?: Text;
    };
  readonly iframe: Global &
    Sized & { readonly src?: Text; readonly name?: Text; readonly loading?: "lazy" | "eager"; readonly sandbox?: Text };
  readonly img: Global &
    Sized & {
      readonly src: Text;
      readonly alt: string;
      readonly loading?: "lazy" | "eager" | undefined;
      readonly decoding?: "async" | undefined;
      readonly srcset?: undefined;
    };
  readonly input: Input;
  readonly ins: Global & { readonly datetime?: Text };
  readonly label: Global & { readonly for?: Text };
  readonly li: Global & { readonly value?: Figure };
  readonly link: Link & {
    readonly as?: Text;
    readonly media?: Text;
    readonly sizes?: Text;
    readonly crossorigin?: Flag | "anonymous";
    readonly integrity?: Text;
  };
  readonly meta: Global & {
    readonly name?: Text;
    readonly content?: Text;
    readonly charset?: Text;
    readonly media?: Text;
    readonly property?: Text;
    readonly "http-equiv"?: Text;
  };
  readonly meter: Global & {
    readonly value: Figure;
    readonly min?: Figure;
    readonly max?: Figure;
    readonly low?: Figure;
    readonly high?: Figure;
    readonly optimum?: Figure;
  };
  readonly object: Global & Sized & { readonly data?: Text; readonly type?: Text };
  readonly ol: Global & { readonly start?: Figure; readonly reversed?: Flag; readonly type?: Text };
  readonly optgroup: Global & { readonly label: string; readonly disabled?: Flag };
  readonly option: Global & {
    readonly value?: Figure;
    readonly label?: Text;
    readonly selected?: Flag;
    readonly disabled?: Flag;
  };
  readonly output: Global & { readonly for?: Text; readonly name?: Text; readonly form?: Text };
  readonly progress: Global & { readonly value?: Figure; readonly max?: Figure };
  readonly script: Global & {
    readonly src?: Text;
    readonly type?: Text;
    readonly defer?: Flag;
    readonly async?: Flag;
    readonly integrity?: Text;
  };
  readonly select: Control & { readonly multiple?: Flag; readonly size?: Figure };
  readonly source: Global & Sized & { readonly src?: Text; readonly type?: Text; readonly media?: Text };
  readonly table: Global;
  readonly td: Global & { readonly colspan?: Figure; readonly rowspan?: Figure; readonly headers?: Text };
  readonly textarea: Control & {
    readonly rows?: Figure;
    readonly cols?: Figure;
    readonly maxlength?: Figure;
    readonly minlength?: Figure;
    readonly placeholder?: Text;
    readonly wrap?: "soft" | "hard" | undefined;
  };
  readonly th: Global & {
    readonly colspan?: Figure;
    readonly rowspan?: Figure;
    readonly headers?: Text;
    readonly scope?: "row" | "col" | "rowgroup" | "colgroup" | undefined;
    readonly abbr?: Text;
  };
  readonly time: Global & { readonly datetime?: Text };
  readonly track: Global & {
    readonly src?: Text;
    readonly kind?: Text;
    readonly srclang?: Text;
    readonly label?: Text;
    readonly default?: Flag;
  };
  readonly video: Global & Sized & { readonly src?: Text; readonly controls?: Flag; readonly poster?: Text };
};

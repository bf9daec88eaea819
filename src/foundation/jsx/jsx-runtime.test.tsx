import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classNames, escapeText, Html, jsonData, raw } from "./html.ts";
import { type Attributes, type Child, Fragment, jsx, renderChild } from "./jsx-runtime.ts";

const markup = (element: Html | null) => element?.markup ?? "";

/** What people have tried elsewhere, from the OWASP and PortSwigger lists and from our own fears. */
const injections = [
  `<script>alert(1)</script>`,
  `"><script>alert(1)</script>`,
  `' onmouseover='alert(1)`,
  `" onfocus="alert(1)" autofocus="`,
  `</textarea><img src=x onerror=alert(1)>`,
  `</title><svg onload=alert(1)>`,
  `<!--<img src="--><img src=x onerror=alert(1)//">`,
  `<![CDATA[<]]>script>`,
  "`onerror=alert(1)`",
  `&lt;script&gt;`,
  `&#x3c;script&#x3e;`,
  `\u0000<script>`,
  `<scr\u0000ipt>`,
  `＜script＞`,
  `<svg/onload=alert(1)>`,
  `<a href="javascript:alert(1)">`,
  `]]><script>`,
  `{{constructor.constructor('alert(1)')()}}`,
  `\u2028alert(1)\u2029`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
];

describe("text", () => {
  it.each(injections)("keeps %j as text in content and in attributes", (text) => {
    const page = markup(
      <p title={text} class="x">
        {text}
      </p>,
    );

    const inside = page.slice('<p title="'.length, -"</p>".length);
    expect(inside.replace('" class="x">', "")).not.toMatch(/[<>"']/);
    expect(page.match(/</g)).toHaveLength(2);
  });

  it("escapes any text so that it comes back unchanged and never opens a tag", () => {
    const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? "")).toBe(text);
      }),
    );
  });

  it("leaves out nothing, true and false, and writes numbers and zero", () => {
    expect(renderChild([null, undefined, true, false, 0, 12n, "a", ["b", [raw("<i>")]]])).toBe("012ab<i>");
    expect(markup(<Fragment>{[1, "<"]}</Fragment>)).toBe("1&lt;");
  });

  it("does not take an object for markup because it looks like it", () => {
    const pretender: Child = JSON.parse(`{"markup":"<script>alert(1)</script>"}`);

    expect(() => renderChild(pretender)).toThrow(TypeError);
  });
});

describe("addresses", () => {
  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u0001javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "javascript\r\n:alert(1)",
    "\u00a0javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd",
    "view-source:https://example.vn",
    "&#106;avascript:alert(1)",
  ])("refuses to link to %j", (href) => {
    expect(markup(<a href={href}>x</a>)).toMatch(/^<a href="(?:#|[^"]*&amp;#106;avascript:alert\(1\))">x<\/a>$/);
    expect(markup(<form action={href} />)).not.toMatch(/="\s*j/i);
  });

  it.each([
    "/thu-tuc?q=a:b",
    "#truong-ho-ten",
    "?trang=2",
    "",
    "thu-tuc/1.001193",
    "./a:b",
    "https://dichvucong.gov.vn/",
    "//example.vn",
    "mailto:motcua@example.vn",
    "tel:02373852100",
  ])("links to %j", (href) => {
    expect(markup(<a href={href}>x</a>)).toBe(`<a href="${escapeText(href)}">x</a>`);
  });

  it("shows a picture from data, but never links to one", () => {
    expect(markup(<img src="data:image/png;base64,AA" alt="" />)).toContain("data:image/png");
    expect(markup(<img src="data:text/html,x" alt="" />)).toContain('src="#"');
  });
});

describe("names", () => {
  const element = (type: string, props: Attributes) => () => jsx(type, props);

  it("refuses names that could carry markup or code", () => {
    expect(element("p onclick=alert(1)", {})).toThrow(TypeError);
    expect(element("p", { "x><script": "1" })).toThrow(TypeError);
    expect(element("p", { "": "1" })).toThrow(TypeError);
    expect(element("p", { onclick: "alert(1)" })).toThrow(TypeError);
    expect(element("p", { ONCLICK: "alert(1)" })).toThrow(TypeError);
    expect(element("p", { style: "color:red" })).toThrow(TypeError);
    expect(element("p", { Style: "color:red" })).toThrow(TypeError);
    expect(element("iframe", { srcdoc: "<script>" })).toThrow(TypeError);
    expect(element("script", { children: "alert(1)" })).toThrow(TypeError);
    expect(element("style", { children: "p{}" })).toThrow(TypeError);
  });

  it("leaves out false, null and undefined attributes and writes true as a bare name", () => {
    expect(markup(<input type="checkbox" checked={true} disabled={false} value={0} id={undefined} />)).toBe(
      '<input type="checkbox" checked value="0">',
    );
  });

  it("closes what needs closing, and nothing else", () => {
    expect(markup(<br />)).toBe("<br>");
    expect(markup(<div />)).toBe("<div></div>");
    expect(markup(<textarea name="a">{"\n<"}</textarea>)).toBe('<textarea name="a">\n&lt;</textarea>');
  });
});

describe("components", () => {
  it("are called with their props and may show nothing", () => {
    const Greeting = ({ name }: { readonly name: string }) => (name === "" ? null : <b>{name}</b>);

    expect(
      markup(
        <p>
          <Greeting name="<An>" />
          <Greeting name="" />
        </p>,
      ),
    ).toBe("<p><b>&lt;An&gt;</b></p>");
  });
});

it("hands values to scripts without a way out of the element", () => {
  const data = jsonData("form", { note: "</script><script>alert(1)</script><!--" });

  expect(data).toBeInstanceOf(Html);
  expect(data.markup.match(/<\/?script/g)).toHaveLength(2);
  expect(data.markup).not.toContain("<!--");
  expect(JSON.parse(data.markup.slice(data.markup.indexOf(">") + 1, data.markup.lastIndexOf("<")))).toEqual({
    note: "</script><script>alert(1)</script><!--",
  });
});

it("joins the class names that hold", () => {
  expect(classNames("a", false, undefined, "b", null)).toBe("a b");
  expect(classNames()).toBe("");
});

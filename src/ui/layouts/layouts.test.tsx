import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleFrame } from "../gallery/sample-frame.ts";
import {
  CitizenPage,
  changedPreferences,
  defaultPreferences,
  preferencesHref,
  readPreferences,
  StaffPage,
  writePreferences,
} from "./index.ts";

const page = (element: { readonly markup: string } | null) => element?.markup ?? "";

describe("a page", () => {
  it("says in its title that something is wrong before what it is", () => {
    const markup = page(<CitizenPage frame={sampleFrame()} title="Thông tin của con" hasErrors />);

    expect(markup).toContain("<title>Lỗi: Thông tin của con – Dịch vụ công trực tuyến</title>");
  });

  it("carries language, text size and theme to the browser", () => {
    const markup = page(
      <CitizenPage frame={sampleFrame({ language: "en", textSize: "large", theme: "dark" })} title="Home" />,
    );

    expect(markup).toContain('<html lang="en" data-text="large" data-theme="dark">');
    expect(markup).toContain('hreflang="vi"');
  });

  it("lets the keyboard skip to the content first", () => {
    const markup = page(<CitizenPage frame={sampleFrame()} title="A" />);
    const body = markup.slice(markup.indexOf("<body"));

    expect(body).toMatch(/^<body class="site-citizen"><a class="skip[^"]*" href="#noi-dung">/);
    expect(body).toContain('<main id="noi-dung" tabindex="-1">');
  });

  it("names the page of the menu it belongs to", () => {
    const markup = page(<CitizenPage frame={sampleFrame({ address: "/thu-tuc/1.001193?q=a" })} title="A" />);

    expect(markup).toContain('href="/thu-tuc" aria-current="true"');
    expect(markup).not.toContain('href="/tra-cuu" aria-current');
  });

  it("keeps what is about one person away from search engines", () => {
    expect(page(<CitizenPage frame={sampleFrame()} title="A" isPrivate />)).toContain('content="noindex"');
    expect(page(<CitizenPage frame={sampleFrame()} title="A" />)).not.toContain("noindex");
    expect(page(<StaffPage frame={sampleFrame()} title="A" />)).toContain('content="noindex"');
  });

  it("tells officials, and nobody else, that the demonstration leaves out the second factor", () => {
    const words = "bước xác thực thứ hai";

    expect(page(<StaffPage frame={sampleFrame()} title="A" />)).toContain(words);
    expect(page(<CitizenPage frame={sampleFrame()} title="A" />)).not.toContain(words);
    expect(page(<StaffPage frame={sampleFrame({ demo: false })} title="A" />)).not.toContain(words);
  });

  it("signs out with a form, because a link can be followed by a robot", () => {
    const frame = sampleFrame({ account: { name: "Lê <Hạnh>", href: "/tai-khoan" } });

    const markup = page(<CitizenPage frame={frame} title="A" />);

    expect(markup).toContain('<form method="post" action="/dang-xuat">');
    expect(markup).toContain("Lê &lt;Hạnh&gt;");
  });
});

describe("preferences", () => {
  it("come back from the cookie as they were written", () => {
    const chosen = { language: "en", textSize: "larger", theme: "dark" } as const;

    expect(readPreferences(writePreferences(chosen))).toEqual(chosen);
  });

  it("are the default for a cookie that nobody of us wrote", () => {
    for (const cookie of [undefined, "", "fr.huge.pink", "....", "constructor"]) {
      expect(readPreferences(cookie)).toEqual(defaultPreferences);
    }
  });

  it("change one thing and lead back to the same page", () => {
    const href = preferencesHref({ textSize: "large" }, "/thu-tuc?q=khai%20sinh&x=1");

    const { preferences, back } = changedPreferences(defaultPreferences, new URLSearchParams(href.split("?")[1]));

    expect(preferences).toEqual({ ...defaultPreferences, textSize: "large" });
    expect(back).toBe("/thu-tuc?q=khai%20sinh&x=1");
  });

  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", ""])(
    "never lead to %j",
    (ve) => {
      expect(changedPreferences(defaultPreferences, new URLSearchParams({ ve })).back).toBe("/");
    },
  );

  it("always lead to a page of this site", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (ve) => {
        const { back } = changedPreferences(defaultPreferences, new URLSearchParams({ ve }));
        expect(new URL(back, "https://motcua.example").origin).toBe("https://motcua.example");
      }),
    );
  });
});

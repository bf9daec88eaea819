import { describe, expect, it } from "vitest";
import { examples } from "./examples.ts";
import { GalleryPage } from "./gallery/gallery-page.tsx";
import { sampleFrame } from "./gallery/sample-frame.ts";
import { samplePages } from "./gallery/sample-pages.tsx";

function idsOf(markup: string): readonly string[] {
  return [...markup.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? "");
}

function expectSound(markup: string): void {
  expect(markup).not.toMatch(/undefined|\[object|NaN|=>/);
  expect(markup).not.toMatch(/ style=| on[a-z]+=|javascript:/i);
  const ids = idsOf(markup);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(ids.filter((id) => id === "" || /\s/.test(id))).toEqual([]);
  // Whatever a label, a description or a link on the page points at is there.
  const pointed = [...markup.matchAll(/ (?:for|aria-describedby|aria-labelledby|aria-controls)="([^"]*)"/g)];
  for (const id of pointed.flatMap((match) => (match[1] ?? "").split(" "))) expect(ids).toContain(id);
}

describe.each(examples)("$part, $name", ({ render }) => {
  it("is sound markup that our content security policy lets through", () => {
    const markup = render()?.markup ?? "";

    expect(markup).not.toBe("");
    expectSound(markup);
  });
});

describe.each(Object.entries(samplePages))("the sample page %s", (_name, render) => {
  it("is a whole document with one main heading", () => {
    const markup = render(sampleFrame())?.markup ?? "";

    expectSound(markup);
    expect(markup.startsWith("<!doctype html>")).toBe(true);
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup.match(/<main/g)).toHaveLength(1);
    expect(markup).toContain('<html lang="vi">');
  });
});

it("shows every part in the gallery, without two things of the same id", () => {
  const markup = GalleryPage({ frame: sampleFrame() })?.markup ?? "";

  expectSound(markup);
  for (const { part } of examples) expect(markup).toContain(`id="${part}"`);
});

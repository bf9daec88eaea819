import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

function tokensOf(selector: string): Map<string, string> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf("}", from));
  return new Map([...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? "", m[2] ?? ""]));
}

const light = tokensOf(":root");
const darkBySystem = tokensOf(':root:not([data-theme="light"])');
const darkByChoice = tokensOf(':root[data-theme="dark"]');

/** WCAG 2.2 relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Map<string, string>, front: string, back: string): number {
  const first = luminance(tokens.get(front) ?? "#000000");
  const second = luminance(tokens.get(back) ?? "#000000");
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const text: readonly (readonly [string, string, number])[] = [
  ["ink", "canvas", 7],
  ["ink", "paper", 7],
  ["ink", "sunken", 7],
  ["ink-quiet", "canvas", 7],
  ["ink-quiet", "paper", 7],
  ["ink-quiet", "sunken", 7],
  ["official", "canvas", 7],
  ["official", "paper", 7],
  ["action", "canvas", 7],
  ["action", "paper", 7],
  ["action", "sunken", 6.5],
  ["action-ink", "action", 7],
  ["action-ink", "action-strong", 7],
  ["action", "action-tint", 6.5],
  ["band-ink", "band", 7],
  ["good", "good-tint", 6.5],
  ["soon", "soon-tint", 7],
  ["late", "late-tint", 7],
  ["calm", "calm-tint", 7],
  ["still", "still-tint", 7],
  ["good", "paper", 7],
  ["soon", "paper", 7],
  ["late", "paper", 7],
  ["late", "canvas", 7],
  ["calm", "paper", 7],
  ["line", "paper", 3],
  ["line", "canvas", 3],
  ["focus-edge", "focus", 7],
];

describe.each([
  ["light", light],
  ["dark", new Map([...light, ...darkByChoice])],
] as const)("colours in %s mode", (_mode, tokens) => {
  it.each(text)("%s can be read on %s at %d:1", (front, back, ratio) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(ratio);
  });
});

it("gives the same dark colours whether the system or the person chose them", () => {
  expect(darkBySystem).toEqual(darkByChoice);
  expect(darkByChoice.size).toBeGreaterThan(25);
});

import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "#foundation/i18n/index.ts";
import { errorWords, problemWords } from "./error-texts.ts";

const src = resolve(import.meta.dirname, "../..");
/** Where a key of words is written in our code. */
const places = [
  /publicKey(?:: string)? = "([A-Za-z-]+)"/g,
  /new BadInputError\(\s*"([A-Za-z-]+)"/g,
  /answerError\(c, "([A-Za-z-]+)"/g,
  /(?:problemWords|errorWords)\(\s*"([A-Za-z-]+)"/g,
];
const keys = new Set(
  globSync("**/*.{ts,tsx}", { cwd: src })
    .filter((file) => !file.includes(".test."))
    .flatMap((file) => {
      const text = readFileSync(resolve(src, file), "utf8");
      return places.flatMap((place) => [...text.matchAll(place)].map(([, key]) => key ?? ""));
    }),
);

describe("whatever can go wrong", () => {
  it("is found in the code by this test", () => {
    expect([...keys]).toEqual(expect.arrayContaining(["badInput", "badQuery", "notFound", "tryLater", "internal"]));
  });

  it.each(languages.flatMap((language) => [...keys].sort().map((key) => [key, language] as const)))(
    "%s has words of its own in %s",
    (key, language) => {
      const words = errorWords(key, language);

      expect(words.title.length).toBeGreaterThan(5);
      expect(words.detail).toMatch(/\.$/);
      // What has no words falls back to those of bad input.
      if (key !== "badInput") expect(words).not.toEqual(errorWords("badInput", language));
    },
  );

  it("is told to programs in both languages at once", () => {
    const { detail } = problemWords("badQuery");

    expect(detail).toContain(errorWords("badQuery", "vi").detail);
    expect(detail).toContain(errorWords("badQuery", "en").detail);
  });
});

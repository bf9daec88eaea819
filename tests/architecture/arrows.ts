/** Who may import whom: every import is an arrow from one file to another, and arrows only run down. */
import { posix } from "node:path";

export type Arrow = { readonly from: string; readonly to: string };

/** Files of the project that a file imports, as paths from the project's root. Packages are not arrows. */
export function arrowsFrom(file: string, text: string): readonly Arrow[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']((?:#\w+|\.{1,2})\/[^"']*)["']/g)].map(
    ([, specifier = ""]) => ({
      from: file,
      to: specifier.startsWith("#")
        ? posix.join("src", specifier.slice(1))
        : posix.join(posix.dirname(file), specifier),
    }),
  );
}

type Kind = "foundation" | "ui" | "integration" | "feature" | "top" | "outside";
type Room = { readonly kind: Kind; readonly name: string };

function roomOf(file: string): Room {
  const [src, first = "", second = "", third] = file.split("/");
  if (src !== "src") return { kind: "outside", name: "" };
  if (first === "foundation" || first === "ui") return { kind: first, name: first };
  if (third !== undefined && first === "integrations") return { kind: "integration", name: second };
  if (third !== undefined && first === "features") return { kind: "feature", name: second };
  return { kind: "top", name: "" };
}

export const isTest = (file: string) => /\.test\.tsx?$/.test(file);
/** Test builders of a feature; other tests use them too. */
const isBuilder = (file: string) => /\/testing(?:-[a-z]+)?\.tsx?$/.test(file);

/** What is wrong with an arrow, or null. `order` lists the features from the lowest to the highest. */
export function faultOf({ from, to }: Arrow, order: readonly string[]): string | null {
  const source = roomOf(from);
  const target = roomOf(to);
  const fromTest = isTest(from) || isBuilder(from);
  if (isBuilder(to) && !fromTest) return "the program uses what is for tests only";
  // The program's own composition and the tests beside it see everything.
  if (source.kind === "top" || source.kind === "outside") return null;
  if (target.kind === "foundation") return null;
  if (source.kind === "foundation") return "foundation knows only foundation";
  if (target.kind === "top" || target.kind === "outside") return "only the composition on top knows this file";
  if (target.kind === "ui") return source.kind === "integration" ? "an integration shows no pages" : null;
  if (source.kind === "ui") return "ui knows neither features nor outside systems";
  if (target.kind === "integration") {
    if (source.kind === "integration" && source.name === target.name) return null;
    if (source.kind === "integration") return "an integration knows only its own folder";
    const isFake = fromTest && to.endsWith("/fake.ts");
    return to === `src/integrations/${target.name}/index.ts` || isFake
      ? null
      : "the insides of an integration are its own";
  }
  if (source.kind === "integration") return "an integration knows no feature";
  if (source.name === target.name) return null;
  if (order.indexOf(target.name) >= order.indexOf(source.name)) return `${target.name} stands above ${source.name}`;
  const isOpen = to === `src/features/${target.name}/index.ts` || (fromTest && isBuilder(to));
  return isOpen ? null : `the insides of ${target.name} are its own; use its index.ts`;
}

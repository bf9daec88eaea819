/** One address of the site: the pattern the router matches, and how to write it for given values. */
export function address<const Pattern extends string>(pattern: Pattern): Address<Pattern> {
  const parts = pattern.split("/");
  const build = (values: Readonly<Record<string, string>> = {}, query: Query = {}): string => {
    const path = parts
      .map((part) =>
        part.startsWith(":") ? encodeURIComponent(values[part.slice(1)] ?? missing(pattern, part)) : part,
      )
      .join("/");
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && value !== "") search.set(name, String(value));
    return search.size > 0 ? `${path}?${search}` : path;
  };
  return Object.assign(build as Address<Pattern>, { pattern });
}

type Query = { readonly [name: string]: string | number | undefined };
type Names<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;
type Values<Pattern extends string> = { readonly [Name in Names<Pattern>]: string };

export type Address<Pattern extends string> = {
  readonly pattern: Pattern;
} & ([Names<Pattern>] extends [never]
  ? (values?: Record<string, never>, query?: Query) => string
  : (values: Values<Pattern>, query?: Query) => string);

function missing(pattern: string, part: string): never {
  throw new TypeError(`${pattern} was built without ${part}`);
}

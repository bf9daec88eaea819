// One collator for the life of the process: making one costs more than sorting a page of names with it.
const vietnamese = new Intl.Collator("vi");

/** Two texts in Vietnamese alphabetical order (a ă â b c d đ e ê …, then by tone). */
export function vietnameseOrder(a: string, b: string): number {
  return vietnamese.compare(a, b);
}

function givenName(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

/** Names as Vietnamese lists have them: by given name, which stands last, then family and middle names from the front. */
export function givenNameOrder(a: string, b: string): number {
  const first = a.normalize("NFC").trim();
  const second = b.normalize("NFC").trim();
  return vietnamese.compare(givenName(first), givenName(second)) || vietnamese.compare(first, second);
}

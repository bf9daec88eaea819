/** Only a path of this site: a sign-in page that sends people elsewhere is a phisher's best friend. */
export function safeBack(asked: string | null | undefined): string {
  return asked !== null && asked !== undefined && /^\/(?![/\\])[\u0021-\u007e]*$/.test(asked) ? asked : "/";
}

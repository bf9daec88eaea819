/**
 * One plain address. Narrower than RFC 5321 on purpose: no quoted part, no comment, no list, and nothing that ends a line,
 * so that what stands here can never become a second recipient or a header.
 */
const shape =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;

export function isMailAddress(text: string): boolean {
  return text.length <= 254 && shape.test(text) && !/^\.|\.\.|\.@/.test(text);
}

/** A number of a mobile network of Vietnam, as ten digits (since 2018: 03, 05, 07, 08, 09). A landline gets no message. */
export function isMobileNumber(digits: string): boolean {
  return /^0[35789]\d{8}$/.test(digits);
}

/** The same strict pattern as `emailField` of lib/command/fields: one plain address, nothing to parse. */
const PLAIN_ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;

/**
 * Passes one plain address through, and throws at anything that a mail library might read as several, as a
 * name, or as a header (SECURITY.md 2.2, 2.3).
 */
export function assertPlainAddress(address: string): string {
  if (address.length > 254 || !PLAIN_ADDRESS.test(address)) throw new Error("not a plain e-mail address");
  return address;
}

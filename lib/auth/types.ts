/**
 * The one thing that is said of a sign-in that did not work, whether the address is unknown, the password wrong,
 * the account disabled, or there were too many tries (SECURITY.md 5.2).
 */
export const SIGN_IN_REFUSED =
  "That did not work. Check the e-mail address and the password; after several tries, wait a minute before the next one.";

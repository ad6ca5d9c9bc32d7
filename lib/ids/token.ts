import { createHash, randomBytes } from "node:crypto";

/** A new secret of 256 random bits, as base64url (43 characters): sessions, invitations, calendar feeds. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored instead of a token, and what it is looked up by: its SHA-256, 32 bytes. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}

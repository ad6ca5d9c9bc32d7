import { createHash, createHmac, pbkdf2Sync } from "node:crypto";

const iterations = 4096;

/**
 * What PostgreSQL stores for a password under scram-sha-256 (RFC 5803). Sent in place of the password, it keeps
 * the password itself out of every log and catalogue. The salt follows from the password, which is random: the
 * same password gives the same text, so setting it again changes nothing.
 */
export function scramVerifier(password: string): string {
  const salt = createHash("sha256").update(`landfall scram salt\0${password}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const hmac = (text: string) => createHmac("sha256", salted).update(text).digest();
  const storedKey = createHash("sha256").update(hmac("Client Key")).digest();
  const parts = [storedKey, hmac("Server Key")].map((key) => key.toString("base64"));
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${parts.join(":")}`;
}

import "server-only";
import type { RolePasswords } from "@/lib/db/server/connections";
import { deriveSecret, type Keyring } from "@/lib/storage/keyring";

/**
 * Passwords of the two runtime roles. Derived from the keyring, so that migrate, which creates the roles, and
 * every web and worker process of the firm agree without telling each other.
 */
export function rolePasswords(keyring: Keyring): RolePasswords {
  return {
    app: deriveSecret(keyring, "database/app").toString("base64url"),
    portal: deriveSecret(keyring, "database/portal").toString("base64url"),
  };
}

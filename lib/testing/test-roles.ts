import type { RolePasswords } from "@/lib/db/server/connections";

/** The runtime roles belong to the whole server, so every database of a test run knows these passwords. */
export const testRolePasswords: RolePasswords = { app: "test-app-password", portal: "test-portal-password" };

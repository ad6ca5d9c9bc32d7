import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/policy/actor";
import { anyJson, bytes, createdAt, instant, rowId, rowVersion } from "./columns";

export type UserStatus = "invited" | "active" | "disabled";
export type TokenPurpose = "invitation" | "reset" | "unlock";

export const appUser = pgTable(
  "app_user",
  {
    id: rowId(),
    /** Lower case, NFC; the sign-in name. */
    email: text().notNull(),
    name: text().notNull(),
    role: text().$type<Role>().notNull(),
    status: text().$type<UserStatus>().notNull().default("invited"),
    /** Seeded for a demonstration: can sign in only while DEMO=on. */
    demo: integer().notNull().default(0),
    passwordHash: text(),
    /** Which pepper of the keyring the hash was made with. */
    passwordKeyId: text(),
    /** College membership number, shown as "RCIC". */
    licenceNumber: text(),
    phone: text(),
    /** Clients only: the client this account speaks for. */
    clientId: uuid(),
    locale: text().notNull().default("en"),
    /** Hours a week for reviewing documents; null: as the firm reckons (lib/users/capacity). */
    weeklyReviewHours: integer(),
    lastSeenAt: instant(),
    createdAt: createdAt(),
    version: rowVersion(),
  },
  (t) => [
    uniqueIndex("app_user_email").on(t.email),
    index("app_user_client").on(t.clientId),
    index("app_user_staff")
      .on(t.name, t.id)
      .where(sql`${t.role} <> 'client'`),
    check("app_user_client_role", sql`(${t.role} = 'client') = (${t.clientId} is not null)`),
    check("app_user_locale", sql`${t.locale} ~ '^[a-z]{2,3}$'`),
    check("app_user_role", sql`${t.role} in ('consultant', 'manager', 'administrator', 'client')`),
  ],
);

/** One row a signed-in browser; the cookie holds the token, the row its SHA-256 (SECURITY.md 5.3). */
export const authSession = pgTable(
  "auth_session",
  {
    tokenHash: bytes().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id, { onDelete: "cascade" }),
    deviceHash: bytes(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    secondFactorAt: instant(),
    ipPrefix: text(),
    userAgentHash: text(),
  },
  (t) => [index("auth_session_user").on(t.userId)],
);

/** A browser that once signed in fully; exempt from the network counter, never a key by itself (5.2). */
export const authDevice = pgTable(
  "auth_device",
  {
    idHash: bytes().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastUsedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.idHash, t.userId] })],
);

/** Failure counters shared by all processes (5.2). The key is a keyed hash, never an e-mail address. */
export const authCounter = pgTable("auth_counter", {
  key: text().primaryKey(),
  windowStart: instant().notNull(),
  failures: integer().notNull().default(0),
  lastAttemptAt: instant(),
});

export const secretToken = pgTable(
  "secret_token",
  {
    id: rowId(),
    purpose: text().$type<TokenPurpose>().notNull(),
    tokenHash: bytes().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id, { onDelete: "cascade" }),
    email: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdBy: uuid(),
  },
  (t) => [
    uniqueIndex("secret_token_hash").on(t.tokenHash),
    index("secret_token_user").on(t.userId, t.purpose),
  ],
);

/** The answer already given to an idempotency key (6.6). */
export const idempotencyRecord = pgTable(
  "idempotency_record",
  {
    actorId: uuid().notNull(),
    route: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    response: anyJson(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.route, t.key] }),
    index("idempotency_record_created").on(t.createdAt),
  ],
);

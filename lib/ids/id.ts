import { randomUUID } from "node:crypto";

declare const brand: unique symbol;

/** A UUID that says in its type what it is the id of: `Id<"Case">` is not assignable to `Id<"Client">`. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new random id. UUID version 4: version 7 would tell when the row was made (SECURITY.md 5.5). */
export function newId<Name extends string>(): Id<Name> {
  return randomUUID() as Id<Name>;
}

/** Whether `text` is a UUID in the one spelling PostgreSQL prints: lower case, with hyphens. */
export function isId<Name extends string>(text: string): text is Id<Name> {
  return uuidPattern.test(text);
}

import "server-only";
import { eq, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile, client, message } from "@/lib/db/schema/cases";
import { appUser } from "@/lib/db/schema/users";

/** Whom one rings about a visible case, and when there was last a word between them and the firm. */
export function visibleContacts(ctx: StaffContext) {
  return ctx.db
    .select({
      caseId: caseFile.id,
      givenName: client.givenName,
      familyName: client.familyName,
      phone: client.phone,
      lastSeenAt: appUser.lastSeenAt,
      lastMessageAt:
        sql`(select max(${message.createdAt}) from ${message} where ${message.caseId} = ${caseFile.id})`
          .mapWith(message.createdAt)
          .as("last_message_at"),
    })
    .from(caseFile)
    .innerJoin(client, eq(client.id, caseFile.clientId))
    .leftJoin(appUser, eq(appUser.clientId, caseFile.clientId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_contact");
}

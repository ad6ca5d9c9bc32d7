import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { issueLink } from "@/lib/auth/credentials";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { client } from "@/lib/db/schema/cases";
import { appUser } from "@/lib/db/schema/users";
import { conflict, invalid, notFound } from "@/lib/errors/app-error";
import { personName } from "@/lib/format/names";
import { newId } from "@/lib/ids/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { can } from "@/lib/policy/can";
import { inviteClientInput } from "../schemas";

interface Invitee {
  clientId: string;
  name: string;
  email: string | null;
  /** What they wrote to the firm in. */
  locale: string;
}

/** The client of a case that the actor sees. */
async function getInvitee(ctx: ActorContext, clientId: string): Promise<Invitee> {
  const [found] = await ctx.db
    .select({
      givenName: client.givenName,
      familyName: client.familyName,
      email: client.email,
      locale: client.locale,
    })
    .from(client)
    .where(eq(client.id, clientId));
  if (!found) throw notFound();
  return { clientId, name: personName(found), email: found.email, locale: found.locale };
}

/** An address signs in one account. Whose it is otherwise is not said. */
async function assertFreeAddress(ctx: ActorContext, email: string, clientId: string): Promise<void> {
  const [taken] = await ctx.db
    .select({ id: appUser.id })
    .from(appUser)
    .where(and(eq(appUser.email, email), sql`${appUser.clientId} is distinct from ${clientId}`));
  if (!taken) return;
  throw invalid("This address cannot be used for the client.", {
    email: "Another account signs in with this address. Use the client's own address.",
  });
}

/** The client's account: made now, or the one that was invited before, at the address of today. */
async function prepareAccount(ctx: ActorContext, invitee: Invitee, email: string): Promise<string> {
  const [account] = await ctx.db
    .select({ id: appUser.id, status: appUser.status })
    .from(appUser)
    .where(eq(appUser.clientId, invitee.clientId))
    .for("update");
  if (account?.status === "active") {
    throw conflict("The client already has an account. They can ask for a new password on the sign-in page.");
  }
  if (account?.status === "disabled") {
    throw conflict("The client's account is disabled. An administrator can enable it in Settings.");
  }
  if (account) {
    await ctx.db
      .update(appUser)
      .set({ email, name: invitee.name, version: sql`${appUser.version} + 1` })
      .where(eq(appUser.id, account.id));
    return account.id;
  }
  const id = newId<"User">();
  await ctx.db.insert(appUser).values({
    id,
    email,
    name: invitee.name,
    role: "client",
    status: "invited",
    clientId: invitee.clientId,
    locale: invitee.locale,
    createdAt: ctx.now,
  });
  return id;
}

/**
 * Invites the client of a case to the portal: an account if there is none, a link for 72 hours, and the mail
 * that carries it, all in one transaction. Inviting again replaces the older link.
 */
export const inviteClient = defineCommand({
  name: "client.invite",
  input: inviteClientInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "client.invite", file),
  async execute(ctx, file, input) {
    const invitee = await getInvitee(ctx, file.clientId);
    const email = input.email ?? invitee.email?.toLowerCase() ?? null;
    if (email === null) {
      throw invalid("The file has no e-mail address.", { email: "Enter the client's e-mail address." });
    }
    await assertFreeAddress(ctx, email, invitee.clientId);
    const userId = await prepareAccount(ctx, invitee, email);
    const link = await issueLink(ctx, "invitation", { id: userId, email });
    const { clientId } = invitee;
    await queueMail(ctx, { kind: "client_invitation", toUserId: userId, caseId: file.id, clientId, link });
    return audited(
      { userId },
      {
        event: "client.invited",
        object: { kind: "user", id: userId },
        caseId: file.id,
        clientId,
        detail: { validUntil: link.expiresAt.toISOString() },
      },
    );
  },
});

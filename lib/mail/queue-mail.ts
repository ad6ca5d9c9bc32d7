import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { mail, type MailKind } from "@/lib/db/schema/mail";
import { appUser } from "@/lib/db/schema/users";
import { newId } from "@/lib/ids/id";
import { enqueue } from "@/lib/jobs/enqueue";
import { seal } from "@/lib/storage/keyring";
import { assertPlainAddress } from "./address";

export interface MailToQueue {
  kind: MailKind;
  /** One person. A client's request writes to the owner of `caseId`, whoever is named here. */
  toUserId: string | null;
  /** For a person without an account: `toUserId` is null. */
  toAddress?: string;
  caseId?: string;
  clientId?: string;
  /** Ids and dates only; names are looked up when the mail is rendered, so that erasure works. */
  context?: Record<string, string>;
  /** What it tells of, once: a second mail with the same key is the first one, with the same Message-ID. */
  key?: string;
  /** Waits this long before it is sent, so that what it tells of can still be undone. */
  delaySeconds?: number;
  /** The secret of a mailed link; sealed in the row, wiped once sent or expired. */
  link?: { token: string; expiresAt: Date };
}

/** What a mail's sealed token is bound to. */
export function sealPurpose(mailId: string): string {
  return `mail:${mailId}`;
}

/** The job of a mail, by which the reconcile task knows that it is there. */
export function mailJobKey(mailId: string): string {
  return `mail:${mailId}`;
}

/** The same for every attempt to send this mail, so that a repeat is recognisable as one. */
function messageIdOf(key: string, appOrigin: string): string {
  const digest = createHash("sha256").update(key).digest("hex").slice(0, 32);
  return `<${digest}@${new URL(appOrigin).hostname}>`;
}

async function addressOf(ctx: ActorContext, { toUserId: userId, toAddress }: MailToQueue): Promise<string> {
  if (userId === null) return assertPlainAddress(toAddress ?? "");
  const [user] = await ctx.db.select({ email: appUser.email }).from(appUser).where(eq(appUser.id, userId));
  if (!user) throw new Error("a mail to a user who is not there");
  return assertPlainAddress(user.email);
}

async function getMailOf(ctx: ActorContext, messageId: string): Promise<string> {
  const [there] = await ctx.db.select({ id: mail.id }).from(mail).where(eq(mail.messageId, messageId));
  if (!there) throw new Error("a mail that was neither written nor there");
  return there.id;
}

/**
 * Puts a mail into the outbox in the caller's transaction, with the job that sends it: both exist if and only
 * if the change they tell of is committed. Without SMTP it is kept, to be read in Settings, Outbox.
 * Returns the mail's id; where one of the same key is there already, that one's.
 */
export async function queueMail(ctx: ActorContext, toQueue: MailToQueue): Promise<string> {
  const id = newId<"Mail">();
  const { kind, toUserId, caseId, clientId, context = {}, link, delaySeconds = 0 } = toQueue;
  const state = ctx.deps.smtpUrl === null ? ("kept" as const) : ("queued" as const);
  const messageId = messageIdOf(toQueue.key ?? `mail:${id}`, ctx.deps.appOrigin);
  const sealed = link ? seal(ctx.deps.keyring, sealPurpose(id), link.token).toString("base64") : null;
  if (kind === "item_link" && ctx.actor.kind === "client") {
    const to = await addressOf(ctx, toQueue);
    await ctx.db.execute(
      sql`select queue_item_link_mail(${id}::uuid, ${context.linkId ?? null}::uuid, ${to}, ${JSON.stringify(context)}::jsonb, ${sealed}, ${state}, ${messageId})`,
    );
  } else if (ctx.actor.kind === "client" || ctx.actor.kind === "link") {
    await ctx.db.execute(
      sql`select queue_staff_notice(${id}::uuid, ${kind}, ${caseId ?? null}::uuid, ${JSON.stringify(context)}::jsonb, ${state}, ${messageId})`,
    );
  } else {
    const insert = ctx.db.insert(mail).values({
      id,
      kind,
      toAddress: await addressOf(ctx, toQueue),
      userId: toUserId,
      caseId,
      clientId,
      context,
      sealedToken: sealed,
      tokenExpiresAt: link?.expiresAt ?? null,
      state,
      messageId,
      createdAt: ctx.now,
    });
    const written = await insert.onConflictDoNothing({ target: mail.messageId }).returning({ id: mail.id });
    if (written.length === 0) return getMailOf(ctx, messageId);
  }
  if (state === "queued") {
    const runAt = new Date(ctx.now.getTime() + delaySeconds * 1000);
    await enqueue(
      ctx,
      "send-mail",
      { mailId: id },
      { jobKey: mailJobKey(id), ...(delaySeconds > 0 ? { runAt } : {}) },
    );
  }
  return id;
}

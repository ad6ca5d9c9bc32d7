import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { firm } from "@/lib/db/schema/firm";
import { appUser, authDevice, authSession, secretToken, type TokenPurpose } from "@/lib/db/schema/users";
import { AppError, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { hashToken, newToken } from "@/lib/ids/token";
import type { Role } from "@/lib/policy/actor";
import { hashPassword } from "./password";
import { faultOfPassword, normalisePassword } from "./password-rules";
import { reserveAttempt } from "./throttle";

/** The part of lib/auth that commands may call: every function works in the context's transaction. */

const HOUR_MS = 60 * 60 * 1000;
/** How long a mailed link works (SECURITY.md 5.4). Milliseconds. */
const LIFETIME: Readonly<Record<Exclude<TokenPurpose, "unlock">, number>> = {
  invitation: 72 * HOUR_MS,
  reset: HOUR_MS / 2,
};
export type LinkPurpose = keyof typeof LIFETIME;

export interface IssuedLink {
  /** 256 bits; stored only as its hash, and sealed in the mail row. */
  token: string;
  expiresAt: Date;
}

/** Makes a link's token for this user. Older ones of the same purpose stop working. */
export async function issueLink(
  ctx: ActorContext,
  purpose: LinkPurpose,
  user: { id: string; email: string },
): Promise<IssuedLink> {
  await revokeLinks(ctx, user.id, purpose);
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME[purpose]);
  await ctx.db.insert(secretToken).values({
    id: newId(),
    purpose,
    tokenHash: hashToken(token),
    userId: user.id,
    email: user.email,
    createdAt: ctx.now,
    expiresAt,
    createdBy: ctx.actor.kind === "system" ? null : ctx.actor.userId,
  });
  return { token, expiresAt };
}

/** Links already mailed to this user stop working. */
export async function revokeLinks(ctx: ActorContext, userId: string, purpose?: LinkPurpose): Promise<void> {
  await ctx.db
    .update(secretToken)
    .set({ usedAt: ctx.now })
    .where(
      and(
        eq(secretToken.userId, userId),
        isNull(secretToken.usedAt),
        purpose === undefined ? undefined : eq(secretToken.purpose, purpose),
      ),
    );
}

/** Whose link this is. */
export interface LinkHolder {
  tokenId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
}

function deadLink(): AppError {
  return new AppError("NOT_FOUND", "This link has expired or was used already. Ask for a new one.");
}

/**
 * Whose link this is, without using it up. One refusal for every reason (unknown, used, expired, the address
 * or the account has changed since). Throws NOT_FOUND.
 */
export async function getLinkHolder(
  ctx: ActorContext,
  purpose: LinkPurpose,
  token: string,
): Promise<LinkHolder> {
  const [row] = await ctx.db
    .select({
      tokenId: secretToken.id,
      userId: appUser.id,
      name: appUser.name,
      email: appUser.email,
      role: appUser.role,
    })
    .from(secretToken)
    // Bound to the address it was mailed to.
    .innerJoin(appUser, and(eq(appUser.id, secretToken.userId), eq(appUser.email, secretToken.email)))
    .where(
      and(
        eq(secretToken.tokenHash, hashToken(token)),
        eq(secretToken.purpose, purpose),
        isNull(secretToken.usedAt),
        gt(secretToken.expiresAt, ctx.now),
        eq(appUser.status, purpose === "invitation" ? "invited" : "active"),
      ),
    );
  if (!row) throw deadLink();
  return row;
}

/** Uses a link up: of two at once exactly one gets through. Throws NOT_FOUND for the other. */
export async function consumeLink(ctx: ActorContext, holder: LinkHolder): Promise<void> {
  const used = await ctx.db
    .update(secretToken)
    .set({ usedAt: ctx.now })
    .where(
      and(eq(secretToken.id, holder.tokenId), isNull(secretToken.usedAt), gt(secretToken.expiresAt, ctx.now)),
    )
    .returning({ id: secretToken.id });
  if (used.length === 0) throw deadLink();
}

/**
 * Gives the user a new password and makes the account active. Throws INVALID at the field `password` for a
 * weak one; ends nothing by itself.
 */
export async function setPassword(
  ctx: ActorContext,
  user: Pick<LinkHolder, "userId" | "name" | "email">,
  typed: string,
) {
  const [house] = await ctx.db.select({ name: firm.name }).from(firm);
  const mailbox = user.email.split("@")[0] ?? "";
  const fault = faultOfPassword(normalisePassword(typed), [
    house?.name ?? "",
    user.name,
    mailbox,
    "landfall",
  ]);
  if (fault !== null) throw invalid("Choose another password.", { password: fault });
  const stored = await hashPassword(ctx.deps.keyring, typed);
  await ctx.db
    .update(appUser)
    .set({ ...stored, status: "active" })
    .where(eq(appUser.id, user.userId));
}

/** Ends every session of this user, in the same transaction as the change that calls for it (SECURITY.md 5.3). */
export async function endSessionsOf(ctx: ActorContext, userId: string): Promise<void> {
  await ctx.db.delete(authSession).where(eq(authSession.userId, userId));
}

/** Forgets every browser of this user: the next sign-in counts as a new one. */
export async function forgetDevicesOf(ctx: ActorContext, userId: string): Promise<void> {
  await ctx.db.delete(authDevice).where(eq(authDevice.userId, userId));
}

/** Whether one more mail may be asked for in the name of this address. */
export async function mayMailAgain(ctx: ActorContext, email: string): Promise<boolean> {
  try {
    await reserveAttempt(ctx, [{ limit: "mail", subject: email }]);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "THROTTLED") return false;
    throw error;
  }
}

import "server-only";
import { eq } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile, client } from "@/lib/db/schema/cases";
import { firm } from "@/lib/db/schema/firm";
import type { MailKind } from "@/lib/db/schema/mail";
import { appUser } from "@/lib/db/schema/users";
import { open } from "@/lib/storage/keyring";
import { sealPurpose } from "./queue-mail";
import { daysBetween } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import type { MailFacts } from "./mail-content";
import { contentOf, layOut, type RenderedMail } from "./templates";

/** The columns of a mail row that its words depend on. */
export interface MailRow {
  id: string;
  kind: MailKind;
  userId: string | null;
  caseId: string | null;
  context: Record<string, string>;
  /** Base64. */
  sealedToken: string | null;
  tokenExpiresAt: Date | null;
}

export interface Sender {
  name: string;
  address: string;
}

export async function findSender(ctx: ActorContext): Promise<Sender> {
  const [row] = await ctx.db.select({ name: firm.name, email: firm.email }).from(firm);
  const fallback = `no-reply@${new URL(ctx.deps.appOrigin).hostname}`;
  return { name: row?.name ?? "Landfall", address: row?.email ?? fallback };
}

/** The raw token of a link that still works, else null. */
function tokenOf(ctx: ActorContext, row: MailRow): string | null {
  if (row.sealedToken === null || row.tokenExpiresAt === null || row.tokenExpiresAt <= ctx.now) return null;
  return open(ctx.deps.keyring, sealPurpose(row.id), Buffer.from(row.sealedToken, "base64")).toString("utf8");
}

/** The days that are left are those of the moment of sending, however long the mail waited. */
function dueOf({ now }: ActorContext, { dueOn, timeZone }: Record<string, string>): MailFacts["due"] {
  if (dueOn === undefined || timeZone === undefined) return null;
  return { on: dueOn, daysLeft: daysBetween(dateInZone(now, timeZone), dueOn) };
}

/**
 * The mail as it reads now, from ids. With `maskLink` the secret of its link is left out: who may read the
 * outbox must not be able to take over an account by it (SECURITY.md 5.11).
 */
export async function renderMail(
  ctx: ActorContext,
  row: MailRow,
  { maskLink = false }: { maskLink?: boolean } = {},
): Promise<RenderedMail> {
  const [user] = row.userId
    ? await ctx.db
        .select({ name: appUser.name, role: appUser.role, locale: appUser.locale })
        .from(appUser)
        .where(eq(appUser.id, row.userId))
    : [];
  const [file] = row.caseId
    ? await ctx.db
        .select({ number: caseFile.number, clientGivenName: client.givenName })
        .from(caseFile)
        .innerJoin(client, eq(client.id, caseFile.clientId))
        .where(eq(caseFile.id, row.caseId))
    : [];
  const { name: firmName } = await findSender(ctx);
  const facts = {
    firmName,
    name: user?.name ?? "there",
    toClient: user?.role === "client",
    locale: user?.role === "client" ? user.locale : "en",
    caseNumber: file?.number ?? null,
    clientGivenName: file?.clientGivenName ?? null,
    appOrigin: ctx.deps.appOrigin,
    token: maskLink ? null : tokenOf(ctx, row),
    due: dueOf(ctx, row.context),
    context: row.context,
  };
  return layOut(contentOf(row.kind, facts), facts);
}

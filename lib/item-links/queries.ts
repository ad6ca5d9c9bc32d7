import "server-only";
import { and, count, desc, eq, gt, isNull, ne, or } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import { visibleCases } from "@/lib/cases/visibility";
import { getRequirement } from "@/lib/checklist/queries";
import { canReceive, specOf } from "@/lib/checklist/rules";
import type { ActorContext } from "@/lib/command/actor-context";
import { RESERVATION_MINUTES } from "@/lib/documents/rules";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { isId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { LINK_DAYS, LINK_FILES, linkStateOf } from "./rules";
import type { ItemLink, LinkedItem, LinksOfItem } from "./types";
import { linkedItems, uploadsOfLink, visibleLinkFiles, visibleLinks } from "./visibility";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Files that a link has brought or is bringing. */
export async function countFilesOfLink(ctx: ActorContext): Promise<number> {
  const uploads = uploadsOfLink(ctx);
  const underWay = new Date(ctx.now.getTime() - RESERVATION_MINUTES * 60_000);
  const [found] = await ctx.db
    .select({ files: count() })
    .from(uploads)
    .where(
      or(eq(uploads.state, "stored"), and(eq(uploads.state, "reserved"), gt(uploads.createdAt, underWay))),
    );
  return found?.files ?? 0;
}

/** The item of whoever came by a link. NOT_FOUND where it takes nothing any more, and for everybody else. */
export async function getOpenItem(ctx: ActorContext) {
  const items = linkedItems(ctx);
  const [found] = await ctx.db.select().from(items);
  if (!found || linkStateOf({ ...found, stageEnded: hasEnded(found.stage) }, ctx.now) !== "open")
    throw notFound();
  return found;
}

/** What whoever has the link may see. NOT_FOUND as above. */
export async function getLinkedItem(ctx: ActorContext): Promise<LinkedItem> {
  const { title, kind, clientGivenName, expiresAt, goodExample: ofFirm } = await getOpenItem(ctx);
  const { firmName, timeZone } = await getFirmDay(ctx);
  const line = { ruleKey: "", personId: null, subject: null, kind, goodExample: ofFirm };
  const { goodExample } = specOf(line, null);
  const filesLeft = Math.max(0, LINK_FILES - (await countFilesOfLink(ctx)));
  return { firmName, timeZone, title, goodExample, clientGivenName, expiresAt, filesLeft };
}

/** Links of one item that still work, and links that were made on its case in a day: what bounds a new one. */
export async function countLinks(ctx: ActorContext, caseId: string, requirementId: string) {
  const links = visibleLinks(ctx);
  const [open] = await ctx.db
    .select({ links: count() })
    .from(links)
    .where(
      and(eq(links.requirementId, requirementId), isNull(links.revokedAt), gt(links.expiresAt, ctx.now)),
    );
  const since = new Date(ctx.now.getTime() - DAY_MS);
  const [day] = await ctx.db
    .select({ links: count(), mailed: count(links.mailedTo) })
    .from(links)
    .where(and(eq(links.caseId, caseId), gt(links.createdAt, since)));
  return { open: open?.links ?? 0, day: day?.links ?? 0, mailed: day?.mailed ?? 0 };
}

/** The links of one item with what came by them, newest first. NOT_FOUND where the item is not the viewer's. */
export async function getLinksOfItem(ctx: ActorContext, requirementId: string): Promise<LinksOfItem> {
  if (!isId(requirementId)) throw notFound();
  const line = await getRequirement(ctx, requirementId);
  const cases = visibleCases(ctx);
  const [file] = await ctx.db.select().from(cases).where(eq(cases.id, line.caseId));
  if (!file) throw notFound();
  const mayMake = can(ctx.actor, "item-link.make", file);
  if (!mayMake.allowed) throw forbidden(mayMake.reason);
  const links = visibleLinks(ctx);
  const rows = await ctx.db
    .select()
    .from(links)
    .where(eq(links.requirementId, requirementId))
    .orderBy(desc(links.createdAt), links.id)
    .limit(20);
  const files = visibleLinkFiles(ctx);
  const received = await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.caseId, line.caseId), ne(files.senderName, "")));
  const takesFiles = canReceive(line, "client").allowed && !hasEnded(file.stage);
  return {
    title: line.title,
    days: LINK_DAYS,
    links: rows.map((row): ItemLink => {
      const { id, createdAt, expiresAt, mailedTo } = row;
      return {
        ...{ id, createdAt, expiresAt, mailedTo },
        createdBy: row.createdBy ?? "The firm",
        state: linkStateOf({ ...row, stageEnded: hasEnded(row.stage) }, ctx.now),
        received: received
          .filter(({ linkId }) => linkId === id)
          .map(({ senderName, at }) => ({ senderName: senderName ?? "", at })),
      };
    }),
    allowed: { create: takesFiles },
  };
}

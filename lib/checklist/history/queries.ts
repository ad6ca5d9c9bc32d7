import "server-only";
import type { ActorContext } from "@/lib/command/actor-context";
import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import type { DocumentDuration } from "./types";
import { visibleDurations } from "./visibility";

/** What accepted documents of some kinds took, each with its kind, country and person: what forecasts are made of. */
export async function listDurations(
  ctx: ActorContext,
  kinds: readonly DocumentKind[],
): Promise<DocumentDuration[]> {
  if (kinds.length === 0) return [];
  return ctx.db.select().from(visibleDurations(ctx, kinds));
}

import "server-only";
import { workerCaller } from "@/lib/jobs/work-off";
import { and, eq, inArray, lt } from "drizzle-orm";
import { ActorContext } from "@/lib/command/actor-context";
import { documentVersion, upload } from "@/lib/db/schema/documents";
import { packageSlot } from "@/lib/db/schema/packages";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { logger } from "@/lib/runtime/logger";
import { ORPHAN_AGE_MS } from "@/lib/storage/limits";

/** Which of these objects a row names: a received file's, or one that was made for a package. */
async function knownAmong(ctx: ActorContext, storageKeys: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = [...storageKeys];
  const received = await ctx.db
    .select({ storageKey: documentVersion.storageKey })
    .from(documentVersion)
    .where(inArray(documentVersion.storageKey, keys));
  const made = await ctx.db
    .select({ storageKey: packageSlot.storageKey })
    .from(packageSlot)
    .where(inArray(packageSlot.storageKey, keys));
  return new Set([...received, ...made].flatMap(({ storageKey }) => storageKey ?? []));
}

/**
 * Deletes what a crash between the bytes and their row left behind, once it is a day old, and gives up reservations
 * that were never used (SECURITY.md 6.1). A file with a row is never touched, so it may run twice or beside itself.
 */
export const sweepUploads: TaskHandler<"sweep-uploads"> = async (_payload, { pools, deps }) => {
  const caller = workerCaller();
  const writtenBefore = await ActorContext.open(pools, deps, caller, "write", async (ctx) => {
    const before = new Date(ctx.now.getTime() - ORPHAN_AGE_MS);
    await ctx.db
      .update(upload)
      .set({ state: "failed", completedAt: ctx.now })
      .where(and(eq(upload.state, "reserved"), lt(upload.createdAt, before)));
    return before;
  });
  const swept = await deps.objects.sweepOrphans({
    writtenBefore,
    knownAmong: (keys) => ActorContext.open(pools, deps, caller, "read", (ctx) => knownAmong(ctx, keys)),
  });
  if (swept.objects.length + swept.attempts > 0) {
    logger.info({ event: "uploads.swept", objects: swept.objects.length, attempts: swept.attempts });
  }
};

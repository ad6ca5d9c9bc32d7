import "server-only";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { factChange } from "@/lib/db/schema/facts";
import { newId } from "@/lib/ids/id";
import { fieldChanges, type RowChange } from "../history/rules";

/**
 * Keeps what the rows said before and after, in the transaction that changed them. The audit log holds no contents;
 * these lines do, and no client reads them.
 * @param factsVersion the version of the case's facts that the change makes
 */
export async function recordChanges(
  ctx: ActorContext,
  file: Pick<LockedCase, "id" | "clientId">,
  factsVersion: number,
  rows: readonly RowChange[],
): Promise<void> {
  const changes = rows.flatMap(fieldChanges);
  if (changes.length === 0) return;
  await ctx.db.insert(factChange).values(
    changes.map(({ kind, ...change }) => ({
      ...change,
      id: newId(),
      caseId: file.id,
      clientId: file.clientId,
      factKind: kind,
      changedBy: ctx.actor.kind === "system" ? null : ctx.actor.userId,
      changedAt: ctx.now,
      factsVersion,
    })),
  );
}

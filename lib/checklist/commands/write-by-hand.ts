import "server-only";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { requirement } from "@/lib/db/schema/documents";
import { newId } from "@/lib/ids/id";
import { MANUAL_KEY } from "../changes";

/** After everything that follows from the facts. */
const LAST_POSITION = 100_000;

type Columns = Pick<typeof requirement.$inferInsert, "title" | "reason"> &
  Partial<
    Pick<
      typeof requirement.$inferInsert,
      | "personId"
      | "responsible"
      | "required"
      | "goodExample"
      | "leadDays"
      | "dueOn"
      | "letterId"
      | "state"
      | "requestedAt"
    >
  >;

interface WrittenLine {
  requirementId: string;
  entry: AuditEntry;
}

/**
 * Puts an item that no rule calls for on the checklist of a locked case, in the caller's transaction; the caller has
 * decided that it may. Returns the audit entry to hand to `audited`.
 */
export async function writeByHand(
  ctx: ActorContext,
  file: LockedCase,
  columns: Columns,
): Promise<WrittenLine> {
  const id = newId<"Requirement">();
  await ctx.db.insert(requirement).values({
    ...{ id, caseId: file.id, clientId: file.clientId },
    ...{ ruleKey: `${MANUAL_KEY}${id}`, kind: "other", position: LAST_POSITION },
    ...columns,
    ...{ createdAt: ctx.now, updatedAt: ctx.now },
  });
  const { title, reason } = columns;
  const entry: AuditEntry = {
    event: "requirement.added",
    object: { kind: "requirement", id },
    caseId: file.id,
    clientId: file.clientId,
    detail: { title, reason },
  };
  return { requirementId: id, entry };
}

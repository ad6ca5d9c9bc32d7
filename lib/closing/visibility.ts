import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { document } from "@/lib/db/schema/documents";
import { closingDuty } from "@/lib/db/schema/processing";
import { appUser } from "@/lib/db/schema/users";

/** Closing duties of the cases that this colleague sees, with who settled them and on which paper. */
export function visibleDuties(ctx: StaffContext) {
  return ctx.db
    .select({
      ...getTableColumns(closingDuty),
      settledByName: sql<string | null>`${appUser.name}`.as("settled_by_name"),
      documentTitle: sql<string | null>`${document.title}`.as("document_title"),
    })
    .from(closingDuty)
    .innerJoin(caseFile, eq(caseFile.id, closingDuty.caseId))
    .leftJoin(appUser, eq(appUser.id, closingDuty.settledBy))
    .leftJoin(document, eq(document.id, closingDuty.documentId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_duty");
}

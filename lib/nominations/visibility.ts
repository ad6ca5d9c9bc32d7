import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { document } from "@/lib/db/schema/documents";
import {
  nomination,
  nominationDocument,
  provinceStream,
  provinceStreamChange,
} from "@/lib/db/schema/nominations";
import { appUser } from "@/lib/db/schema/users";

/** The firm's catalogue: the same for all its staff. The portal has no right on it. */
export function visibleStreams(ctx: ActorContext) {
  return ctx.db.select(getTableColumns(provinceStream)).from(provinceStream).as("visible_stream");
}

/** What lines of the catalogue said before, with the colleague who changed them. */
export function visibleStreamChanges(ctx: StaffContext) {
  return ctx.db
    .select({
      id: provinceStreamChange.id,
      streamId: provinceStreamChange.streamId,
      field: provinceStreamChange.field,
      before: provinceStreamChange.before,
      after: provinceStreamChange.after,
      at: provinceStreamChange.changedAt,
      by: appUser.name,
    })
    .from(provinceStreamChange)
    .innerJoin(appUser, eq(appUser.id, provinceStreamChange.changedBy))
    .as("visible_stream_change");
}

/** Tracks of the cases this actor sees. The portal has no right on the table. */
export function visibleNominations(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(nomination))
    .from(nomination)
    .innerJoin(caseFile, eq(caseFile.id, nomination.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_nomination");
}

/** Papers for a province, of the cases this actor sees, with the paper in the file where it is there. */
export function visibleNominationDocuments(ctx: ActorContext) {
  return ctx.db
    .select({
      ...getTableColumns(nominationDocument),
      documentTitle: sql<string | null>`${document.title}`.as("document_title"),
    })
    .from(nominationDocument)
    .innerJoin(caseFile, eq(caseFile.id, nominationDocument.caseId))
    .leftJoin(document, eq(document.id, nominationDocument.documentId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_nomination_document");
}

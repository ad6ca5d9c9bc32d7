import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { nominationDocument } from "@/lib/db/schema/nominations";
import { conflict } from "@/lib/errors/app-error";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { can } from "@/lib/policy/can";
import { changeNominationDocumentInput } from "../schemas";
import { getNominationDocument } from "../track/queries";
import { refuseDates, trackEntry } from "./change-track";

/** A paper went to the province on a day; an empty day takes that back. */
export const changeNominationDocument = defineCommand({
  name: "nomination.change-document",
  input: changeNominationDocumentInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, { itemId, version, sentOn }) {
    const item = await getNominationDocument(ctx, file.id, itemId);
    const { today } = await getFirmDay(ctx);
    if (sentOn !== null && sentOn > today)
      refuseDates({ sentOn: `This is in the future: today is ${plainDate(today)}.` });
    const changed = await ctx.db
      .update(nominationDocument)
      .set({ sentOn, version: sql`${nominationDocument.version} + 1` })
      .where(and(eq(nominationDocument.id, itemId), eq(nominationDocument.version, version)));
    if (changed.rowCount !== 1)
      throw conflict("Somebody changed this while you had it open. Reload the page.");
    const detail = { title: item.title, sentOn };
    return audited({ itemId }, trackEntry(file, item.nominationId, "nomination.document_changed", detail));
  },
});

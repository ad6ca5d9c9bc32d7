import "server-only";
import type { z } from "zod";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { isClientContext, type ClientContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { clientApproval } from "@/lib/db/schema/cases";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { getCaseFacts } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { getSubmissionState } from "../queries";
import { canApprove } from "../rules";
import { approveInput } from "../schemas";
import { sheetHash } from "../sheet/hash";
import { writeSheet } from "../sheet/queries";
import type { ConfirmedSheet } from "../sheet/types";

type Shown = Pick<z.output<typeof approveInput>, "factsVersion" | "locale" | "on" | "sha256">;

const STALE = "Something was changed while you were reading. Please read it once more and confirm again.";

/** A page may have been open overnight; it is written anew after that. */
const DAYS_TO_READ = 2;

/** The sheet as it stood on the page, word for word. CONFLICT where the facts, the rules or the words are others now. */
async function sheetShown(ctx: ClientContext, file: LockedCase, input: Shown): Promise<ConfirmedSheet> {
  if (input.factsVersion !== file.factsVersion) throw conflict(STALE);
  const { today } = await getFirmDay(ctx);
  if (input.on > today || input.on < addDays(today, -DAYS_TO_READ)) throw conflict(STALE);
  const sheet = await writeSheet(ctx, await getCaseFacts(ctx, file.id), input);
  if (sheetHash(sheet) !== input.sha256) throw conflict(STALE);
  return sheet;
}

/**
 * The client confirms the facts as they were shown. The very words are kept, with the hash of their text, beside the
 * facts they were made of: a copy that nothing changes. The case is ready to submit.
 */
export const approve = defineCommand({
  name: "submission.approve",
  input: approveInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "submission.approve", file),
  async execute(ctx, file, input) {
    if (!isClientContext(ctx)) throw forbidden("Only the client confirms the facts.");
    const sheet = await sheetShown(ctx, file, input);
    const allowed = canApprove(await getSubmissionState(ctx, file.id));
    if (!allowed.allowed) throw conflict(allowed.reason);
    await ctx.db.insert(clientApproval).values({
      id: newId(),
      caseId: file.id,
      clientId: file.clientId,
      byUserId: ctx.actor.userId,
      at: ctx.now,
      factsVersion: file.factsVersion,
      factsShown: await getCaseFacts(ctx, file.id),
      sheet,
      sheetSha256: input.sha256,
    });
    const step = await stepCase(ctx, file, "READY_TO_SUBMIT");
    return audited(
      { factsVersion: file.factsVersion },
      {
        event: "submission.approved",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { sha256: input.sha256, language: input.locale, rules: sheet.rulesetId },
      },
      step,
    );
  },
});

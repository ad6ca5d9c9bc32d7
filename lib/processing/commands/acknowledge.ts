import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { application } from "@/lib/db/schema/processing";
import { conflict } from "@/lib/errors/app-error";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { getSubmission } from "@/lib/submission/queries";
import { findApplication } from "../queries";
import { faultsOf, pastFault } from "../faults/rules";
import { mayRecord } from "../rules";
import { acknowledgeInput } from "../schemas";
import { setStandardClock } from "./process-clocks";
import { asStaff, assertPaper, recordStep, refuse } from "./record-step";

/** IRCC's acknowledgement of receipt (AOR): the six-month standard runs from the day of receipt. */
export const acknowledge = defineCommand({
  name: "application.acknowledge",
  input: acknowledgeInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, { receivedOn, acknowledgedOn, number, documentId }) {
    const ctx = asStaff(anyCtx);
    const may = mayRecord("acknowledge", file.stage, await findApplication(ctx, file.id));
    if (!may.allowed) throw conflict(may.reason, { stage: file.stage });
    const { submitted } = await getSubmission(ctx, file.id);
    if (submitted === null) throw conflict("Record the submission first: IRCC acknowledges what was sent.");
    const { today, timeZone } = await getFirmDay(ctx);
    const sentOn = dateInZone(submitted.at, timeZone);
    const received = { today, notBefore: sentOn, what: "the application was sent" };
    const written = { today, notBefore: receivedOn, what: "IRCC received it" };
    refuse(
      faultsOf({
        receivedOn: pastFault(receivedOn, received),
        acknowledgedOn: pastFault(acknowledgedOn, written),
      }),
    );
    await assertPaper(ctx, file, documentId);
    const id: string = newId<"Application">();
    await ctx.db.insert(application).values({
      ...{ id, caseId: file.id, clientId: file.clientId, submissionId: submitted.id },
      ...{ receivedOn, acknowledgedOn, number, createdAt: ctx.now, updatedAt: ctx.now },
    });
    const step = await recordStep(
      { ctx, file, applicationId: id },
      { kind: "acknowledged", happenedOn: acknowledgedOn, documentId },
      { event: "application.acknowledged", detail: { number } },
    );
    const clock = await setStandardClock(ctx, file, id, { startDate: receivedOn });
    return audited({ applicationId: id }, step, clock);
  },
});

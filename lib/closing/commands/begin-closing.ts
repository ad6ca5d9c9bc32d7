import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { isStaffContext } from "@/lib/command/actor-context";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { listDuties } from "../queries";
import { endingAt, mayBegin } from "../rules";
import { beginClosingInput } from "../schemas";
import { openDuties } from "./open-duties";

/** The retainer ended, or what was agreed is done: the closing duties run from that day, before the file is closed. */
export const beginClosing = defineCommand({
  name: "closing.begin",
  input: beginClosingInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.close", file),
  async execute(ctx, file, { endedOn }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm closes a file.");
    const may = mayBegin(file.stage, await listDuties(ctx, file.id));
    if (!may.allowed) throw conflict(may.reason, { stage: file.stage });
    const { today } = await getFirmDay(ctx);
    if (endedOn > today) throw invalid("Look at the day again.", { endedOn: "This is in the future." });
    const ending = endingAt(file.stage) ?? "terminated";
    return audited({ caseId: file.id }, ...(await openDuties(ctx, file, { ending, from: endedOn })));
  },
});

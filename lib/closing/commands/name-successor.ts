import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { listDuties } from "../queries";
import { mayNameSuccessor } from "../rules";
import { nameSuccessorInput } from "../schemas";
import { openDuty } from "./open-duties";

/** The client named somebody who takes the file over: it goes to them within ten business days (Code s. 36). */
export const nameSuccessor = defineCommand({
  name: "closing.name-successor",
  input: nameSuccessorInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.close", file),
  async execute(ctx, file, { askedOn, successor }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm closes a file.");
    const may = mayNameSuccessor(file.stage, await listDuties(ctx, file.id));
    if (!may.allowed) throw conflict(may.reason, { stage: file.stage });
    const { today } = await getFirmDay(ctx);
    if (askedOn > today) throw invalid("Look at the day again.", { askedOn: "This is in the future." });
    const note = `To ${successor}`;
    const clocks = await openDuty(ctx, file, { kind: "transfer_file", from: askedOn, note });
    return audited(
      { caseId: file.id },
      {
        event: "closing.successor_named",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { successor, on: askedOn },
      },
      ...clocks,
    );
  },
});

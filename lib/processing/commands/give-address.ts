import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { can } from "@/lib/policy/can";
import { faultsOf, pastFault } from "../faults/rules";
import { giveAddressInput } from "../schemas";
import { asStaff, changeApplication, getApplicationFor, recordStep, refuse } from "./record-step";

/** IRCC has an address in Canada to send the card to. */
export const giveAddress = defineCommand({
  name: "application.give-address",
  input: giveAddressInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, { version, on }) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, { version }, "give_address");
    const { today } = await getFirmDay(ctx);
    refuse(faultsOf({ on: pastFault(on, { today, notBefore: current.landedOn, what: "the landing" }) }));
    await changeApplication(ctx, current, { addressGivenOn: on });
    await closeDeadline(ctx, file, { kind: "pr_card", sourceId: current.id }, "met");
    const step = await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "address_given", happenedOn: on },
      { event: "application.address_given" },
    );
    return audited({ applicationId: current.id }, step);
  },
});

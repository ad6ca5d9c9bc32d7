import "server-only";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { faultsOf, pastFault } from "../faults/rules";
import { giveAddressInput } from "../schemas";
import { defineStep } from "./define-step";
import { recordStep } from "./record-step";

/** IRCC has an address in Canada to send the card to. */
export const giveAddress = defineStep({
  name: "application.give-address",
  input: giveAddressInput,
  step: "give_address",
  faults: ({ on }, { current, today }) =>
    faultsOf({ on: pastFault(on, { today, notBefore: current.landedOn, what: "the landing" }) }),
  change: ({ on }) => ({ addressGivenOn: on }),
  async take(taking, { on }) {
    const { ctx, file, applicationId } = taking;
    await closeDeadline(ctx, file, { kind: "pr_card", sourceId: applicationId }, "met");
    const step = await recordStep(
      taking,
      { kind: "address_given", happenedOn: on },
      { event: "application.address_given" },
    );
    return [step];
  },
});

import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { leadTime } from "@/lib/db/schema/lead-times";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { leadTimeFaults } from "../lead-times/rules";
import { setLeadTimeInput } from "../lead-times/schemas";

/** Sets the firm's own usual days of a kind of document from a day on; no days: the shipped ones hold again. */
export const setLeadTime = defineCommand({
  name: "lead-time.set",
  input: setLeadTimeInput,
  openTo: ["staff"],
  load: () => Promise.resolve(null),
  authorise: (actor) => can(actor, "firm.edit"),
  async execute(ctx, _, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only an administrator sets lead times.");
    const faults = leadTimeFaults(input);
    if (Object.keys(faults).length > 0) throw invalid("The lead time cannot be set like this.", faults);
    const id = newId();
    await ctx.db.insert(leadTime).values({
      ...{ id, ...input },
      enteredBy: ctx.actor.userId,
      enteredAt: ctx.now,
    });
    const { kind, country, days, effectiveFrom } = input;
    return audited(
      { id },
      {
        event: "lead_time.set",
        object: { kind: "lead_time", id },
        detail: { kind, country, days, effectiveFrom },
      },
    );
  },
});

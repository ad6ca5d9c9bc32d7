import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { firm } from "@/lib/db/schema/firm";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getFirm } from "../queries";
import { changeFirmInput } from "../schemas";

/** Changes the firm's name, address and the zone in which its dates are counted. */
export const changeFirm = defineCommand({
  name: "firm.change",
  input: changeFirmInput,
  load: (ctx) => getFirm(ctx),
  authorise: (actor) => can(actor, "firm.edit"),
  async execute(ctx, current, input) {
    const { version, ...values } = input;
    const changed = await ctx.db
      .update(firm)
      .set({ ...values, updatedAt: ctx.now, version: sql`${firm.version} + 1` })
      .where(and(eq(firm.id, 1), eq(firm.version, version)))
      .returning({ version: firm.version });
    const [row] = changed;
    if (!row) throw conflict("The firm's details were changed by somebody else.", { ...current });
    const fields = (["name", "address", "phone", "email", "timeZone"] as const).filter(
      (field) => current[field] !== input[field],
    );
    return audited(
      { version: row.version },
      { event: "firm.changed", object: { kind: "firm", id: null }, detail: { fields: fields.join(", ") } },
    );
  },
});

import "server-only";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { lockFor } from "@/lib/command/lock-for";
import { provinceStream } from "@/lib/db/schema/nominations";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { provinceName } from "../catalogue/rules";
import { addStreamInput } from "../schemas";
import { refuseStream } from "./refuse-stream";

/** Enters a stream into the firm's catalogue, with the day on which the firm read the province's page. */
export const addStream = defineCommand({
  name: "stream.add",
  openTo: ["staff"],
  input: addStreamInput,
  load: async (ctx) => {
    await lockFor(ctx, "stream");
    return getFirmDay(ctx);
  },
  authorise: (actor) => can(actor, "stream.edit"),
  async execute(ctx, day, fields) {
    await refuseStream(ctx, fields, { today: day.today, streamId: null });
    const id: string = newId<"Stream">();
    const createdBy = ctx.actor.kind === "system" ? null : ctx.actor.userId;
    await ctx.db.insert(provinceStream).values({ id, ...fields, createdBy, createdAt: ctx.now });
    return audited(
      { streamId: id },
      {
        event: "stream.added",
        object: { kind: "stream", id },
        detail: { province: provinceName(fields.province), name: fields.name, asOf: fields.asOf },
      },
    );
  },
});

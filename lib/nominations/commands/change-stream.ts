import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited, unchanged } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { lockFor } from "@/lib/command/lock-for";
import { provinceStream, provinceStreamChange } from "@/lib/db/schema/nominations";
import { conflict, forbidden, notFound } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { findStream } from "../catalogue/queries";
import { STREAM_FIELDS, streamChanges, type StreamChange } from "../catalogue/rules";
import { changeStreamInput } from "../schemas";
import { refuseStream } from "./refuse-stream";

/** What the line said before stays, with who changed it. */
async function keepHistory(
  ctx: ActorContext,
  streamId: string,
  changes: readonly StreamChange[],
): Promise<void> {
  if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff keep its catalogue.");
  const [changedBy, changedAt] = [ctx.actor.userId, ctx.now];
  await ctx.db
    .insert(provinceStreamChange)
    .values(changes.map((change) => ({ id: newId(), streamId, ...change, changedBy, changedAt })));
}

/** Changes a stream of the catalogue; saying it anew on a later day is a change too. */
export const changeStream = defineCommand({
  name: "stream.change",
  openTo: ["staff"],
  input: changeStreamInput,
  // The row itself is read after the decision: a client's role in the database has no right on the catalogue.
  load: async (ctx) => {
    await lockFor(ctx, "stream");
    return getFirmDay(ctx);
  },
  authorise: (actor) => can(actor, "stream.edit"),
  async execute(ctx, day, { streamId, version, ...fields }) {
    const known = await findStream(ctx, streamId);
    if (!known) throw notFound();
    await refuseStream(ctx, fields, { today: day.today, streamId });
    const changes = streamChanges(known, fields);
    if (changes.length === 0) return unchanged({ streamId });
    const changed = await ctx.db
      .update(provinceStream)
      .set({ ...fields, version: sql`${provinceStream.version} + 1` })
      .where(and(eq(provinceStream.id, streamId), eq(provinceStream.version, version)));
    if (changed.rowCount !== 1) {
      throw conflict(
        "Somebody changed this stream while you had it open. Nothing was saved; compare and try again.",
      );
    }
    await keepHistory(ctx, streamId, changes);
    return audited(
      { streamId },
      {
        event: "stream.changed",
        object: { kind: "stream", id: streamId },
        detail: { name: fields.name, fields: changes.map(({ field }) => STREAM_FIELDS[field]).join(", ") },
      },
    );
  },
});

import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { round } from "@/lib/db/schema/pool";
import { notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { replayRoundInput } from "../replay/schemas";
import { startReplay } from "./start-replay";

/** Puts a round to every client anew; what an earlier replay found stays as it is. */
export const replayRound = defineCommand({
  name: "round.replay",
  openTo: ["staff"],
  input: replayRoundInput,
  async load(ctx, { roundId }) {
    // Two people at once: the second replay follows the first.
    const [found] = await ctx.db.select().from(round).where(eq(round.id, roundId)).for("update");
    if (!found) throw notFound();
    return found;
  },
  authorise: (actor) => can(actor, "round.replay"),
  async execute(ctx, found) {
    const { replayId, entry } = await startReplay(ctx, found.id, "asked");
    return audited({ replayId, roundId: found.id }, entry);
  },
});

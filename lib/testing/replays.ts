import type { StaffContext } from "@/lib/command/actor-context";
import { getRoundPage } from "@/lib/draws/queries";
import { REPLAY_LISTS } from "@/lib/draws/replay/types";
import type { RoundPage } from "@/lib/draws/types";
import { replayRound } from "@/lib/jobs/tasks/replay-round";
import type { TestDatabase } from "./database";
import type { TestFirm } from "./firm";

/** Replays of rounds, for tests: what the worker would do, and what a viewer sees of it. */
export function testReplays(database: TestDatabase, firm: TestFirm) {
  const tools = (signal = new AbortController().signal) => ({ ...firm.runtime, signal });

  const pageOf = (roundId: string, caller = firm.manager): Promise<RoundPage> =>
    firm.read(caller, (ctx) => getRoundPage(ctx as StaffContext, roundId, null));

  return {
    tools,
    pageOf,

    /** Every replay that waits. */
    async workOff(): Promise<void> {
      const { rows } = await database.owner.query<{ id: string }>(
        "select id from round_replay where state <> 'done' order by requested_at",
      );
      for (const { id } of rows) await replayRound({ replayId: id }, tools());
    },

    /** `case id → list: why`. */
    async listsOf(roundId: string, caller = firm.manager): Promise<Record<string, string>> {
      const { replay } = await pageOf(roundId, caller);
      if (!replay) throw new Error("the round was not replayed");
      return Object.fromEntries(
        REPLAY_LISTS.flatMap((list) =>
          replay.lists[list].map(({ caseId, words }) => [caseId, `${list}: ${words}`]),
        ),
      );
    },

    /** Mails of a kind, oldest first. */
    async mailsOf(kind: string) {
      const { rows } = await database.owner.query<{ user_id: string; context: Record<string, string> }>(
        "select user_id, context from mail where kind = $1 order by created_at",
        [kind],
      );
      return rows;
    },
  };
}

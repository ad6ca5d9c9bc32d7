import "server-only";
import { advanceReplay } from "@/lib/draws/commands/advance-replay";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { workOff } from "@/lib/jobs/work-off";

/** Puts a round to every client, batch by batch; cut off, it goes on where it was. */
export const replayRound: TaskHandler<"replay-round"> = ({ replayId }, tools) =>
  workOff(advanceReplay, { replayId }, tools);

import "server-only";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { workOff } from "@/lib/jobs/work-off";
import { adviseStandings } from "@/lib/profiles/commands/advise-standings";

/** Works out what would help those who are about to fall below a recent cut-off, until there is nobody left. */
export const advisePool: TaskHandler<"advise-pool"> = (_payload, tools) =>
  workOff(adviseStandings, {}, tools);

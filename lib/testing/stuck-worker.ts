import type { Connection } from "@/lib/db/server/connections";
import { startWorker } from "@/lib/jobs/run-worker";

// A worker process for crash tests: it takes one job at most of two, and never finishes it.
process.once("message", (connection: Connection) => {
  void startWorker({
    connection,
    taskList: { "send-mail": () => new Promise<void>(() => undefined) },
    schedule: [],
    onFailure: () => undefined,
  }).then(({ slot }) => process.send?.({ slot }));
});

import { createPool } from "@/lib/db/client";
import type { Connection } from "@/lib/db/server/connections";
import { startWorker } from "@/lib/jobs/run-worker";
import { reconcile } from "@/lib/jobs/tasks/reconcile";
import { remind } from "@/lib/jobs/tasks/remind";
import { sendMail } from "@/lib/jobs/tasks/send-mail";
import { toTaskList } from "@/lib/jobs/task-list";
import type { ObjectStore } from "@/lib/storage/object-store";
import { Keyring } from "@/lib/storage/keyring";

/** What a worker process of a crash test is told. */
export interface MailingOrder {
  app: Connection;
  portal: Connection;
  smtpUrl: string;
}

// A worker process for crash tests: reminds and mails for real, until it is killed.
process.once("message", ({ app, portal, smtpUrl }: MailingOrder) => {
  const pools = { app: createPool(app, "mailing worker"), portal: createPool(portal, "mailing worker") };
  const deps = {
    ...{ appOrigin: "http://localhost:3000", demo: false, smtpUrl, keyring: Keyring.generate() },
    // No mail or reminder touches a file.
    objects: {} as ObjectStore,
  };
  void startWorker({
    connection: app,
    taskList: toTaskList({ remind, reconcile, "send-mail": sendMail }, { pools, deps }),
    schedule: [],
    onFailure: () => undefined,
  }).then(({ slot }) => process.send?.({ slot }));
});

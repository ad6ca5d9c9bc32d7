import { beforeEach, expect, it } from "vitest";
import { isStaffContext } from "@/lib/command/actor-context";
import { JobError } from "@/lib/jobs/job-error";
import { getQueuePage } from "@/lib/queue/queries";
import { giveUpJob, retryJob } from "./settle-job";
import { toTaskList } from "@/lib/jobs/task-list";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";

const database = testDatabase();
const firm = testFirm(database);

beforeEach(async () => {
  await database.owner.query("delete from graphile_worker._private_jobs");
});

/** Adds a job and lets it be tried so many times. */
async function addJob(attempts: number): Promise<number> {
  const { rows } = await database.owner.query<{ id: string }>(
    `select enqueue('send-mail', '{"mailId": "m1"}') as id`,
  );
  await database.owner.query(
    "update graphile_worker._private_jobs set attempts = $2, last_error = 'Error ECONNREFUSED' where id = $1",
    [rows[0]?.id, attempts],
  );
  return Number(rows[0]?.id);
}

const page = (caller = firm.administrator) =>
  firm.read(caller, async (ctx) => (isStaffContext(ctx) ? getQueuePage(ctx) : null));

it("an administrator sees what waits, what runs and what is dead, and nobody else does", async () => {
  const dead = await addJob(12);
  await addJob(0);
  const running = await addJob(1);
  await database.owner.query(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'x' where id = $1",
    [running],
  );
  const found = await page();
  expect(found?.counts).toEqual([{ task: "send-mail", waiting: 1, running: 1, dead: 1 }]);
  expect(found?.dead).toMatchObject([
    { id: dead, task: "send-mail", attempts: 12, fault: "Error ECONNREFUSED" },
  ]);
  await expect(page(firm.manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("a dead job is tried again from the first attempt, once, and that is logged", async () => {
  const jobId = await addJob(12);
  await expect(firm.run(firm.manager, retryJob, { jobId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await firm.run(firm.administrator, retryJob, { jobId });
  expect((await page())?.counts).toEqual([{ task: "send-mail", waiting: 1, running: 0, dead: 0 }]);
  await expect(firm.run(firm.administrator, retryJob, { jobId })).rejects.toMatchObject({ code: "CONFLICT" });
  const { rows } = await database.owner.query(
    "select actor_id, detail from audit_event where event = 'queue.job_retried'",
  );
  expect(rows).toEqual([
    { actor_id: firm.administrator.actor.userId, detail: { task: "send-mail", job: jobId } },
  ]);
});

it("a dead job that is given up is gone; one that may still be tried is left alone", async () => {
  const [jobId, alive] = [await addJob(12), await addJob(3)];
  await firm.run(firm.administrator, giveUpJob, { jobId });
  await expect(firm.run(firm.administrator, giveUpJob, { jobId: alive })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect((await page())?.counts).toEqual([{ task: "send-mail", waiting: 1, running: 0, dead: 0 }]);
});

it("the queue keeps the class of an error and never its words", async () => {
  const failing = toTaskList(
    {
      "send-mail": () =>
        Promise.reject(Object.assign(new Error("550 no such user priya@firm.test"), { responseCode: 451 })),
    },
    firm.runtime,
  );
  const run = failing["send-mail"]?.({ mailId: "m1" }, {
    abortSignal: new AbortController().signal,
  } as never);
  await expect(run).rejects.toBeInstanceOf(JobError);
  await expect(run).rejects.toThrow(/^Error SMTP 451$/);
});

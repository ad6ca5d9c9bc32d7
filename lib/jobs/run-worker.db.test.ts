import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { startWorker, type RunningWorker } from "@/lib/jobs/run-worker";
import { testDatabase } from "@/lib/testing/database";

const database = testDatabase();

const slotConnections =
  "from pg_stat_activity where application_name = 'landfall worker slot' and datname = current_database()";

beforeEach(async () => {
  await database.owner.query("delete from graphile_worker._private_jobs");
});

async function worker(taskList: Parameters<typeof startWorker>[0]["taskList"], onFailure = () => undefined) {
  const started = await startWorker({
    connection: database.connections.app,
    taskList,
    schedule: [],
    onFailure,
  });
  let stopped: Promise<void> | undefined;
  const running: RunningWorker = { ...started, stop: () => (stopped ??= started.stop()) };
  onTestFinished(() => running.stop());
  return running;
}

type Job = { task_identifier: string; attempts: number; locked_by: string | null };

const jobs = async () =>
  (await database.owner.query<Job>("select task_identifier, attempts, locked_by from graphile_worker.jobs"))
    .rows;

/** Milliseconds until what is awaited counts as not coming: a fuse, not a measure. */
const PATIENCE = 40_000;

/** Waits until the database has noticed that all but so many holders of a slot are gone: their locks go with them. */
const slotsHeld = (held: number) =>
  vi.waitFor(
    async () => expect((await database.owner.query(`select ${slotConnections}`)).rows).toHaveLength(held),
    PATIENCE,
  );

describe("a worker", () => {
  it("does a job that was added as the staff's role, and says that it is alive", async () => {
    const done = vi.fn<(payload: unknown) => void>();
    const { slot } = await worker({ "send-mail": (payload) => done(payload) });
    await database.app.query(`select enqueue('send-mail', '{"mailId": "m1"}')`);
    await vi.waitFor(() => expect(done).toHaveBeenCalledWith({ mailId: "m1" }), PATIENCE);
    await vi.waitFor(async () => {
      const { rows } = await database.app.query("select slot from worker_heartbeat");
      expect(rows).toContainEqual({ slot });
    }, PATIENCE);
  });

  it("takes a slot of its own beside another, and the first free one again later", async () => {
    const [first, second] = [await worker({}), await worker({})];
    expect([first.slot, second.slot]).toEqual([1, 2]);
    await first.stop();
    await slotsHeld(1);
    expect((await worker({})).slot).toBe(1);
  });

  it("lets the running job end and leaves nothing locked when it is stopped", async () => {
    let release = () => {};
    let isRunning = () => {};
    const started = new Promise<void>((resolve) => (isRunning = resolve));
    const running = await worker({
      "send-mail": () => {
        isRunning();
        return new Promise<void>((end) => (release = end));
      },
    });
    await database.app.query("select enqueue('send-mail')");
    await started;
    const stopped = running.stop();
    release();
    await stopped;
    expect(await jobs()).toEqual([]);
  });

  it("tells about a failed attempt and keeps the job for a later one", async () => {
    const failures: unknown[] = [];
    await startAndCollect(failures);
    await database.app.query("select enqueue('send-mail')");
    await vi.waitFor(() => expect(failures).not.toEqual([]), PATIENCE);
    expect(failures[0]).toMatchObject({ task: "send-mail", attempt: 1, error: new Error("refused") });
    // Free again; on a busy machine its next attempt may have come and gone meanwhile.
    await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ locked_by: null }]), PATIENCE);
  });

  async function startAndCollect(failures: unknown[]) {
    const running = await startWorker({
      connection: database.connections.app,
      taskList: { "send-mail": () => Promise.reject(new Error("refused")) },
      schedule: [],
      onFailure: (failure) => failures.push(failure),
    });
    onTestFinished(() => running.stop());
  }

  it("sends one mail at a time, and does other jobs meanwhile", async () => {
    const begun: string[] = [];
    const done = vi.fn<() => void>();
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    await worker({
      "send-mail": async (payload) => {
        begun.push((payload as { mailId: string }).mailId);
        await gate;
      },
      remind: () => done(),
    });
    for (const mailId of ["m1", "m2", "m3"])
      await database.app.query("select enqueue('send-mail', $1::json)", [JSON.stringify({ mailId })]);
    await database.app.query("select enqueue('remind')");
    try {
      await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1), PATIENCE);
      await vi.waitFor(() => expect(begun).not.toEqual([]), PATIENCE);
      // What could be taken before the reminder is taken: of the mails one is locked, and two wait.
      const mails = (await jobs()).filter((job) => job.task_identifier === "send-mail");
      expect(mails.map(({ locked_by }) => locked_by !== null).sort()).toEqual([false, false, true]);
      expect(begun).toEqual(["m1"]);
    } finally {
      release();
    }
    await vi.waitFor(() => expect(begun).toEqual(["m1", "m2", "m3"]), PATIENCE);
    await vi.waitFor(async () => expect(await jobs()).toEqual([]), PATIENCE);
  });

  it("is told at once when its slot's connection is lost", async () => {
    const running = await worker({});
    await database.app.query(`select pg_terminate_backend(pid) ${slotConnections}`);
    await running.lost;
  });
});

describe("a worker that was killed in the middle of a job", () => {
  it("has its job done by the next holder of its slot", async () => {
    const killed = await victim();
    await database.app.query("select enqueue('send-mail')");
    await vi.waitFor(
      async () => expect(await jobs()).toMatchObject([{ locked_by: "landfall-worker-1-mail" }]),
      PATIENCE,
    );
    killed.kill("SIGKILL");
    await once(killed, "exit");
    await slotsHeld(0);
    const done = vi.fn<() => void>();
    await worker({ "send-mail": () => done() });
    await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1), PATIENCE);
  });

  it.each(["landfall-worker-7", "landfall-worker-7-mail"])(
    "has its job done too when WORKERS was lowered and nobody takes its slot again (%s)",
    async (lockedBy) => {
      await database.app.query("select enqueue('send-mail')");
      await database.owner.query(
        "update graphile_worker._private_jobs set locked_at = now(), locked_by = $1",
        [lockedBy],
      );
      const done = vi.fn<() => void>();
      await worker({ "send-mail": () => done() });
      await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1), PATIENCE);
    },
  );

  /** A worker process whose jobs never end. */
  async function victim(): Promise<ChildProcess> {
    const child = fork("lib/testing/stuck-worker.ts", {
      execArgv: ["--conditions=react-server", "--import", "tsx"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    child.send(database.connections.app);
    await once(child, "message");
    return child;
  }
});

/** Two worker processes on one database, killed again and again while they remind and mail (battery S-73, S-84). */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished, vi } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { mailServer } from "@/lib/testing/mail-server";
import { remindedCases } from "@/lib/testing/reminded-cases";

const database = testDatabase();
const firm = testFirm(database);
const { query, setWindow, makeDue } = remindedCases(database, firm);

/** Milliseconds until what is awaited counts as not coming: a fuse, not a measure. */
const PATIENCE = 90_000;
const FILES = 15;
const KILLS = 6;

async function startProcess(smtpUrl: string): Promise<ChildProcess> {
  const child = fork("lib/testing/mailing-worker.ts", {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const { app, portal } = database.connections;
  child.send({ app, portal, smtpUrl });
  await once(child, "message");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

it(
  "nothing is dropped and nothing told twice in the app; what a killed worker was sending comes again under its Message-ID",
  { timeout: 3 * PATIENCE },
  async () => {
    const { url, received } = await mailServer("slow");
    for (let file = 0; file < FILES; file += 1) await makeDue(await setWindow(await firm.addCase(), 30), 30);
    const workers = [await startProcess(url), await startProcess(url)];
    await query("select enqueue('reconcile')");
    const sent = () => new Set(received.map(({ messageId }) => messageId)).size;
    for (let kills = 1; kills <= KILLS; kills += 1) {
      // Somewhere in the middle of the work that is left, whatever that is by now.
      await vi.waitFor(() => expect(sent()).toBeGreaterThanOrEqual(Math.min(kills * 4, 2 * FILES)), PATIENCE);
      const index = kills % workers.length;
      const victim = workers[index];
      if (victim) await kill(victim);
      workers[index] = await startProcess(url);
      await query("select enqueue('reconcile')");
    }
    await vi.waitFor(async () => {
      expect(await query("select 1 from mail where state = 'queued'")).toEqual([]);
      expect(await query("select 1 from reminder where state = 'waiting' and remind_at <= now()")).toEqual(
        [],
      );
    }, PATIENCE);
    const mails = await query<{ message_id: string }>("select message_id from mail where state = 'sent'");
    expect(mails).toHaveLength(2 * FILES);
    expect(new Set(received.map(({ messageId }) => messageId))).toEqual(
      new Set(mails.map(({ message_id }) => message_id)),
    );
    // A killed worker was sending one mail at most.
    expect(received.length - mails.length).toBeLessThanOrEqual(KILLS);
    expect(await query("select 1 from notice")).toHaveLength(2 * FILES);
    expect(
      await query(
        "select deadline_id from reminder where state = 'sent' group by deadline_id having count(*) > 1",
      ),
    ).toEqual([]);
  },
);

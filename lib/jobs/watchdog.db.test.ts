import { beforeEach, expect, it } from "vitest";
import { isStaffContext } from "@/lib/command/actor-context";
import { listOpenIncidents } from "@/lib/reminders/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { remindedCases } from "@/lib/testing/reminded-cases";
import { readiness } from "@/lib/runtime/readiness";
import { watchOnce } from "./watchdog";

const database = testDatabase();
const firm = testFirm(database);
const { query, setWindow } = remindedCases(database, firm);

const watch = (workers = 1) => watchOnce({ ...firm.runtime, env: { ...firm.runtime.env, workers } });
const open = async () =>
  (await query<{ kind: string }>("select kind from incident where closed_at is null order by kind")).map(
    ({ kind }) => kind,
  );
const mails = () => query("select user_id, message_id from mail where kind = 'incident'");
const seen = (ago: string) =>
  query(
    `insert into worker_heartbeat (slot, seen_at) values (1, now() - $1::interval)
     on conflict (slot) do update set seen_at = excluded.seen_at`,
    [ago],
  );

beforeEach(async () => {
  await query("delete from incident");
  await query("delete from mail");
  await seen("10 seconds");
});

it("a worker silent for two minutes is one incident and one mail to the administrator, whoever looks", async () => {
  await seen("110 seconds");
  await watch();
  expect(await open()).toEqual([]);
  await seen("130 seconds");
  await Promise.all([watch(), watch()]);
  await watch();
  expect(await open()).toEqual(["worker_silent"]);
  expect(await mails()).toMatchObject([{ user_id: firm.administrator.actor.userId }]);

  const shown = (caller: typeof firm.manager) =>
    firm.read(caller, async (ctx) =>
      isStaffContext(ctx) ? (await listOpenIncidents(ctx)).map(({ kind }) => kind) : [],
    );
  expect(await shown(firm.manager)).toEqual(["worker_silent"]);
  expect(await shown(firm.administrator)).toEqual(["worker_silent"]);
  expect(await shown(firm.consultant)).toEqual([]);

  await seen("1 second");
  await watch();
  expect(await open()).toEqual([]);
  await seen("130 seconds");
  await watch();
  expect(await mails()).toHaveLength(2);
});

it("an installation whose workers are elsewhere turned off does not wait for one", async () => {
  await seen("1 hour");
  await watch(0);
  expect(await open()).toEqual([]);
});

it("a reminder half an hour late is an incident, and the installation is degraded", async () => {
  const window = await setWindow(await firm.addCase(), 60);
  const late = (ago: string) =>
    query("update reminder set remind_at = now() - $2::interval where deadline_id = $1 and rung = 45", [
      window,
      ago,
    ]);
  await late("29 minutes");
  await watch();
  expect(await open()).toEqual([]);
  await late("31 minutes");
  await watch();
  expect(await open()).toEqual(["reminder_late"]);
  expect((await readiness(firm.runtime)).reasons).toContain("A reminder is more than half an hour late.");
  await query("update reminder set state = 'void', settled_at = now() where state = 'waiting'");
  await watch();
  expect(await open()).toEqual([]);
});

import { beforeAll, expect, it } from "vitest";
import { ActorContext, type Caller } from "./actor-context";
import { newId } from "@/lib/ids/id";
import { sendMessage } from "@/lib/messages/commands/send-message";
import type { StaffActor } from "@/lib/policy/actor";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { verifyChain } from "@/lib/audit/verify-chain";
import { writeAudit } from "@/lib/audit/write";

/* SECURITY.md S-52: 2,000 audited operations by 50 users at once, some of them rolled back; no gap and no break. */
const USERS = 50;
const EACH = 40;
/** Of each user's operations, the ones that fail after their log line was written. */
const rollsBack = (turn: number) => turn % 8 === 7;

const database = testDatabase();
const firm = testFirm(database);
const users: { caller: Caller<StaffActor>; file: TestCase }[] = [];

beforeAll(async () => {
  for (let index = 0; index < USERS; index += 1) {
    const userId = newId();
    const name = `User ${index}`;
    await database.owner.query(
      "insert into app_user (id, email, name, role, status) values ($1, $2, $3, 'consultant', 'active')",
      [userId, `${userId}@firm.test`, name],
    );
    const caller: Caller<StaffActor> = {
      actor: { kind: "staff", role: "consultant", userId, name },
      trace: { requestId: newId(), sessionRef: null, ipPrefix: null },
    };
    users.push({ caller, file: await firm.addCase({ owner: caller }) });
  }
});

async function undone({ caller, file }: (typeof users)[number]): Promise<void> {
  const { pools, deps } = firm.runtime;
  const failing = ActorContext.open(pools, deps, caller, "write", async (ctx) => {
    const { caseId, clientId } = file;
    await writeAudit(ctx, [{ event: "case.edited", object: { kind: "case", id: caseId }, caseId, clientId }]);
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
}

it("stays one chain without a gap when fifty people write two thousand lines at once", async () => {
  await Promise.all(
    users.map(async (user) => {
      for (let turn = 0; turn < EACH; turn += 1) {
        if (rollsBack(turn)) await undone(user);
        else await firm.run(user.caller, sendMessage, { caseId: user.file.caseId, body: `Message ${turn}` });
      }
    }),
  );
  const kept =
    USERS * Array.from({ length: EACH }, (_, turn) => turn).filter((turn) => !rollsBack(turn)).length;
  const client = await database.owner.connect();
  try {
    expect(await verifyChain(client)).toEqual({ whole: true, links: kept });
    const { rows } = await client.query(
      `select count(*)::int as links, min(seq)::int as first, max(seq)::int as last,
         count(distinct event_id)::int as events from audit_chain`,
    );
    expect(rows).toEqual([{ links: kept, first: 1, last: kept, events: kept }]);
  } finally {
    client.release();
  }
}, 180_000);

import { Client } from "pg";
import { DEMO_PASSWORD } from "@/lib/users/rules";
import { hashPassword } from "@/lib/auth/password";
import type { Connection } from "@/lib/db/server/connections";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import type { StorageAccess } from "@/lib/storage/stored-file";
import { inBulkTransaction } from "./bulk-transaction";
import { numberFile, type CaseDraft, type CaseOrder, type Setting } from "./case-context";
import { copyBatch } from "./copy-rows";
import { demoOrders } from "./demo-orders";
import { DEMO_FIRM, demoStaff } from "./demo-staff";
import { planFirstWork } from "./first-work";
import { makeCase } from "./make-case";
import { Random } from "./random";
import { emptyBatch, SEEDED_TABLE_NAMES, type Batch } from "./rows";
import { writeReminderHistory } from "./reminder-history";
import { readRounds } from "./seed-rounds";
import { storeFiles } from "./store-files";
import { streamRows } from "./stream-rows";

/** Names the sequence of the demonstration, so that it is the same firm every time, moved to the day of loading. */
const DEMO_SEED = 26_1123;

interface Loading {
  owner: Connection;
  storage: StorageAccess;
  now: Date;
}

/**
 * Fills an empty, migrated database that has the reference data with a firm, its staff, about 120 files at every
 * stage and their documents, stored as uploads are. One transaction: a load that is killed leaves no row.
 * @returns how many files there are
 */
export async function loadDemo({ owner, storage, now }: Loading): Promise<number> {
  const client = new Client({ ...owner, application_name: "landfall demo" });
  await client.connect();
  try {
    const today = dateInZone(now, DEMO_FIRM.timeZone);
    const password = await hashPassword(storage.keyring, DEMO_PASSWORD);
    const staff = demoStaff(new Random(DEMO_SEED, 0), today, password);
    const managers = staff.owners.filter(({ role }) => role === "manager");
    const setting: Setting = {
      ...{ today, timeZone: DEMO_FIRM.timeZone, emailTag: "" },
      profileNumber: (index) => `E0${10_421_880 + index * 7_919}`,
      rounds: await readRounds(client),
      managers,
      history: "whole",
      demoPassword: password,
    };
    const streams = streamRows(new Random(DEMO_SEED, 5), today, managers[0]?.id ?? null);
    const drafts = draftsOf(demoOrders(new Random(DEMO_SEED, 1), staff.owners), setting);
    const counters = numberInOrder(drafts);
    const batch = gather(drafts.map(({ rows }) => rows));
    const files = drafts.flatMap((draft) => draft.files);
    await storeFiles(storage, new Random(DEMO_SEED, 3), files, batch);
    batch.audit_event.push(loadedEvent(batch.case_file.length, now));
    await inBulkTransaction(client, async () => {
      await addFirm(client, counters);
      await copyBatch(client, {
        ...emptyBatch(),
        app_user: staff.rows,
        staff_leave: staff.leaves,
        province_stream: streams,
      });
      await copyBatch(client, batch);
      await planFirstWork(client, now);
      await writeReminderHistory(client, now);
    });
    return drafts.length;
  } finally {
    await client.end();
  }
}

/** The files, each with a name of its own: of two with the same the later is invented anew. */
function draftsOf(orders: readonly CaseOrder[], setting: Setting): CaseDraft[] {
  const names = new Set<string | undefined>();
  return orders.map((order) => {
    for (let attempt = 0; ; attempt += 1) {
      const draft = makeCase(new Random(DEMO_SEED, 100 + attempt, order.index), setting, order);
      const name = draft.rows.case_file[0]?.displayName;
      if (names.has(name)) continue;
      names.add(name);
      return draft;
    }
  });
}

/** File numbers in the order in which the files were opened; returns the last one of each year. */
function numberInOrder(drafts: readonly CaseDraft[]): Map<number, number> {
  const openedAt = ({ rows }: CaseDraft) => rows.case_file[0]?.createdAt?.getTime() ?? 0;
  const last = new Map<number, number>();
  for (const draft of [...drafts].sort((a, b) => openedAt(a) - openedAt(b))) {
    const year = new Date(openedAt(draft)).getUTCFullYear();
    const next = (last.get(year) ?? 0) + 1;
    last.set(year, next);
    numberFile(draft, `${String(year % 100).padStart(2, "0")}-${String(next).padStart(4, "0")}`);
  }
  return last;
}

function gather(batches: readonly Batch[]): Batch {
  const all = emptyBatch();
  for (const table of SEEDED_TABLE_NAMES) {
    // One table at a time: its rows go to the same table.
    const rows: object[] = all[table];
    for (const batch of batches) rows.push(...batch[table]);
  }
  return all;
}

function loadedEvent(files: number, at: Date): Batch["audit_event"][number] {
  return {
    id: new Random(DEMO_SEED, 4).id(),
    at,
    ...{
      actorId: null,
      actorRole: "seed",
      event: "seed.loaded",
      outcome: "ok",
      objectKind: "firm",
      objectId: null,
    },
    ...{ caseId: null, clientId: null, detail: { files } },
  };
}

async function addFirm(client: Client, counters: ReadonlyMap<number, number>): Promise<void> {
  const { name, address, phone, email, timeZone } = DEMO_FIRM;
  await client.query(
    `insert into firm (id, name, address, phone, email, time_zone) values (1, $1, $2, $3, $4, $5)
     on conflict (id) do update set name = excluded.name, address = excluded.address, phone = excluded.phone,
       email = excluded.email, time_zone = excluded.time_zone`,
    [name, address, phone, email, timeZone],
  );
  for (const [year, last] of counters) {
    await client.query("insert into case_number_counter (year, last) values ($1, $2)", [year, last]);
  }
}

import { setImmediate as nextTurn } from "node:timers/promises";
import { Client } from "pg";
import { databaseNow } from "@/lib/clock/database-now";
import type { Connection } from "@/lib/db/server/connections";
import { DEFAULT_ZONE, dateInZone } from "@/lib/express-entry/timing/zone";
import type { StorageAccess } from "@/lib/storage/stored-file";
import { inBulkTransaction } from "./bulk-transaction";
import { numberFile, type CaseDraft, type FileOrder, type SeedOwner, type Setting } from "./case-context";
import { copyBatch } from "./copy-rows";
import { makeCase } from "./make-case";
import { Random } from "./random";
import { emptyBatch, SEEDED_TABLE_NAMES, type Batch } from "./rows";
import { readRounds } from "./seed-rounds";
import { storeFiles } from "./store-files";
import { syntheticConsultants, syntheticOrder } from "./synthetic-orders";

/** Files in one COPY of each table. */
const BATCH_CASES = 500;
/** The connection gets its turn after so many. */
const CASES_A_TURN = 10;
const LEAST_CONSULTANTS = 20;
/** 7,919 is prime to the count of numbers, and a seed's numbers start 100,003 steps after the last seed's. */
const PROFILE_NUMBERS = {
  first: 100_000_000,
  count: 900_000_000,
  stride: 7_919,
  seedSteps: 100_003,
} as const;
const SEQUENCE = { cases: 13, uploads: 14 } as const;

export interface SyntheticLoad {
  owner: Connection;
  /** Null: files of open windows get rows of versions without bytes, for tests of queries alone. */
  storage: StorageAccess | null;
  cases: number;
  seed: number;
  onProgress: (done: number) => void;
}

/** What cannot be loaded, in a plain sentence. */
export class SeedRefusedError extends Error {
  override readonly name = "SeedRefusedError";
}

/**
 * Adds synthetic files to a migrated database, the same for the same seed and day, in one transaction: all of them
 * or none. Files of open windows come with documents; those that ended long ago keep their checklist without files.
 * Throws {@link SeedRefusedError} when these files are there already.
 */
export async function loadSynthetic(load: SyntheticLoad): Promise<void> {
  const client = new Client({ ...load.owner, application_name: "landfall seed" });
  await client.connect();
  try {
    const setting = await settingOf(client, load.seed);
    await refuseTwice(client, setting, load);
    await inBulkTransaction(client, async () => {
      const numbers = await FileNumbers.lock(client);
      const owners = await staffOf(client, load.seed);
      await copyCases(client, setting, load, owners, numbers);
      await numbers.save(client);
    });
  } finally {
    await client.end();
  }
}

async function settingOf(client: Client, seed: number): Promise<Setting> {
  const firm = await client.query<{ time_zone: string }>("select time_zone from firm");
  const timeZone = firm.rows[0]?.time_zone ?? DEFAULT_ZONE;
  const managers = await client.query<SeedOwner>(
    "select id, name, role from app_user where role = 'manager' and status = 'active' order by email",
  );
  const { first, count, stride, seedSteps } = PROFILE_NUMBERS;
  return {
    today: dateInZone(await databaseNow(client), timeZone),
    timeZone,
    rounds: await readRounds(client),
    managers: managers.rows,
    history: "short",
    demoPassword: null,
    emailTag: `s${seed}.`,
    profileNumber: (index) => `E${first + (((seed * seedSteps + index) * stride) % count)}`,
  };
}

async function refuseTwice(client: Client, setting: Setting, { seed }: SyntheticLoad): Promise<void> {
  const nobody: SeedOwner = { id: "", name: "", role: "consultant" };
  const [first] = makeSynthetic(setting, seed, 0, [nobody]).rows.case_file;
  const { rowCount } = await client.query("select from case_file where id = $1", [first?.id]);
  if (rowCount !== 0) {
    throw new SeedRefusedError(
      `The files of seed ${seed} are in this database already. Choose another: --seed ${seed + 1}.`,
    );
  }
}

function makeSynthetic(
  setting: Setting,
  seed: number,
  index: number,
  owners: readonly SeedOwner[],
): CaseDraft {
  return makeCase(new Random(seed, SEQUENCE.cases, index), setting, syntheticOrder(seed, index, owners));
}

/** The consultants who own the files; a firm with few gets more. */
async function staffOf(client: Client, seed: number): Promise<SeedOwner[]> {
  const known = await client.query<SeedOwner>(
    "select id, name, role from app_user where role = 'consultant' and status = 'active' order by email",
  );
  const added = syntheticConsultants(seed, Math.max(0, LEAST_CONSULTANTS - known.rows.length));
  await copyBatch(client, { ...emptyBatch(), app_user: added });
  return [...known.rows, ...added.map(({ id, name }) => ({ id, name, role: "consultant" as const }))];
}

/** The counters behind file numbers, locked for the load. */
class FileNumbers {
  private constructor(readonly last: Map<number, number>) {}

  static async lock(client: Client): Promise<FileNumbers> {
    await client.query("lock table case_number_counter in exclusive mode");
    const { rows } = await client.query<{ year: number; last: number }>(
      "select year, last from case_number_counter",
    );
    return new FileNumbers(new Map(rows.map(({ year, last }) => [year, last])));
  }

  next(year: number): string {
    const last = (this.last.get(year) ?? 0) + 1;
    this.last.set(year, last);
    return `${String(year % 100).padStart(2, "0")}-${String(last).padStart(4, "0")}`;
  }

  async save(client: Client): Promise<void> {
    await client.query(
      `insert into case_number_counter (year, last) select * from unnest($1::integer[], $2::integer[])
       on conflict (year) do update set last = excluded.last`,
      [[...this.last.keys()], [...this.last.values()]],
    );
  }
}

async function copyCases(
  client: Client,
  setting: Setting,
  { storage, cases, seed, onProgress }: SyntheticLoad,
  owners: readonly SeedOwner[],
  numbers: FileNumbers,
): Promise<void> {
  const uploads = new Random(seed, SEQUENCE.uploads);
  let copying: Promise<void> = Promise.resolve();
  for (let from = 0; from < cases; from += BATCH_CASES) {
    const batch = emptyBatch();
    const files: FileOrder[] = [];
    for (let index = from; index < Math.min(cases, from + BATCH_CASES); index += 1) {
      const draft = makeSynthetic(setting, seed, index, owners);
      const opened = draft.rows.case_file[0]?.createdAt;
      numberFile(draft, numbers.next(opened?.getUTCFullYear() ?? 0));
      append(batch, draft.rows);
      files.push(...draft.files);
      // While these are invented, the ones before are on their way.
      if (index % CASES_A_TURN === 0) await nextTurn();
    }
    await addFiles(storage, uploads, files, batch);
    await copying;
    onProgress(from);
    copying = copyBatch(client, batch);
    // Rejections are met above, in the next turn of the loop or at its end.
    copying.catch(() => undefined);
  }
  await copying;
  onProgress(cases);
}

function append(batch: Batch, rows: Batch): void {
  for (const table of SEEDED_TABLE_NAMES) {
    const all: object[] = batch[table];
    for (const row of rows[table]) all.push(row);
  }
}

async function addFiles(
  storage: StorageAccess | null,
  uploads: Random,
  files: FileOrder[],
  batch: Batch,
): Promise<void> {
  if (storage) return storeFiles(storage, uploads, files, batch);
  for (const { version } of files) {
    batch.document_version.push({
      ...version,
      ...{ mediaType: "application/pdf", extension: "pdf", size: 1_200, sha256: "", flags: [] },
      ...{ storageKey: uploads.id(), wrappedKey: "", keyId: "none" },
    });
  }
}

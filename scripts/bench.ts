import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { ownerConnection } from "@/lib/db/server/connections";
import { closeRuntime, runtime } from "@/lib/runtime/runtime";
import { emptyReminders, fillReminders } from "./bench/fill-reminders";
import { writeForecastReport } from "./bench/forecast/write-report";
import { measureDerivation } from "./bench/measure-derivation";
import { measurePages, type Measure } from "./bench/measure";
import { measurePackage } from "./bench/measure-package";
import { measureReplay } from "./bench/measure-replay";
import { measureUploads } from "./bench/measure-upload";
import { DEADLINE_PAGES } from "./bench/pages";
import { tableOf } from "./bench/table";

const DEFAULT_ROUNDS = 40;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** `npm run bench -- --replay`: a round against everybody, as the worker does it. */
async function replay(): Promise<void> {
  const { pools, deps } = await runtime();
  const measure = await measureReplay({ app: pools.app, deps });
  console.log(
    `Replay of ${measure.round}: ${measure.clients.toLocaleString("en-CA")} clients with a profile`,
  );
  console.log(`| As the worker does it | Bare SQL, reads only | Bare engine |`);
  console.log(`| ---: | ---: | ---: |`);
  console.log(
    `| ${seconds(measure.replay)} | ${seconds(measure.bareSql)} | ${seconds(measure.bareEngine)} |`,
  );
}

/** `npm run bench -- --upload`: until a file is durable, beside the same bytes written plainly. */
async function upload(): Promise<void> {
  const { env, deps } = await runtime();
  console.log("| File | As an upload | Bare stream to disk, synced |");
  console.log("| ---: | ---: | ---: |");
  for (const measure of await measureUploads({ store: deps.objects, keyring: deps.keyring }, env.dataDir)) {
    const { mebibytes, received, bare } = measure;
    const cell = (took: number) => `${took.toFixed(0)} ms, ${((1000 * mebibytes) / took).toFixed(0)} MiB/s`;
    console.log(`| ${mebibytes} MiB | ${cell(received)} | ${cell(bare)} |`);
  }
}

/** `npm run bench -- --package`: until the files of a package are there, beside the programs that do the like. */
async function pack(): Promise<void> {
  const { slots, merged, children, oneProcess, qpdf, zipped, zip } = await measurePackage();
  const cell = (took: number | null) => (took === null ? "not on this machine" : `${took.toFixed(0)} ms`);
  console.log(`A package of ${slots} slots, ${merged} of them merged of two files`);
  console.log("| As the worker builds it | In one process | qpdf | As a ZIP | zip -0 |");
  console.log("| ---: | ---: | ---: | ---: | ---: |");
  console.log(`| ${[children, oneProcess, qpdf, zipped, zip].map(cell).join(" | ")} |`);
}

async function withOwner(work: (owner: Client) => Promise<void>): Promise<void> {
  const { env } = await runtime();
  const owner = new Client(ownerConnection(env));
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

/** `npm run bench -- --deadlines`: a manager's day beside two million reminders, and the nightly derivation of clocks. */
async function deadlines(rounds: number): Promise<void> {
  const { pools, deps } = await runtime();
  await withOwner(fillReminders);
  try {
    const sizes = await pools.app.query<{
      cases: string;
      windows: string;
      reminders: string;
      clocks: string;
    }>(
      `select (select count(*) from case_file) as cases, (select count(*) from reminder) as reminders,
         (select count(*) from deadline where state = 'open') as clocks,
         (select count(*) from invitation where status = 'open') as windows`,
    );
    const [size] = sizes.rows;
    const words = (count: string | undefined) => Number(count).toLocaleString("en-CA");
    console.log(
      `${words(size?.cases)} files, ${size?.windows} open windows, ${words(size?.clocks)} open clocks, ${words(size?.reminders)} reminders; load ${loadavg()[0]?.toFixed(1)}\n`,
    );
    const measures: Measure[] = [];
    await measurePages({
      ...{ app: pools.app, deps, rounds, pages: DEADLINE_PAGES },
      onMeasure: (measure) => void measures.push(measure),
    });
    console.log(tableOf(measures));
    const { batches, changed, whole, bareSql } = await measureDerivation({ app: pools.app, deps });
    console.log(
      `\nNightly derivation of all clocks: ${batches} batches, ${words(String(changed))} clocks moved`,
    );
    console.log("| As the worker does it | Bare SQL, reads only |");
    console.log("| ---: | ---: |");
    console.log(`| ${seconds(whole)} | ${seconds(bareSql)} |\n\nLoad at the end ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await withOwner(emptyReminders);
  }
}

/** `npm run bench`: how long each page's reads take on this machine, with the data that is there. */
async function main(): Promise<void> {
  const flag = { type: "boolean" } as const;
  const { values } = parseArgs({
    options: {
      rounds: { type: "string" },
      replay: flag,
      upload: flag,
      package: flag,
      deadlines: flag,
      forecast: flag,
    },
  });
  if (values.replay) return replay();
  if (values.upload) return upload();
  if (values.package) return pack();
  if (values.forecast) return writeForecastReport();
  const rounds = Number(values.rounds ?? DEFAULT_ROUNDS);
  if (!Number.isInteger(rounds) || rounds < 5) throw new Error("--rounds should be a whole number from 5 on");
  if (values.deadlines) return deadlines(rounds);
  const { pools, deps } = await runtime();
  const sizes = await pools.app.query<{ cases: string; windows: string }>(
    "select count(*) as cases, count(*) filter (where stage in ('ITA_RECEIVED', 'APPLICATION_PREPARATION', 'READY_TO_SUBMIT')) as windows from case_file",
  );
  const [size] = sizes.rows;
  const [cpu] = cpus();
  console.log(
    `${Number(size?.cases).toLocaleString("en-CA")} files, ${size?.windows} open windows; ${rounds} reads a page`,
  );
  console.log(`${cpus().length} cores, ${cpu?.model.trim() ?? "unknown"}; Node ${process.version}\n`);
  const measures: Measure[] = [];
  await measurePages({
    ...{ app: pools.app, deps, rounds },
    onMeasure: (measure) => {
      measures.push(measure);
      if (process.stderr.isTTY) process.stderr.write(`\r${measures.length} measured`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write("\r");
  console.log(tableOf(measures));
  const slowest = Math.max(...measures.map(({ p95 }) => p95));
  console.log(`\nSlowest p95: ${slowest.toFixed(0)} ms`);
}

try {
  await main();
} catch (error) {
  const isDown = ["ENOENT", "ECONNREFUSED"].includes((error as NodeJS.ErrnoException | null)?.code ?? "");
  const words = error instanceof Error ? error.message : String(error);
  console.error(isDown ? "The database does not answer. Start Landfall first: npm start." : words);
  process.exitCode = 1;
} finally {
  await closeRuntime();
}

import { parseArgs } from "node:util";
import { DatabaseError } from "pg";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { ownerConnection } from "@/lib/db/server/connections";
import { closeRuntime, runtime } from "@/lib/runtime/runtime";
import { loadSynthetic, SeedRefusedError } from "./seed/load-synthetic";

const USAGE = "Usage: npm run seed -- --cases N --seed S   (whole numbers; N from 1 to 1,000,000)";
const MOST_CASES = 1_000_000;

/** A command line that cannot be followed, in a sentence. */
class UsageError extends Error {}

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number {
  const value = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || value < least || value > most) {
    throw new UsageError(`--${name} should be a whole number from ${least} to ${most}.\n${USAGE}`);
  }
  return value;
}

function seconds(since: number): string {
  return `${Math.round((monotonicMilliseconds() - since) / 1000)} s`;
}

function progressPrinter(cases: number): (done: number) => void {
  const started = monotonicMilliseconds();
  let shown = 0;
  return (done) => {
    const percent = Math.floor((done / cases) * 20) * 5;
    if (percent <= shown) return;
    shown = percent;
    console.log(
      `${String(percent).padStart(3)} %  ${done.toLocaleString("en-CA")} files, ${seconds(started)}`,
    );
  };
}

/** `npm run seed`: adds synthetic files to the running database. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { cases: { type: "string" }, seed: { type: "string" } } });
  const cases = wholeNumber("cases", values.cases, 1, MOST_CASES);
  const seed = wholeNumber("seed", values.seed ?? "1", 0, 1_000_000);
  const started = monotonicMilliseconds();
  const { env, deps } = await runtime();
  console.log(
    `Adding ${cases.toLocaleString("en-CA")} synthetic files; until it is done nobody else can save anything.`,
  );
  await loadSynthetic({
    ...{ owner: ownerConnection(env), cases, seed, onProgress: progressPrinter(cases) },
    storage: { store: deps.objects, keyring: deps.keyring },
  });
  console.log(`Done in ${seconds(started)}.`);
}

function sentenceOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof SeedRefusedError) return error.message;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOENT" || code === "ECONNREFUSED") {
    return "The database does not answer. Start Landfall first (npm start), then run this beside it.";
  }
  if (error instanceof DatabaseError && code === "42P01") {
    return "The database has no tables yet. Start Landfall first (npm start), then run this beside it.";
  }
  return error instanceof Error ? error.message : String(error);
}

try {
  await main();
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
} finally {
  await closeRuntime();
}

import type pg from "pg";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { ActorContext, type StaffContext } from "@/lib/command/actor-context";
import type { Deps } from "@/lib/runtime/deps";
import { PAGES, type Page } from "./pages";
import { recording, type Statement } from "./recording-pool";
import { findViewers, type Sample, type Viewer } from "./samples";

/** How one page answers to one viewer. Milliseconds. */
export interface Measure {
  page: string;
  role: string;
  p50: number;
  p95: number;
  /** Statements a page sends, BEGIN and COMMIT apart. */
  queries: number;
  /** The same statements sent one after the other without the product around them: the median. */
  bareSql: number;
}

interface Bench {
  app: pg.Pool;
  deps: Deps;
  /** How often each page is read; the first reads of a page are not counted. */
  rounds: number;
  /** Which pages; left out, all. */
  pages?: readonly Page[];
  onMeasure: (measure: Measure) => void;
}

const WARM_UP = 3;

/** Reads every page as a consultant and as a manager and says how long it took on the server. */
export async function measurePages({ app, deps, rounds, onMeasure, pages = PAGES }: Bench): Promise<void> {
  const { pool, take } = recording(app);
  const viewers = await findViewers(app, rounds);
  for (const page of pages) {
    for (const viewer of viewers) {
      if (page.viewers === "managers" && viewer.actor.role !== "manager") continue;
      onMeasure(await measurePage({ pool, take, app, deps, rounds }, page, viewer));
    }
  }
}

interface Tools extends Omit<Bench, "onMeasure" | "pages"> {
  pool: pg.Pool;
  take: () => Statement[];
}

function readAs({ pool, deps }: Tools, { actor }: Viewer, read: (ctx: StaffContext) => Promise<unknown>) {
  const trace = { requestId: "bench", sessionRef: null, ipPrefix: null };
  return ActorContext.open({ app: pool, portal: pool }, deps, { actor, trace }, "read", read);
}

async function measurePage(tools: Tools, page: Page, viewer: Viewer): Promise<Measure> {
  const sampleOf = (index: number): Sample => {
    const sample = viewer.samples[index % viewer.samples.length];
    if (!sample) throw new RangeError("no samples");
    return sample;
  };
  const times: number[] = [];
  const bare: number[] = [];
  let queries = 0;
  tools.take();
  for (let index = -WARM_UP; index < tools.rounds; index += 1) {
    const sample = sampleOf(Math.abs(index));
    const started = monotonicMilliseconds();
    await readAs(tools, viewer, (ctx) => page.read(ctx, sample));
    const took = monotonicMilliseconds() - started;
    const statements = tools.take();
    if (index < 0) continue;
    times.push(took);
    queries = Math.max(queries, statements.length);
    bare.push(await timeBare(tools.app, statements));
  }
  return {
    page: page.name,
    role: viewer.actor.role,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    queries,
    bareSql: percentile(bare, 0.5),
  };
}

/** Milliseconds of statements sent one after the other over plain `pg`. */
export async function timeBare(app: pg.Pool, statements: readonly Statement[]): Promise<number> {
  const connection = await app.connect();
  try {
    const started = monotonicMilliseconds();
    for (const { text, values } of statements)
      await connection.query({ text, values: [...values], rowMode: "array" });
    return monotonicMilliseconds() - started;
  } finally {
    connection.release();
  }
}

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

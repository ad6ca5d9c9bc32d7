import type pg from "pg";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { runCommand } from "@/lib/command/run-command";
import { deriveClocks } from "@/lib/deadlines/commands/derive-clocks";
import type { Deps } from "@/lib/runtime/deps";
import { timeBare } from "./measure";
import { recording, type Statement } from "./recording-pool";

/** The nightly derivation of all clocks. Milliseconds. */
export interface DerivationMeasure {
  batches: number;
  changed: number;
  /** As the worker does it, batch by batch. */
  whole: number;
  /** Its reads sent again one after the other, without the product around them. */
  bareSql: number;
}

const isRead = ({ text }: Statement) => /^select/i.test(text) && !/for (?:no key )?update/i.test(text);

/** Derives the clocks of every file anew, as the nightly job does. */
export async function measureDerivation({
  app,
  deps,
}: {
  app: pg.Pool;
  deps: Deps;
}): Promise<DerivationMeasure> {
  const { pool, take } = recording(app);
  const trace = { requestId: "bench", sessionRef: null, ipPrefix: null };
  const caller = { actor: { kind: "system", name: "worker" }, trace } as const;
  const measure: DerivationMeasure = { batches: 0, changed: 0, whole: 0, bareSql: 0 };
  let after: string | null = null;
  do {
    take();
    const started = monotonicMilliseconds();
    const { last, changed }: { last: string | null; changed: number } = await runCommand(
      { pools: { app: pool, portal: pool }, deps },
      caller,
      deriveClocks,
      { after },
    );
    measure.whole += monotonicMilliseconds() - started;
    measure.bareSql += await timeBare(app, take().filter(isRead));
    measure.batches += 1;
    measure.changed += changed;
    after = last;
  } while (after !== null);
  return measure;
}

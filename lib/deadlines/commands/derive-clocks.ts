import "server-only";
import { asc, gt } from "drizzle-orm";
import { audited, unchanged } from "@/lib/audit/events";
import { getCasesForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { getFactsOfCases } from "@/lib/people/queries";
import { workerOnly } from "@/lib/policy/worker-only";
import { deriveClocksInput } from "../schemas";
import { clockedFiles } from "../visibility";
import { writeFactClocks } from "./write-fact-clocks";

/** Files of one transaction: some tenths of a second. */
const BATCH = 500;

/**
 * Derives the clocks of the next files anew from their facts, in the order of their ids, and says where it came to.
 * Where nothing moved nothing is written. Background work only.
 */
export const deriveClocks = defineCommand({
  name: "deadline.derive",
  openTo: ["system"],
  input: deriveClocksInput,
  async load(ctx, { after }) {
    const files = clockedFiles(ctx);
    const next = await ctx.db
      .select({ id: files.id })
      .from(files)
      .where(after === null ? undefined : gt(files.id, after))
      .orderBy(asc(files.id))
      .limit(BATCH);
    return next.map(({ id }) => id);
  },
  authorise: workerOnly,
  async execute(ctx, ids) {
    const last = ids.length < BATCH ? null : (ids.at(-1) ?? null);
    if (ids.length === 0) return unchanged({ last, changed: 0 });
    const cases = await getCasesForUpdate(ctx, ids);
    const factsOf = await getFactsOfCases(ctx, ids);
    const { today: on, timeZone } = await getFirmDay(ctx);
    const files = cases.flatMap((file) => {
      const facts = factsOf.get(file.id);
      return facts ? [{ ...file, facts }] : [];
    });
    const changed = await writeFactClocks(ctx, files, { on, timeZone });
    if (changed === 0) return unchanged({ last, changed });
    const object = { kind: "firm", id: "1" } as const;
    return audited({ last, changed }, { event: "deadline.derived", object, detail: { changed } });
  },
});

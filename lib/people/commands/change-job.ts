import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { job } from "@/lib/db/schema/facts";
import { jobFieldsOf } from "../fact-rows";
import { jobFaults, jobWarnings } from "../rules";
import { changeJobInput } from "../schemas";
import {
  aboutPerson,
  contextOf,
  factsChanged,
  loadCase,
  mayEditFacts,
  nocFaults,
  nothingMoved,
  openFacts,
  refuseFaults,
  refuseStale,
  requireFact,
  requireOneRow,
} from "./change-facts";

/** Changes a job. */
export const changeJob = defineCommand({
  name: "job.change",
  input: changeJobInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version, ...fields }) => {
    const open = await openFacts(ctx, file);
    const { person, fact } = requireFact(open, "jobs", id);
    const current = jobFieldsOf(fact);
    refuseStale(open, id, version, fields, current);
    const others = person.jobs.filter((other) => other.id !== id);
    refuseFaults({
      ...jobFaults(fields, others, contextOf(open, person)),
      ...(await nocFaults(ctx, fields.nocCode)),
    });
    const row = { kind: "job", id, personId: person.id, before: current, after: fields } as const;
    const warnings = jobWarnings(fields, others, open.day.today, person.credentials);
    const same = nothingMoved(ctx, open, { row, warnings });
    if (same) return same;
    const changed = await ctx.db
      .update(job)
      .set({ ...fields, version: sql`${job.version} + 1` })
      .where(and(eq(job.id, id), eq(job.caseId, caseId), eq(job.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.changed",
      row,
      detail: { fact: "Job", ...aboutPerson(person) },
      warnings,
    });
  },
});

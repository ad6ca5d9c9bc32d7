import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { job } from "@/lib/db/schema/facts";
import { jobFaults, jobWarnings } from "../rules";
import { changeJobInput } from "../schemas";
import {
  aboutPerson,
  contextOf,
  factsChanged,
  loadCase,
  mayEditFacts,
  nocFaults,
  openFacts,
  refuseFaults,
  refuseStale,
  requireFact,
  requireOneRow,
} from "./change-facts";
import { jobFieldsOf } from "./current-fields";

/** Changes a job. */
export const changeJob = defineCommand({
  name: "job.change",
  input: changeJobInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version, ...fields }) => {
    const open = await openFacts(ctx, file);
    const { person, fact } = requireFact(open, "jobs", id);
    refuseStale(open, id, version, fields, jobFieldsOf(fact));
    const others = person.jobs.filter((other) => other.id !== id);
    refuseFaults({
      ...jobFaults(fields, others, contextOf(open, person)),
      ...(await nocFaults(ctx, fields.nocCode)),
    });
    const changed = await ctx.db
      .update(job)
      .set({ ...fields, version: sql`${job.version} + 1` })
      .where(and(eq(job.id, id), eq(job.caseId, caseId), eq(job.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.changed",
      object: { kind: "job", id },
      detail: { fact: "Job", ...aboutPerson(person) },
      id,
      warnings: jobWarnings(fields, others, open.day.today),
    });
  },
});

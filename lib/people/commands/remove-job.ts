import "server-only";
import { and, eq } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { job } from "@/lib/db/schema/facts";
import { removeFactInput } from "../schemas";
import {
  aboutPerson,
  factsChanged,
  loadCase,
  mayEditFacts,
  openFacts,
  refuseStale,
  requireFact,
  requireOneRow,
} from "./change-facts";

/** Removes a job; the audit log keeps that it was there. */
export const removeJob = defineCommand({
  name: "job.remove",
  input: removeFactInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version }) => {
    const open = await openFacts(ctx, file);
    const { person } = requireFact(open, "jobs", id);
    refuseStale(open, id, version, {}, {});
    const removed = await ctx.db
      .delete(job)
      .where(and(eq(job.id, id), eq(job.caseId, caseId), eq(job.version, version)));
    requireOneRow(removed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.removed",
      object: { kind: "job", id },
      detail: { fact: "Job", ...aboutPerson(person) },
      id: null,
    });
  },
});

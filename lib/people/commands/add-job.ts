import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { job } from "@/lib/db/schema/facts";
import { newId } from "@/lib/ids/id";
import { jobFaults, jobWarnings } from "../rules";
import { addJobInput } from "../schemas";
import {
  aboutPerson,
  contextOf,
  factsChanged,
  loadCase,
  mayEditFacts,
  nocFaults,
  openFacts,
  refuseFaults,
  requirePerson,
} from "./change-facts";

/** Adds a job to a person of the file. */
export const addJob = defineCommand({
  name: "job.add",
  input: addJobInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, personId, ...fields }) => {
    const open = await openFacts(ctx, file);
    const person = requirePerson(open, personId);
    const others = person.jobs;
    refuseFaults({
      ...jobFaults(fields, others, contextOf(open, person)),
      ...(await nocFaults(ctx, fields.nocCode)),
    });
    const id = newId();
    await ctx.db.insert(job).values({ id, caseId, clientId: file.clientId, personId, ...fields });
    return factsChanged(ctx, open, {
      event: "fact.added",
      row: { kind: "job", id, personId, before: null, after: fields },
      detail: { fact: "Job", ...aboutPerson(person) },
      warnings: jobWarnings(fields, others, open.day.today, person.credentials),
    });
  },
});

import "server-only";
import { job } from "@/lib/db/schema/facts";
import { jobFieldsOf } from "../fact-rows";
import { defineRemoval } from "./define-removal";

/** Removes a job; the history keeps what it said. */
export const removeJob = defineRemoval({
  name: "job.remove",
  kind: "job",
  label: "Job",
  table: job,
  list: "jobs",
  fieldsOf: jobFieldsOf,
});

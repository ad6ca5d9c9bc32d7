/** Work in Canada counts while the person's status there holds (rules reference 1.5, 3.1). */
import type { Job, PersonFacts } from "../facts";
import { jobsOutsideStudy } from "./outside-study";

/** What decides until when work in Canada counts. */
type Worker = Pick<PersonFacts, "jobs" | "statusInCanada" | "statusExpiresOn"> &
  Partial<Pick<PersonFacts, "credentials">>;

/**
 * The jobs of a person as they count: those during full-time study are split at its dates, and hours in Canada after
 * the last day of the person's status do not count. An open job stops counting on that day; one that began after it is
 * work without status. An end that nobody asked for (null) is no
 * end, and citizens and permanent residents need no status that ends. Where status is maintained by an application
 * made in time, the date is left empty or moved (our reading: docs/engine.md).
 */
export function jobsWithinStatus(person: Worker): readonly Job[] {
  const { statusInCanada, statusExpiresOn: end } = person;
  const jobs = jobsOutsideStudy(person.jobs, person.credentials ?? []);
  if (end === null || statusInCanada === "citizen" || statusInCanada === "permanent_resident") return jobs;
  return jobs.map((job) => {
    if (job.country !== "CA" || (job.to !== null && job.to <= end)) return job;
    return job.from > end ? { ...job, authorized: false } : { ...job, to: end };
  });
}

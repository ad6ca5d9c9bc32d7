/** Work during full-time study in Canada, day by day where the study has dates (rules reference 1.5, 3.1; IRPR 87.1(3)). */
import type { Credential, Job } from "../facts";
import { addDays, maxDate, minDate, type IsoDate } from "../timing/calendar-date";

interface Study {
  from: IsoDate;
  /** null: goes on. */
  to: IsoDate | null;
}

/** Full-time studies in Canada of which the beginning is known, oldest first; those that overlap are one. */
function studiesInCanada(credentials: readonly Credential[]): Study[] {
  const dated = credentials
    .filter(({ country, fullTime, distanceLearning }) => country === "CA" && fullTime && !distanceLearning)
    .flatMap(({ from, awardedOn }) => (from === null ? [] : [{ from, to: awardedOn }]))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const studies: Study[] = [];
  for (const study of dated) {
    const last = studies.at(-1);
    if (last && (last.to === null || study.from <= last.to)) {
      last.to = last.to === null || study.to === null ? null : maxDate(last.to, study.to);
    } else {
      studies.push({ ...study });
    }
  }
  return studies;
}

function overlaps(job: Job, { from, to }: Study): boolean {
  return (job.to === null || from <= job.to) && (to === null || job.from <= to);
}

/** What is left of a job outside a study: before it, after it, or both. */
function outside(job: Job, { from, to }: Study): Job[] {
  if (!overlaps(job, { from, to })) return [job];
  const parts: Job[] = [];
  if (job.from < from) parts.push({ ...job, to: addDays(from, -1) });
  if (to !== null && (job.to === null || to < job.to)) parts.push({ ...job, from: addDays(to, 1) });
  return parts;
}

function inside(job: Job, { from, to }: Study, index: number): Job {
  const last = job.to === null ? to : to === null ? job.to : minDate(job.to, to);
  return { ...job, id: `${job.id}#study${index}`, from: maxDate(job.from, from), to: last };
}

/**
 * The jobs with those "during full-time study" split at the dates of the study: the days outside it are ordinary work.
 * Without a dated full-time study in Canada the whole job stays what it was said to be (our reading). The part outside
 * keeps the job's id; a job that lies in the study altogether stays as it is.
 */
export function jobsOutsideStudy(jobs: readonly Job[], credentials: readonly Credential[]): readonly Job[] {
  const studies = studiesInCanada(credentials);
  return jobs.flatMap((job) => {
    if (job.country !== "CA" || job.duringFullTimeStudy !== true) return [job];
    const during = studies.filter((study) => overlaps(job, study));
    const free = during.reduce<Job[]>((parts, study) => parts.flatMap((part) => outside(part, study)), [job]);
    if (during.length === 0 || free.length === 0) return [job];
    return [
      ...free.map((part) => ({ ...part, duringFullTimeStudy: false })),
      ...during.map((study, index) => inside(job, study, index)),
    ];
  });
}

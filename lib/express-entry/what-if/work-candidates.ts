/** Work to do, here or abroad, and the permits it needs. */
import { isSkilledTrade } from "../eligibility/fst";
import type { Job } from "../facts";
import { isCitizenOrPermanentResident } from "../family";
import { thresholdsOn } from "../rule-tables";
import { addDays, maxDate } from "../timing/calendar-date";
import { isSkilled } from "../work/noc";
import { presentJob } from "./apply-to-person";
import { isInCanada, likelyProvince, readyOn, type Candidate, type Circumstances } from "./candidate";
import type { WorkChange } from "./changes";

const FULL_TIME = 40;
const WEEKS_OF_WORK = 52;
/** Beyond this the score gives no more for foreign work (1.7). */
const ENOUGH_FOREIGN_YEARS = 3;

function open({ from: since, to }: Job, { from }: Circumstances): boolean {
  return since <= from && (to === null || to >= from);
}

function year(around: Circumstances, place: WorkChange["place"], nocCode: string, on: string): WorkChange {
  return {
    kind: "work",
    person: "principal",
    place,
    nocCode,
    on,
    months: 12,
    hoursPerWeek: FULL_TIME,
    permitUntil: place === "canada" ? addDays(on, 2 * 365) : null,
    leavesPresentWork: true,
  };
}

/** The best year of work abroad begins now; in Canada only once there is a permit. */
function years(around: Circumstances, skilledJob: Job | null): Candidate[] {
  const { principal, from, now } = around;
  if (skilledJob?.nocCode == null) return [];
  const working = principal.jobs.filter((job) => open(job, around) && isSkilled(job.nocCode) === true);
  const candidates: Candidate[] = [];
  if (
    !working.some(({ country }) => country !== "CA") &&
    now.crs.factors.foreignWorkYears < ENOUGH_FOREIGN_YEARS
  ) {
    candidates.push({
      id: "work_abroad",
      kind: "work_abroad",
      group: "work",
      title: "A year of skilled work abroad",
      changes: [year(around, "abroad", skilledJob.nocCode, from)],
    });
  }
  if (!working.some(({ country }) => country === "CA")) {
    const start = maxDate(from, addDays(readyOn(around, "work_in_canada"), -7 * WEEKS_OF_WORK));
    candidates.push({
      id: "work_in_canada",
      kind: "work_in_canada",
      group: "work",
      title: "A year of skilled work in Canada",
      changes: [year(around, "canada", skilledJob.nocCode, start)],
    });
  }
  return candidates;
}

/** The permit ends before the forecast does, and an open job would go on. */
function permit(around: Circumstances): Candidate[] {
  const { principal, from, asItStands } = around;
  const end = principal.statusExpiresOn;
  if (end === null || isCitizenOrPermanentResident(principal) || end < from || end >= asItStands.to)
    return [];
  const goesOn = principal.jobs.some((job) => job.country === "CA" && job.to === null && open(job, around));
  if (!goesOn) return [];
  return [
    {
      id: "permit",
      kind: "permit",
      group: "work",
      title: "New permit, work goes on",
      changes: [{ kind: "permit", person: "principal", on: end, until: null }],
    },
  ];
}

function certificate(around: Circumstances, job: Job | null): Candidate[] {
  const { facts, from, tables } = around;
  if (facts.family.certificateOfQualification !== null || job?.nocCode == null) return [];
  if (!isSkilledTrade(thresholdsOn(from, { tables }), job.nocCode)) return [];
  return [
    {
      id: "certificate",
      kind: "certificate",
      group: "certificate",
      title: "Certificate of qualification",
      changes: [
        {
          kind: "certificate",
          nocCode: job.nocCode,
          province: likelyProvince(around),
          on: readyOn(around, "certificate"),
        },
      ],
    },
  ];
}

function offer(around: Circumstances, job: Job | null): Candidate[] {
  const { facts, principal } = around;
  if (facts.family.jobOffer !== null || job?.nocCode == null) return [];
  const here = isInCanada(principal) && job.country === "CA" && open(job, around);
  return [
    {
      id: "job_offer",
      kind: "job_offer",
      group: "job_offer",
      title: "Job offer with an LMIA",
      changes: [
        {
          kind: "job_offer",
          offer: {
            nocCode: job.nocCode,
            arrangedEmployment: here ? "lmia_permit_same_employer" : "lmia_no_permit",
          },
          on: readyOn(around, "job_offer"),
        },
      ],
    },
  ];
}

export function workCandidates(around: Circumstances): Candidate[] {
  const { principal, from } = around;
  const skilled = principal.jobs.filter(({ nocCode }) => isSkilled(nocCode) === true);
  const job = presentJob({ ...principal, jobs: skilled }, from);
  return [...years(around, job), ...permit(around), ...certificate(around, job), ...offer(around, job)];
}

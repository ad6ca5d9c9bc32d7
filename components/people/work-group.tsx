import type { Job, PersonFacts } from "@/lib/express-entry/facts";
import type { UncertaintyReason } from "@/lib/express-entry/work/experience";
import { WEEKLY_CAP } from "@/lib/express-entry/work/hours";
import { teerOf } from "@/lib/express-entry/work/noc";
import { countryName } from "@/lib/format/countries";
import { formatDateRange } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/quantities";
import { DerivedRow, EditPanel, FactGroup, FactRow } from "./fact-row";
import { editHref, isAdding, isOpen, settingOf, versionOf, type FactsView } from "./facts-view";
import { OpenHistory } from "./open-history";
import { JobForm } from "./job-form";
import { teerWords } from "./labels";
import { workSums } from "./work-sums";

const OPEN_QUESTIONS: Readonly<Record<UncertaintyReason, { label: string; field: string }>> = {
  noc_missing: { label: "Occupation", field: "nocCode" },
  authorization_not_asked: { label: "Authorized", field: "authorized" },
  study_not_asked: { label: "While studying", field: "duringFullTimeStudy" },
};

interface JobRowsProps {
  view: FactsView;
  job: Job;
  question: UncertaintyReason | undefined;
}

function JobRows({ view, job, question }: JobRowsProps) {
  const change = (field: string) => editHref(view, view.links.edit("job", job.id, field));
  const teer = teerOf(job.nocCode);
  const open = question === undefined ? null : OPEN_QUESTIONS[question];
  return (
    <div className="not-first:mt-2">
      <FactRow
        label="Job"
        value={job.nocCode === null ? job.title : `${job.title}, ${job.nocCode}`}
        href={change("title")}
        aside={teer === null ? null : { text: teer <= 3 ? `TEER ${teer}` : teerWords(teer), watch: teer > 3 }}
      />
      <FactRow
        label="Employer"
        value={job.employer}
        href={change("employer")}
        aside={job.country === "CA" ? null : { text: countryName(job.country) }}
      />
      <FactRow label="Dates" value={formatDateRange(job.from, job.to)} href={change("fromDate")} />
      <FactRow
        label="Hours a week"
        value={formatNumber(job.hoursPerWeek)}
        href={change("hoursPerWeek")}
        aside={job.hoursPerWeek > WEEKLY_CAP ? { text: `${WEEKLY_CAP} count` } : null}
      />
      {open && (
        <FactRow
          label={open.label}
          value={null}
          empty="Not asked"
          href={change(open.field)}
          aside={{ text: "does not count yet", watch: true }}
        />
      )}
    </div>
  );
}

/** The jobs of a person, and what they come to on the day. */
export function WorkGroup({ view, person, open }: { view: FactsView; person: PersonFacts; open: boolean }) {
  const { sheet, links, on, search, occupations } = view;
  const { words, questions } = workSums(person, on);
  const add = editHref(view, links.add("job", person.id));
  const target = { caseId: sheet.caseId, personId: person.id, ...settingOf(view), search };
  const adding = isAdding(view, "job", person);
  return (
    <FactGroup title="Work" open={open} add={add === null ? null : { href: add, label: "Add a job" }}>
      {person.jobs.toReversed().map((job) =>
        isOpen(view, "job", job.id) ? (
          <EditPanel
            key={job.id}
            title="Change this job"
            history={<OpenHistory view={view} kind="job" id={job.id} />}
          >
            <JobForm
              job={job}
              version={versionOf(view, job.id)}
              occupation={job.nocCode === null ? undefined : occupations[job.nocCode]}
              {...target}
            />
          </EditPanel>
        ) : (
          <JobRows key={job.id} view={view} job={job} question={questions.get(job.id)} />
        ),
      )}
      {adding && (
        <EditPanel title="A job">
          <JobForm job={null} version={1} occupation={undefined} {...target} />
        </EditPanel>
      )}
      {!adding && person.jobs.length === 0 && (
        <FactRow label="Job" value={null} empty="None in ten years" href={add} />
      )}
      {person.jobs.length > 0 && <DerivedRow>{words}</DerivedRow>}
    </FactGroup>
  );
}

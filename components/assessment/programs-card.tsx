import { ChevronDown } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { EligibilityAssessment } from "@/lib/express-entry/eligibility/assess";
import type { Criterion, Program, ProgramAssessment } from "@/lib/express-entry/eligibility/criterion";
import { formatDate } from "@/lib/format/dates";
import { CRITERION_ROWS, PROGRAM_NAMES, PROGRAM_ORDER, shortCriterion } from "./short-criteria";
import { VerdictIcon, verdictLabel } from "./verdict-icon";

function ProgramBadge({ verdict, criteria }: ProgramAssessment) {
  if (verdict === "eligible") return <Badge tone="ok">Eligible</Badge>;
  if (verdict === "not_eligible") return <Badge tone="late">Not eligible</Badge>;
  const unknown = criteria.filter((criterion) => criterion.verdict === "unknown").length;
  return <Badge tone="watch">{unknown} unknown</Badge>;
}

function CriterionCell({ criterion }: { criterion: Criterion | undefined }) {
  const cell = "border-b border-l border-line px-2.5 py-1.5 align-top";
  if (criterion === undefined)
    return <td className={`${cell} pl-8 align-middle text-xs text-ink-3`}>not asked</td>;
  const { figure, needs } = shortCriterion(criterion);
  return (
    <td className={cell}>
      <span className="flex items-start gap-1.5">
        <VerdictIcon verdict={criterion.verdict} />
        <span className="min-w-0">
          <span className="block text-sm leading-4.5 font-semibold">{figure}</span>
          <span className="block text-xs text-ink-2">
            {needs}
            {criterion.metOn !== undefined && `, met on ${formatDate(criterion.metOn)}`}
          </span>
        </span>
      </span>
    </td>
  );
}

function ProgramsTable({ programs }: { programs: readonly ProgramAssessment[] }) {
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 text-left [&_tbody_tr:last-child>*]:border-b-0">
      <caption className="sr-only">Programs, criterion by criterion</caption>
      <thead>
        <tr>
          <td className="w-24 border-b border-line xl:w-28" />
          {programs.map((program) => (
            <th
              key={program.program}
              scope="col"
              className="h-11 border-b border-l border-line px-2.5 py-1.5"
            >
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <abbr title={PROGRAM_NAMES[program.program]} className="font-[650] no-underline">
                  {program.program}
                </abbr>
                <ProgramBadge {...program} />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CRITERION_ROWS.map(({ label, ids }) => (
          <tr key={label}>
            <th scope="row" className="border-b border-line py-1.5 pr-1 pl-4 text-sm font-medium text-ink-2">
              {label}
            </th>
            {programs.map(({ program, criteria }) => (
              <CriterionCell key={program} criterion={criteria.find(({ id }) => ids.includes(id))} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The engine's own sentences: what there is, what is needed, the section, and from or until when. */
function CriterionInWords({ criterion }: { criterion: Criterion }) {
  const { label, verdict, figure, needs, section, metOn, lastDay } = criterion;
  return (
    <li className="flex items-start gap-2 py-1.5">
      <VerdictIcon verdict={verdict} label={false} />
      <div className="min-w-0">
        <p className="text-sm font-semibold">
          {label}: {verdictLabel(verdict)}
        </p>
        <p className="text-sm">{figure}</p>
        <p className="text-sm text-ink-2">Needs: {needs}</p>
        {metOn !== undefined && (
          <p className="text-sm text-ink-2">If nothing changes, met on {formatDate(metOn)}</p>
        )}
        {lastDay !== undefined && <p className="text-sm text-ink-2">Counts to {formatDate(lastDay)}</p>}
        <p className="text-xs text-ink-3">{section}</p>
      </div>
    </li>
  );
}

interface ProgramsInWordsProps {
  programs: readonly ProgramAssessment[];
  /** The program that stands open at first; all of them where none is named. */
  open?: Program | null;
}

function ProgramsInWords({ programs, open }: ProgramsInWordsProps) {
  return (
    <div className="grid gap-x-6 md:grid-cols-2">
      {programs.map((program) => (
        <details
          key={program.program}
          className="group border-b border-line py-1 last:border-b-0 sm:open:border-b-0"
          open={open === undefined || open === program.program}
        >
          <summary className="flex min-h-(--control) flex-wrap items-center gap-2 rounded-sm">
            <ChevronDown size={14} aria-hidden className="-rotate-90 text-ink-3 group-open:rotate-0" />
            <span className="font-[650]">{program.program}</span>
            <ProgramBadge {...program} />
            <span className="text-sm text-ink-2">{PROGRAM_NAMES[program.program]}</span>
          </summary>
          <ul>
            {program.criteria.map((criterion) => (
              <CriterionInWords key={criterion.id} criterion={criterion} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Legend() {
  return (
    <span className="flex items-center gap-3 text-xs text-ink-2 max-sm:hidden">
      {(["met", "not_met", "unknown"] as const).map((verdict) => (
        <span key={verdict} className="inline-flex items-center gap-1">
          <VerdictIcon verdict={verdict} label={false} />
          {verdictLabel(verdict)}
        </span>
      ))}
    </span>
  );
}

interface ProgramsCardProps {
  eligibility: EligibilityAssessment;
  /** Whether an invitation under the class would ask for funds, and why. */
  funds: { required: boolean; reason: string } | null;
}

/** Eligible or not, program by program, and why. */
export function ProgramsCard({ eligibility, funds }: ProgramsCardProps) {
  const programs = PROGRAM_ORDER.flatMap((name) =>
    eligibility.programs.filter(({ program }) => program === name),
  );
  const { invitationClass } = eligibility;
  const detail =
    invitationClass === null
      ? "No program is met on this day"
      : `An invitation would be under ${invitationClass}${funds?.required === false ? ": no funds asked" : ""}`;
  return (
    <Card labelledBy="programs">
      <CardHeader id="programs" title="Programs" detail={detail} actions={<Legend />} />
      <div className="max-sm:hidden">
        <ProgramsTable programs={programs} />
        <details className="border-t border-line px-4 py-2">
          <summary className="w-fit rounded-sm py-1 text-sm font-[550] text-ink-2 hover:text-ink">
            Every criterion in words, with its section of the regulations
          </summary>
          <ProgramsInWords programs={programs} />
        </details>
      </div>
      <div className="px-4 sm:hidden">
        <ProgramsInWords programs={programs} open={invitationClass ?? "CEC"} />
      </div>
    </Card>
  );
}

import { ChevronDown } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { EligibilityAssessment } from "@/lib/express-entry/eligibility/assess";
import type { Criterion, Program, ProgramAssessment } from "@/lib/express-entry/eligibility/criterion";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatMonth } from "@/lib/format/dates";
import { CriterionWords, whenInWords } from "./criterion-words";
import { RulePopover, RuleTrigger } from "./rule-popover";
import { CRITERION_ROWS, PROGRAM_NAMES, PROGRAM_ORDER, shortCriterion } from "./short-criteria";
import { VerdictIcon, verdictLabel } from "./verdict-icon";

function ProgramBadge({ verdict, criteria }: ProgramAssessment) {
  if (verdict === "eligible") return <Badge tone="ok">Eligible</Badge>;
  if (verdict === "not_eligible") return <Badge tone="late">Not eligible</Badge>;
  const unknown = criteria.filter((criterion) => criterion.verdict === "unknown").length;
  return <Badge tone="watch">{unknown} unknown</Badge>;
}

function CriterionCell({ criterion, on }: { criterion: Criterion | undefined; on: IsoDate }) {
  const cell = "border-b border-l border-line px-2.5 py-1.5";
  if (criterion === undefined)
    return <td className={`${cell} pl-8 align-middle text-xs text-ink-3`}>not asked</td>;
  const { figure, needs } = shortCriterion(criterion);
  const when = whenInWords(criterion, on);
  return (
    <td className={`${cell} align-top`}>
      <span className="flex items-start gap-1.5">
        <VerdictIcon verdict={criterion.verdict} />
        <span className="min-w-0">
          <RuleTrigger id={criterion.id} className="block text-sm leading-4.5 font-semibold">
            {figure}
          </RuleTrigger>
          <span className="block text-xs text-ink-2">{needs}</span>
          {when !== null && <span className="block text-xs font-[550] whitespace-nowrap">{when}</span>}
        </span>
      </span>
    </td>
  );
}

interface ProgramsTableProps {
  programs: readonly ProgramAssessment[];
  on: IsoDate;
  /** `July 2025`: which table of settlement funds was used. */
  fundsTable: string | null;
}

function ProgramsTable({ programs, on, fundsTable }: ProgramsTableProps) {
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
              {label === "Funds" && fundsTable !== null && (
                <span className="block text-xs font-normal text-ink-3">{fundsTable}</span>
              )}
            </th>
            {programs.map(({ program, criteria }) => (
              <CriterionCell key={program} on={on} criterion={criteria.find(({ id }) => ids.includes(id))} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** For a narrow screen: a program at a time, its criteria in words. */
function ProgramList({ programs, open }: { programs: readonly ProgramAssessment[]; open: Program }) {
  return programs.map((program) => (
    <details
      key={program.program}
      className="group border-b border-line py-1 last:border-b-0"
      open={open === program.program}
    >
      <summary className="flex min-h-(--control) flex-wrap items-center gap-2 rounded-sm">
        <ChevronDown size={14} aria-hidden className="-rotate-90 text-ink-3 group-open:rotate-0" />
        <span className="font-[650]">{program.program}</span>
        <ProgramBadge {...program} />
        <span className="text-sm text-ink-2">{PROGRAM_NAMES[program.program]}</span>
      </summary>
      <ul>
        {program.criteria.map((criterion) => (
          <li key={criterion.id} className="flex items-start gap-2 py-1.5 text-sm">
            <VerdictIcon verdict={criterion.verdict} label={false} />
            <div className="min-w-0">
              <RuleTrigger id={criterion.id} className="font-semibold">
                {criterion.label}: {verdictLabel(criterion.verdict)}
              </RuleTrigger>
              <CriterionWords criterion={criterion} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  ));
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
  /** First day of the table of settlement funds; null where none is known. */
  fundsTableFrom: IsoDate | null;
}

/** Eligible or not, program by program, and why. Each criterion opens its rule. */
export function ProgramsCard({ eligibility, funds, fundsTableFrom }: ProgramsCardProps) {
  const programs = PROGRAM_ORDER.flatMap((name) =>
    eligibility.programs.filter(({ program }) => program === name),
  );
  const { invitationClass } = eligibility;
  const detail =
    invitationClass === null
      ? "No program is met on this day"
      : `An invitation would be under ${invitationClass}${funds?.required === false ? ": no funds asked" : ""}`;
  const fundsTable = fundsTableFrom && `table of ${formatMonth(fundsTableFrom)}`;
  return (
    <Card labelledBy="programs">
      <CardHeader id="programs" title="Programs" detail={detail} actions={<Legend />} />
      <div className="max-sm:hidden">
        <ProgramsTable programs={programs} on={eligibility.on} fundsTable={fundsTable} />
      </div>
      <div className="px-4 sm:hidden">
        <ProgramList programs={programs} open={invitationClass ?? "CEC"} />
      </div>
      {programs.flatMap(({ program, criteria }) =>
        criteria.map((criterion) => (
          <RulePopover
            key={criterion.id}
            id={criterion.id}
            title={`${program}: ${criterion.label.toLowerCase()}`}
            aside={
              <span className="inline-flex items-center gap-1">
                <VerdictIcon verdict={criterion.verdict} label={false} />
                {verdictLabel(criterion.verdict)}
              </span>
            }
            section={criterion.section}
            source={criterion.source}
          >
            <CriterionWords criterion={criterion} />
          </RulePopover>
        )),
      )}
    </Card>
  );
}

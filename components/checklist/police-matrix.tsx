import { Card, CardHeader } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Checklist, PoliceMatrix as Matrix } from "@/lib/checklist/types";
import { formatDate } from "@/lib/format/dates";
import { StateMark } from "./state-mark";

const cell = "border-b border-l border-line px-4 py-2 align-top text-sm first:border-l-0";

interface PoliceMatrixProps {
  matrix: Matrix;
  gaps: Checklist["gaps"];
}

/** Police certificates, person by country, with the reason in every cell, also where none is needed. */
export function PoliceMatrix({ matrix, gaps }: PoliceMatrixProps) {
  return (
    <Card labelledBy="police" className="mt-5">
      <CardHeader
        id="police"
        title="Police certificates"
        detail={`One for each country lived in for six months or more in a row since ${formatDate(matrix.since)}, from age 18. Never Canada.`}
        actions={
          <span className="pr-1 text-sm text-ink-2 tabular-nums">
            {matrix.accepted} of {matrix.total} accepted
          </span>
        }
      />
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-labelledby="police">
        <table className="w-full border-separate border-spacing-0 text-left">
          <thead>
            <tr>
              <th scope="col" className={`${cell} w-47 font-semibold`}>
                Person
              </th>
              {matrix.countries.map(({ code, name, leadDays }) => (
                <th key={code} scope="col" className={`${cell} font-semibold`}>
                  {name}
                  <span className="block text-xs font-normal text-ink-3">usually {leadDays} days</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="[&>tr:last-child>*]:border-b-0">
            {matrix.rows.map((row) => (
              <tr key={row.personId}>
                <th scope="row" className={`${cell} font-semibold`}>
                  {row.name}
                  <span className="block text-xs font-normal text-ink-3">{row.detail}</span>
                </th>
                {row.cells.map((one, index) => (
                  <td
                    key={matrix.countries[index]?.code}
                    className={`${cell} ${one.state === null ? "bg-paper text-ink-3" : ""}`}
                  >
                    {one.state === null ? "Not needed" : <StateMark state={one.state} />}
                    <span className="block text-xs text-ink-3">{one.note}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {gaps.map((gap) => (
        <p
          key={gap.name + gap.words}
          className="flex items-start gap-2 border-t border-line px-4 py-2.5 text-sm"
        >
          <StatusIcon tone="watch" className="mt-0.5" />
          <span>
            <b className="font-semibold">A gap in {gap.name}’s history:</b>{" "}
            <span className="text-ink-2">{gap.words}</span>
          </span>
        </p>
      ))}
    </Card>
  );
}

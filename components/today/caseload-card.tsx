import Link from "next/link";
import type { Today } from "@/lib/tasks/today/types";
import { RailSection } from "./rail-section";

/** How many of my files stand at which part of the journey; the parts add up to the whole. */
export function CaseloadCard({ today, ownerId }: { today: Today; ownerId: string }) {
  const total = today.caseload.reduce((sum, line) => sum + line.count, 0);
  const most = Math.max(1, ...today.caseload.map((line) => line.count));
  return (
    <RailSection
      id="caseload"
      title="My caseload"
      count={total}
      link={{ href: `/cases?owner=${ownerId}`, label: "Cases" }}
    >
      <ul className="py-1">
        {today.caseload.map((line) => (
          <li key={line.label}>
            <Link
              href={`/cases?${new URLSearchParams([["owner", ownerId], ...line.stages.map((stage) => ["stage", stage])]).toString()}`}
              prefetch={false}
              className="grid h-6 grid-cols-[6.5rem_minmax(0,1fr)_2rem] items-center gap-x-2 text-sm hover:underline"
            >
              <span>{line.label}</span>
              <span className="block h-1.5" aria-hidden>
                <span
                  className="block h-full rounded-sm bg-chart-1"
                  style={{ width: `${(line.count / most) * 100}%` }}
                />
              </span>
              <span className="text-right tabular-nums">{line.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </RailSection>
  );
}

import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import { formatCount } from "@/lib/format/quantities";
import type { Finding } from "@/lib/people/timeline/types";
import { factLinks } from "./edit-target";
import { findingLinks, findingWords } from "./finding-words";

interface HistoryFindingsProps {
  /** The ten years of each adult, with what is missing or there twice. */
  people: readonly { personId: string; name: string; findings: readonly Finding[] }[];
  caseNumber: string;
  canEdit: boolean;
}

/** Gaps and overlaps of everybody's ten years in one list, each with the forms that mend it. */
export function HistoryFindings({ people, caseNumber, canEdit }: HistoryFindingsProps) {
  const links = factLinks(`/cases/${caseNumber}/assessment`, null);
  const count = people.reduce((sum, { findings }) => sum + findings.length, 0);
  const clear = people.filter(({ findings }) => findings.length === 0).map(({ name }) => name);
  return (
    <Card labelledBy="ten-year-history" className="mt-5">
      <CardHeader
        id="ten-year-history"
        title="Ten-year history"
        detail="Addresses, work and studies without a gap: each has to be closed or explained before the form is sent"
        actions={
          <span className="pr-1 text-sm text-ink-2">
            {count === 0 ? "No gap, no overlap" : formatCount(count, "question")}
          </span>
        }
      />
      <ul>
        {people.flatMap(({ personId, name, findings }) =>
          findings.map((finding) => (
            <li
              key={`${personId}-${finding.mark}`}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 text-sm last:border-b-0"
            >
              <span className="flex min-w-0 flex-1 basis-72 items-start gap-2">
                <StatusIcon tone={finding.entries.length === 0 ? "late" : "watch"} className="mt-0.5" />
                <span>
                  <b className="font-semibold">
                    {finding.entries.length === 0 ? "Gap" : "Overlap"}, {name}:
                  </b>{" "}
                  <span className="text-ink-2">{findingWords(finding)}</span>
                </span>
              </span>
              {canEdit && (
                <span className="flex flex-wrap gap-x-3 print:hidden">
                  {findingLinks(finding, personId, links).map(({ label, href }) => (
                    <Link key={label} href={href} className="text-link">
                      {label}
                    </Link>
                  ))}
                </span>
              )}
            </li>
          )),
        )}
        {clear.length > 0 && (
          <li className="flex items-center gap-2 px-4 py-2.5 text-sm text-ink-2">
            <StatusIcon tone="ok" size={14} />
            Every day is accounted for: {clear.join(", ")}.
          </li>
        )}
      </ul>
    </Card>
  );
}

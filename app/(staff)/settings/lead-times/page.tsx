import type { Metadata } from "next";
import { LeadTimeForm } from "@/components/checklist/lead-time-form";
import { LeadTimesTable } from "@/components/checklist/lead-times-table";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { loadLeadTimeSettings } from "@/lib/checklist/lead-times/loaders";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

export const metadata: Metadata = { title: "Lead times" };

/** How many days the firm plans for each kind of document, from asking to having it. */
export default async function LeadTimesPage() {
  const settings = await loadLeadTimeSettings();
  return (
    <div className="flex flex-col gap-4">
      {settings.allowed.edit && (
        <Card labelledBy="set-lead-time">
          <CardHeader
            id="set-lead-time"
            title="Set a lead time"
            detail="from a day on; earlier entries are kept"
          />
          <CardBody>
            <LeadTimeForm settings={settings} />
          </CardBody>
        </Card>
      )}
      {settings.coming.length > 0 && (
        <Card labelledBy="coming">
          <CardHeader id="coming" title="From a later day" count={settings.coming.length} />
          <CardBody>
            <ul>
              {settings.coming.map((entry) => (
                <li key={entry.id}>
                  {entry.label}
                  {entry.countryName !== null && `, ${entry.countryName}`}:{" "}
                  {entry.days === null ? "as shipped" : formatCount(entry.days, "day")} from{" "}
                  {formatDate(entry.effectiveFrom)}, {entry.note}
                </li>
              ))}
            </ul>
          </CardBody>
        </Card>
      )}
      <Card labelledBy="lead-times">
        <CardHeader
          id="lead-times"
          title="Lead times"
          detail={`usual days from asking to having it; estimates shipped with ${settings.source}`}
        />
        <p className="border-b border-line px-4 py-2.5 text-sm text-ink-2">
          The estimates are the house’s own and have no public source: no authority promises them. What the
          firm enters counts before them. Measured is the median of the firm’s own accepted documents, the
          newest 500 of a kind, from the first asking to the day the accepted file came.
        </p>
        <LeadTimesTable settings={settings} />
      </Card>
    </div>
  );
}

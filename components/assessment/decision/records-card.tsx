import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import type { DecisionRecord } from "@/lib/assessment/decision/types";
import { formatDate } from "@/lib/format/dates";

const WORDS: Readonly<Record<DecisionRecord["decision"], string>> = {
  accept: "Accepted",
  decline: "Declined, back to the pool",
};

const ADVICE: Readonly<Record<DecisionRecord["figures"]["advice"], string>> = {
  proceed: "proceed",
  proceed_and_explain: "proceed with a letter",
  decline: "decline",
  check: "check first",
};

function figureWords({ figures }: DecisionRecord): string {
  const { scoreAtInvitation, scoreOnPlannedDay, lowestCrs, plannedOn, advice, adviceReason } = figures;
  const planned = scoreOnPlannedDay === null ? "not computed" : String(scoreOnPlannedDay);
  const lowest = lowestCrs === null ? "lowest invited not known" : `lowest invited ${lowestCrs}`;
  return `Score ${scoreAtInvitation} at the invitation, ${planned} on ${formatDate(plannedOn)}, ${lowest}. Advice: ${ADVICE[advice]}. ${adviceReason}.`;
}

/** What was decided, by whom, why, and the figures of the moment. */
export function RecordsCard({ records, timeZone }: { records: readonly DecisionRecord[]; timeZone: string }) {
  return (
    <Card labelledBy="decisions">
      <CardHeader id="decisions" title="Decisions" count={records.length} />
      <ul className="divide-y divide-line">
        {records.map((record) => (
          <li key={record.id} className="px-4 py-3">
            <p className="font-[550]">
              {WORDS[record.decision]}{" "}
              <span className="text-sm font-normal text-ink-2">
                by {record.by}, <InstantText instant={record.at} zone={timeZone} />
              </span>
            </p>
            <p>{record.reason}</p>
            <p className="text-sm text-ink-2">{figureWords(record)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

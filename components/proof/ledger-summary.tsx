import { Card } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import type { ProofLedger } from "@/lib/proof/types";
import { formatDate } from "@/lib/format/dates";
import { ledgerSentence, marginWords } from "./proof-words";

function Figure({ value, label, strong }: { value: number; label: string; strong: boolean }) {
  return (
    <div>
      <p
        className={`text-[2.75rem] leading-11 tracking-[-0.03em] tabular-nums ${strong ? "font-bold" : "font-medium text-ink-2"}`}
      >
        {value}
      </p>
      <p className="mt-1 text-xs text-ink-2">{label}</p>
    </div>
  );
}

/** Proven over claimed, with the cut-off as a line where it falls on the bar. */
function ShareBar({ ledger: { claimed, proven, cutOff } }: { ledger: ProofLedger }) {
  const most = Math.max(claimed, cutOff?.score ?? 0, 1);
  const share = (points: number) => `${(points / most) * 100}%`;
  return (
    <div aria-hidden className="relative mt-1 mb-6 h-4 rounded-sm bg-sunken">
      <div
        className="absolute inset-y-0 left-0 rounded-sm border border-dashed border-field-edge"
        style={{ width: share(claimed) }}
      />
      <div className="absolute inset-y-0 left-0 rounded-sm bg-info" style={{ width: share(proven) }} />
      {cutOff && (
        <div className="absolute -inset-y-1" style={{ left: share(cutOff.score) }}>
          <div className="h-6 w-0.5 -translate-x-full bg-ink" />
          <p className="absolute top-6 right-0 text-xs font-semibold whitespace-nowrap tabular-nums">
            {cutOff.score}
          </p>
        </div>
      )}
    </div>
  );
}

/** Whether the class of the invitation stands by what is proven. */
function ClassLine({ ledger: { invitationClass, classUnproven, programs } }: { ledger: ProofLedger }) {
  if (invitationClass === null) return null;
  const program = programs.find((one) => one.program === invitationClass);
  const falls = program?.criteria.filter((one) => one.claimed === "met" && one.proven !== "met") ?? [];
  return (
    <p className="flex items-start gap-2 border-t border-line px-4 py-2 text-sm">
      <StatusIcon tone={classUnproven ? "late" : "ok"} className="mt-0.5" />
      <span>
        {classUnproven
          ? `${invitationClass} is not met by what is proven: ${falls.map(({ label }) => label.toLowerCase()).join(", ")}.`
          : `${invitationClass}, the class of the invitation, stands by what is proven.`}
      </span>
    </p>
  );
}

/** The ledger in one look: claimed, proven, and how far the proven score is from the cut-off. */
export function LedgerSummary({ ledger }: { ledger: ProofLedger }) {
  const { claimed, proven, on, rulesetId, notice } = ledger;
  return (
    <Card labelledBy="proof">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-3 px-4 pt-4 pb-3 sm:grid-cols-[auto_auto_minmax(0,1fr)] sm:items-center">
        <Figure value={proven} label="proven" strong />
        <Figure value={claimed} label={`claimed on ${formatDate(on)}`} strong={false} />
        <div className="min-w-0 max-sm:col-span-2">
          <ShareBar ledger={ledger} />
          <h2 id="proof" className="font-semibold">
            {ledgerSentence(ledger)}
          </h2>
          <p className="text-ink-2">
            {proven === claimed ? "As it stands" : "If the rest fails"}, the score is {proven}
            {marginWords(proven, ledger)}.
          </p>
        </div>
      </div>
      <ClassLine ledger={ledger} />
      <p className="border-t border-line px-4 py-2 text-sm text-ink-2">
        {notice ?? `Scored under ${rulesetId}.`} The proven score is the engine’s for the proven facts alone,
        not the lines added up.
      </p>
    </Card>
  );
}

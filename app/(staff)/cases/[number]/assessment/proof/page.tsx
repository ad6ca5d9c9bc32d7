import { AssessmentTabs } from "@/components/assessment/assessment-tabs";
import { LedgerFacts } from "@/components/proof/ledger-facts";
import { LedgerLines } from "@/components/proof/ledger-lines";
import { LedgerPrograms } from "@/components/proof/ledger-programs";
import { LedgerSummary } from "@/components/proof/ledger-summary";
import { loadProofLedger } from "@/lib/proof/loaders";

/** The proof ledger: what the file claims, what its accepted documents prove, and what is missing. */
export default async function ProofPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  const ledger = await loadProofLedger(number);
  return (
    <div className="flex flex-col gap-4">
      <AssessmentTabs number={number} current="proof" />
      <LedgerSummary ledger={ledger} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <LedgerFacts ledger={ledger} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 max-xl:order-first">
          <LedgerLines ledger={ledger} />
          <LedgerPrograms programs={ledger.programs} />
        </div>
      </div>
    </div>
  );
}

import type { Metadata } from "next";
import { ConfirmFacts } from "@/components/portal/confirm-facts";
import { FACTS_WORDS } from "@/components/portal/facts-words";
import { FactsSheet } from "@/components/portal/facts-sheet";
import { whenNear } from "@/components/portal/near-date";
import { PageTitle } from "@/components/portal/page-title";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { loadPortalFacts } from "@/lib/portal/loaders";

export const metadata: Metadata = { title: FACTS_WORDS.title };

/** The facts that go to IRCC, and the client's word that they are true. */
export default async function ApprovePage() {
  const { caseId, factsVersion, facts, day, confirm, confirmedAt } = await loadPortalFacts();
  return (
    <>
      <PageTitle
        title={FACTS_WORDS.title}
        back={{ href: "/portal", label: FACTS_WORDS.backHome }}
        lead={FACTS_WORDS.lead}
      />
      {confirmedAt !== null && (
        <Notice tone="ok" title={FACTS_WORDS.confirmed(whenNear(confirmedAt, day))} className="mb-4" />
      )}
      {confirmedAt === null && !confirm.allowed && (
        <Notice tone="info" title={confirm.reason} className="mb-4" />
      )}
      <FactsSheet facts={facts} />
      <div className="mt-6 rounded-lg bg-sunken p-4">
        <h2 className="font-[650]">{FACTS_WORDS.wrong}</h2>
        <p className="mt-1 mb-3 text-ink-2">{FACTS_WORDS.wrongText}</p>
        <Button href="/portal/messages">{FACTS_WORDS.writeToUs}</Button>
      </div>
      {confirmedAt !== null && (
        <Notice tone="ok" live title={FACTS_WORDS.thanks} className="mt-6">
          <Button href="/portal" className="mt-3">
            {FACTS_WORDS.backHome}
          </Button>
        </Notice>
      )}
      {confirm.allowed && <ConfirmFacts caseId={caseId} factsVersion={factsVersion} />}
    </>
  );
}

import { ConfirmedCopy } from "@/components/submission/confirmed-copy";
import { ObjectionList } from "@/components/submission/objection-list";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadConfirmations } from "@/lib/submission/sheet/loaders";

/** What the client has confirmed, exactly as they read it, and what they said is wrong. */
export default async function ConfirmedPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  const { caseId, approvals, objections, timeZone, allowed } = await loadConfirmations(number);
  return (
    <div className="flex flex-col gap-4">
      {objections.length > 0 && (
        <Card labelledBy="objections">
          <CardHeader id="objections" title="What the client says is wrong" />
          <ObjectionList {...{ caseId, objections, timeZone }} mayAnswer={allowed.answer} />
        </Card>
      )}
      {approvals.length === 0 ? (
        <EmptyState title="Nothing confirmed yet">
          After the sign-off the client reads the facts in the portal and confirms them. What they confirm is
          kept here, word for word.
        </EmptyState>
      ) : (
        approvals.map((approval) => <ConfirmedCopy key={approval.id} {...{ approval, timeZone }} />)
      )}
    </div>
  );
}

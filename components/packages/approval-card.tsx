import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import type { PackageView } from "@/lib/packages/types";

/** Who approved it, when, by which rules, and how to check it in five years. */
export function ApprovalCard({ view, timeZone }: { view: PackageView; timeZone: string }) {
  const { approvedAt, approvedBy, approvedDespite, rulesAsOf, manifestSha256, sentAt } = view;
  if (approvedAt === null) return null;
  return (
    <Card labelledBy="approval">
      <CardHeader id="approval" title="Approved" detail="it never changes again" />
      <CardBody>
        <DefinitionList
          items={[
            { term: "By", value: approvedBy ?? "" },
            { term: "At", value: <InstantText instant={approvedAt} zone={timeZone} nameZone /> },
            { term: "Rules", value: rulesAsOf ?? "" },
            {
              term: "Manifest",
              value: <code className="text-xs wrap-anywhere">{manifestSha256 ?? ""}</code>,
            },
            ...(approvedDespite === null ? [] : [{ term: "All the same", value: approvedDespite }]),
            {
              term: "Sent",
              value:
                sentAt === null ? (
                  "Not recorded as sent"
                ) : (
                  <InstantText instant={sentAt} zone="UTC" seconds nameZone />
                ),
            },
          ]}
        />
      </CardBody>
    </Card>
  );
}

import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import type { RecordedAgreement } from "@/lib/cases/overview/types";
import type { CaseHeader } from "@/lib/cases/types";
import { formatDate } from "@/lib/format/dates";
import { InviteClient } from "./invite-client";
import { LinkAgreement } from "./link-agreement";

interface FileCardProps {
  file: CaseHeader;
  agreements: readonly RecordedAgreement[];
  documents: readonly { id: string; title: string }[];
}

const AGREEMENTS = { consultation: "Consultation", service: "Service agreement" } as const;

function portalWords({ accountStatus }: CaseHeader): string {
  switch (accountStatus) {
    case null:
      return "Not invited";
    case "invited":
      return "Invited, not accepted yet";
    case "active":
      return "Has an account";
    case "disabled":
      return "Account disabled";
  }
}

/** How to reach the client, and what was signed. */
export function FileCard({ file, agreements, documents }: FileCardProps) {
  const missing = <span className="text-ink-3">Not given</span>;
  return (
    <Card labelledBy="file">
      <CardHeader id="file" title="Client and agreements" />
      <CardBody className="space-y-3">
        <DefinitionList
          items={[
            { term: "E-mail", value: file.clientEmail ?? missing },
            { term: "Phone", value: file.clientPhone ?? missing },
            { term: "Portal", value: portalWords(file) },
            ...agreements.map((agreement) => ({
              key: agreement.id,
              term: AGREEMENTS[agreement.kind],
              value: (
                <>
                  Signed {formatDate(agreement.signedOn)}
                  {agreement.documentTitle === null ? (
                    <span className="text-ink-3">, no document linked</span>
                  ) : (
                    `, ${agreement.documentTitle}`
                  )}
                  {agreement.documentTitle === null && file.allowed.edit && documents.length > 0 && (
                    <LinkAgreement caseId={file.id} agreementId={agreement.id} documents={documents} />
                  )}
                </>
              ),
            })),
            ...(file.enquiryNote === null ? [] : [{ term: "Enquiry", value: file.enquiryNote }]),
          ]}
        />
        {file.allowed.inviteClient && <InviteClient file={file} />}
      </CardBody>
    </Card>
  );
}

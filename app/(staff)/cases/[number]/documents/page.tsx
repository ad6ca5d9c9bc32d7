import { ClipboardList, Package } from "lucide-react";
import { AddDocument } from "@/components/documents/add-document";
import { DocumentList } from "@/components/documents/document-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadChecklist } from "@/lib/checklist/loaders";
import { loadCaseDocuments } from "@/lib/documents/loaders";
import { formatBytes, formatCount } from "@/lib/format/quantities";

/** Every document of a case, every version, and everybody who has seen it. */
export default async function DocumentsPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  const page = await loadCaseDocuments(number);
  const checklist = page.allowed.upload ? await loadChecklist(number) : null;
  const lines = (checklist?.groups ?? []).flatMap(({ name, items }) =>
    items
      .filter(({ state }) => state !== "waived")
      .map(({ id, title }) => ({ id, label: `${title} (${name})` })),
  );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <p className="text-sm text-ink-2">
          {formatCount(page.documents.length, "document")}, {formatCount(page.versionCount, "version")},{" "}
          {formatBytes(page.totalBytes)}. Each view and download is recorded.
        </p>
        {page.allowed.upload && (
          <div className="ml-auto flex flex-wrap gap-2">
            <Button href={`/cases/${number}/documents/forms`} icon={<ClipboardList aria-hidden />}>
              Sheet for IRCC’s forms
            </Button>
            {page.allowed.review && (
              <Button href={`/cases/${number}/documents/package`} icon={<Package aria-hidden />}>
                Package for IRCC
              </Button>
            )}
            <AddDocument caseId={page.caseId} lines={lines} />
          </div>
        )}
      </div>
      {page.documents.length > 0 ? (
        <DocumentList page={page} />
      ) : (
        <EmptyState title="No documents yet">
          What the client sends from the portal appears here, and what you add yourself.
        </EmptyState>
      )}
    </>
  );
}

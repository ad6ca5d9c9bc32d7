import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { Card } from "@/components/ui/card";
import { Button } from "@/components/ui/button";
import { DaysLeft } from "@/components/ui/days-left";
import { EmptyState } from "@/components/ui/empty-state";
import { RowKeys } from "@/components/ui/row-keys";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { loadReviewQueue } from "@/lib/checklist/review/loaders";
import { formatCount } from "@/lib/format/quantities";

export const metadata: Metadata = { title: "Documents to review" };

/** Every document that waits for a decision on the viewer's cases, the first to run out of time first. */
export default async function ReviewQueuePage() {
  const { entries, today, more } = await loadReviewQueue();
  const [first] = entries;
  return (
    <>
      <PageHead
        title="Documents to review"
        context={`${formatCount(entries.length, "document")}${more ? " and more" : ""}, first to run out of time comes first`}
        actions={
          first && (
            <Button variant="primary" href={`/review/${first.requirementId}`}>
              Start
            </Button>
          )
        }
      />
      {entries.length === 0 ? (
        <EmptyState title="Nothing waits for review">
          When a client sends a document, it stands here until you accept or return it.
        </EmptyState>
      ) : (
        <RowKeys>
          <Card>
            <Table caption="Documents to review" stickyHead>
              <thead>
                <tr>
                  <HeadCell>Document</HeadCell>
                  <HeadCell>Whose</HeadCell>
                  <HeadCell>Client</HeadCell>
                  <HeadCell>File</HeadCell>
                  <HeadCell>Next date</HeadCell>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry, index) => (
                  <Row key={entry.requirementId} active={index === 0}>
                    <RowHead>
                      <RowLink href={`/review/${entry.requirementId}`}>{entry.title}</RowLink>
                    </RowHead>
                    <Cell>{entry.personName ?? "Whole family"}</Cell>
                    <Cell>{entry.caseName}</Cell>
                    <Cell className="text-ink-2">{entry.caseNumber}</Cell>
                    <Cell>
                      {entry.dueOn !== null && <DaysLeft look="line" date={entry.dueOn} today={today} />}
                    </Cell>
                  </Row>
                ))}
              </tbody>
            </Table>
          </Card>
        </RowKeys>
      )}
    </>
  );
}

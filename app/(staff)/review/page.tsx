import type { Metadata } from "next";
import { queueQuery, readQueueFilter } from "@/components/checklist/queue-address";
import { QueueFilters } from "@/components/checklist/queue-filters";
import { PageHead } from "@/components/layout/page-head";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { RowKeys } from "@/components/ui/row-keys";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { loadReviewQueue } from "@/lib/checklist/review/loaders";
import type { QueueEntry } from "@/lib/checklist/review/types";
import { daysUntil, formatDaysLeft } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

export const metadata: Metadata = { title: "Documents to review" };

interface ReviewQueuePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Columns that a phone leaves out. */
const WIDE = "max-md:hidden";

function turnOf(query: Record<string, string | string[] | undefined>) {
  if (typeof query.after === "string") return { way: "after", lineId: query.after } as const;
  if (typeof query.before === "string") return { way: "before", lineId: query.before } as const;
  return null;
}

interface EntryRowProps {
  entry: QueueEntry;
  query: string;
  today: string;
  active: boolean;
}

function EntryRow({ entry, query, today, active }: EntryRowProps) {
  return (
    <Row active={active}>
      <RowHead wrap className="min-w-44">
        <RowLink href={`/review/${entry.requirementId}${query}`}>{entry.title}</RowLink>
        {/* A phone has room for one column: it says what the others say. */}
        <span className="block text-xs font-normal text-ink-2 md:hidden">
          {entry.personName !== null &&
            !entry.caseName.startsWith(entry.personName) &&
            `${entry.personName} · `}
          {entry.caseName}
          {entry.dueOn !== null && `, ${formatDaysLeft(daysUntil(entry.dueOn, today))}`}
        </span>
        {entry.heldBy !== null && (
          <Badge tone="info" className="ml-2">
            {entry.heldBy} is reviewing
          </Badge>
        )}
      </RowHead>
      <Cell className={WIDE}>{entry.personName ?? "Whole family"}</Cell>
      <Cell className={WIDE}>{entry.caseName}</Cell>
      <Cell className={`text-ink-2 ${WIDE}`}>{entry.caseNumber}</Cell>
      <Cell className={`text-ink-2 ${WIDE}`}>{entry.consultant}</Cell>
      <Cell className={WIDE}>
        {entry.dueOn !== null && <DaysLeft look="line" date={entry.dueOn} today={today} />}
      </Cell>
    </Row>
  );
}

/** Every document that waits for a decision on the viewer's cases, by consultant and kind, in one of two orders. */
export default async function ReviewQueuePage({ searchParams }: ReviewQueuePageProps) {
  const query = await searchParams;
  const filter = readQueueFilter(query);
  const queue = await loadReviewQueue(filter, turnOf(query));
  const { entries, today, total, after, before } = queue;
  const suffix = queueQuery(filter);
  const free = entries.find(({ heldBy }) => heldBy === null);
  return (
    <>
      <PageHead
        title="Documents to review"
        context={formatCount(total, "document")}
        actions={
          free && (
            <Button variant="primary" href={`/review/${free.requirementId}${suffix}`}>
              Start
            </Button>
          )
        }
      />
      <QueueFilters filter={filter} queue={queue} />
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
                  <HeadCell className={WIDE}>Whose</HeadCell>
                  <HeadCell className={WIDE}>Client</HeadCell>
                  <HeadCell className={WIDE}>File</HeadCell>
                  <HeadCell className={WIDE}>Consultant</HeadCell>
                  <HeadCell className={WIDE}>Next date</HeadCell>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <EntryRow
                    key={entry.requirementId}
                    {...{ entry, today }}
                    query={suffix}
                    active={entry === (free ?? entries[0])}
                  />
                ))}
              </tbody>
            </Table>
          </Card>
        </RowKeys>
      )}
      <Pagination
        previousHref={before === null ? null : `/review${queueQuery(filter, { before })}`}
        nextHref={after === null ? null : `/review${queueQuery(filter, { after })}`}
      />
    </>
  );
}

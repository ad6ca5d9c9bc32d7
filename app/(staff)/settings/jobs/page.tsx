import type { Metadata } from "next";
import { DeadJobTable } from "@/components/queue/dead-job-table";
import { QueueTable } from "@/components/queue/queue-table";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatDateTime } from "@/lib/format/dates";
import { loadQueue } from "@/lib/queue/loaders";

export const metadata: Metadata = { title: "Jobs" };

/** What works in the background: what waits, what runs, and what was tried in vain. */
export default async function JobsPage() {
  const { counts, dead, more, workerSeenAt, timeZone } = await loadQueue();
  const seen =
    workerSeenAt === null
      ? "No worker has run yet."
      : `A worker was seen ${formatDateTime(workerSeenAt, timeZone)}.`;
  return (
    <>
      <Card labelledBy="dead" className="mb-6">
        <CardHeader
          id="dead"
          title="Dead jobs"
          detail="Tried twelve times in vain. What a row says is still to be done gets a new job within five minutes of giving up."
        />
        {dead.length === 0 ? (
          <CardBody>
            <p className="text-ink-2">None. Everything that failed is tried again by itself.</p>
          </CardBody>
        ) : (
          <DeadJobTable jobs={dead} zone={timeZone} />
        )}
        {more > 0 && (
          <CardBody>
            <p className="text-ink-2">{more} more are not shown.</p>
          </CardBody>
        )}
      </Card>
      <Card labelledBy="queue">
        <CardHeader id="queue" title="The queue" detail={seen} />
        {counts.length === 0 ? (
          <CardBody>
            <p className="text-ink-2">Nothing waits.</p>
          </CardBody>
        ) : (
          <QueueTable counts={counts} />
        )}
      </Card>
    </>
  );
}

import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import type { TimelineLine } from "@/lib/cases/timeline/types";
import type { CaseHeader } from "@/lib/cases/types";
import { shortWhen, timelineEntry } from "./case-timeline";

/** What happened last; the rest is one click away. */
export function RecentCard({ file, lines }: { file: CaseHeader; lines: readonly TimelineLine[] }) {
  return (
    <Card labelledBy="recent">
      <CardHeader
        id="recent"
        title="Recent activity"
        actions={
          <Button href={`/cases/${file.number}/timeline`} variant="quiet" size="sm">
            Timeline
          </Button>
        }
      />
      <Timeline
        label="Recent activity"
        entries={lines.map((line) => timelineEntry(line, shortWhen(line.at, file.day)))}
      />
    </Card>
  );
}

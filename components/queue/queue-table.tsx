import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { TaskCount } from "@/lib/queue/types";

const NAMES: Readonly<Record<string, string>> = {
  "send-mail": "Send a mail",
  remind: "Remind of a date",
  reconcile: "Look for what has no job",
  "expire-windows": "End what has run out",
  "sweep-uploads": "Sweep left-over uploads",
  "rescore-cases": "Score every case anew",
  "compare-rules": "Compare rules",
  "replay-round": "Replay a round",
  "build-package": "Build a package",
  "advise-pool": "Advise the pool",
  "find-crossings": "Find scores near a round",
  "derive-clocks": "Derive every date anew",
};

/** A task in words; one that has none yet by its own name. */
export function taskName(task: string): string {
  return NAMES[task] ?? task;
}

/** How many jobs of each task wait, run and are dead. */
export function QueueTable({ counts }: { counts: readonly TaskCount[] }) {
  return (
    <Table caption="Jobs by task">
      <thead>
        <tr>
          <HeadCell>Task</HeadCell>
          <HeadCell align="right">Waiting</HeadCell>
          <HeadCell align="right">Running</HeadCell>
          <HeadCell align="right">Dead</HeadCell>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ task, waiting, running, dead }) => (
          <Row key={task}>
            <RowHead>{taskName(task)}</RowHead>
            <Cell align="right">{waiting}</Cell>
            <Cell align="right">{running}</Cell>
            <Cell align="right">{dead}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

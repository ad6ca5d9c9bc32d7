"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { InstantText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { giveUpJobAction, retryJobAction } from "@/lib/queue/actions";
import type { DeadJob } from "@/lib/queue/types";
import { taskName } from "./queue-table";

/** Jobs that were tried as often as they may be, the oldest first: each is tried again or given up by hand. */
export function DeadJobTable({ jobs, zone }: { jobs: readonly DeadJob[]; zone: string }) {
  return (
    <Table caption="Dead jobs, the oldest first">
      <thead>
        <tr>
          <HeadCell>Job</HeadCell>
          <HeadCell>Attempts</HeadCell>
          <HeadCell>Last error</HeadCell>
          <HeadCell>Last tried</HeadCell>
          <HeadCell>
            <span className="sr-only">What to do</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ id, task, attempts, fault, lastTriedAt }) => (
          <Row key={id}>
            <RowHead>
              {taskName(task)}, job {id}
            </RowHead>
            <Cell>{attempts}</Cell>
            <Cell>{fault}</Cell>
            <Cell>
              <InstantText instant={lastTriedAt} zone={zone} />
            </Cell>
            <Cell>
              <span className="flex gap-2">
                <ActionForm
                  action={retryJobAction}
                  hidden={{ jobId: id }}
                  successMessage="It is tried again"
                  label={`Try job ${id} again`}
                >
                  <SubmitButton variant="row" size="sm">
                    Retry<span className="sr-only"> job {id}</span>
                  </SubmitButton>
                </ActionForm>
                <ActionForm
                  action={giveUpJobAction}
                  hidden={{ jobId: id }}
                  successMessage="It is given up"
                  label={`Give up job ${id}`}
                >
                  <SubmitButton variant="row" size="sm">
                    Give up<span className="sr-only"> job {id}</span>
                  </SubmitButton>
                </ActionForm>
              </span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

"use client";

import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { formatDate } from "@/lib/format/dates";
import { unsnoozeThingAction } from "@/lib/tasks/actions";
import type { SnoozedThing } from "@/lib/tasks/today/types";

/** What was put off, until when and why, each with its way back. */
export function SnoozedList({ things }: { things: readonly SnoozedThing[] }) {
  return (
    <section aria-labelledby="snoozed" className="mt-4 rounded-lg border border-line bg-surface">
      <h2
        id="snoozed"
        className="flex h-9 items-center border-b border-line bg-paper px-4 font-semibold first:rounded-t-lg"
      >
        Snoozed
        <span className="ml-2 text-sm font-normal text-ink-2">{things.length}</span>
      </h2>
      <ol>
        {things.map(({ snoozeId, title, caseName, caseNumber, until, reason }) => (
          <li
            key={snoozeId}
            className="grid items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_8.5rem_8rem_auto]"
          >
            <div className="min-w-0">
              <p className="font-semibold">{title}</p>
              <p className="text-sm text-ink-2">{reason}</p>
            </div>
            <Link
              href={`/cases/${caseNumber}/overview`}
              prefetch={false}
              className="truncate text-sm hover:underline"
            >
              {caseName}
            </Link>
            <span className="text-sm">until {formatDate(until)}</span>
            <ActionForm
              action={unsnoozeThingAction}
              hidden={{ snoozeId }}
              successMessage={`${title}: back on Today`}
              label={`Take back: ${title}`}
            >
              <SubmitButton variant="row" size="sm">
                Take back
                <span className="sr-only">: {title}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ol>
    </section>
  );
}

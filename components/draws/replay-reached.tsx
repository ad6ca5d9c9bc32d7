"use client";

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useTicked } from "@/components/forms/use-ticked";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/input";
import { decideReachedAction } from "@/lib/draws/actions";
import { formatCount } from "@/lib/format/quantities";

interface ReachedFormProps {
  roundId: string;
  /** `2026-01-07 15:20:33`, what IRCC's messages are dated at first. */
  receivedAt: string;
  /** The table with its boxes. */
  children: ReactNode;
}

/** Clients whom the rules say the round reached, and what came of it: an ITA for each of the ticked, or for none. */
export function ReachedForm({ roundId, receivedAt, children }: ReachedFormProps) {
  const [ticked, untick] = useTicked("caseIds");
  return (
    <ActionForm
      action={decideReachedAction}
      label="What came for the clients this round reached"
      hidden={{ roundId }}
      successMessage="Recorded"
      onSuccess={untick}
    >
      {children}
      <div className="flex flex-wrap items-end gap-3 px-4 py-3">
        <p className="self-center font-semibold" role="status">
          {ticked} selected
        </p>
        <TextField name="receivedAt" label="ITA sent, UTC" defaultValue={receivedAt} className="w-48" />
        <DateField name="shownExpiry" label="Last day in the accounts" optional className="w-56" />
        <TextField
          name="reason"
          label="Or what you saw"
          defaultValue="No invitation in the account"
          className="w-60"
        />
        <span className="flex gap-2 md:ml-auto">
          <SubmitButton name="decide" value="none" variant="default" pendingLabel="Recording…">
            No ITA was sent
          </SubmitButton>
          <SubmitButton name="decide" value="record" pendingLabel="Recording…">
            {ticked > 0 ? `Record ${formatCount(ticked, "ITA")}` : "Record ITAs"}
          </SubmitButton>
        </span>
      </div>
    </ActionForm>
  );
}

/** The sign beside the heading of what must be done at once. */
export function ReachedSign() {
  return <CircleAlert aria-hidden className="size-4 text-late" />;
}

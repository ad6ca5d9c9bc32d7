"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useTicked } from "@/components/forms/use-ticked";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { assignCasesAction } from "@/lib/cases/actions";
import type { Colleague } from "@/lib/cases/types";
import { formatCount } from "@/lib/format/quantities";

/** Gives the ticked cases to one colleague. The server looks at each of them again. */
export function BulkAssign({
  assignees,
  children,
}: {
  assignees: readonly Colleague[];
  children: React.ReactNode;
}) {
  const [ticked, untick] = useTicked("caseIds");
  return (
    <ActionForm
      action={assignCasesAction}
      label="Reassign cases"
      successMessage="Cases reassigned"
      onSuccess={untick}
    >
      {children}
      <div
        className={`sticky bottom-0 flex flex-wrap items-center gap-3 rounded-b-lg border-t border-line bg-surface px-4 py-2 max-md:bottom-14 ${ticked === 0 ? "hidden" : ""}`}
      >
        <p className="text-sm font-semibold">{formatCount(ticked, "case")} chosen</p>
        <SelectField
          name="ownerId"
          label="New owner"
          hideLabel
          emptyLabel="Give them to…"
          options={assignees.map(({ id, name }) => ({ value: id, label: name }))}
          className="w-56"
        />
        <TextField
          name="note"
          label="What the new owner should know of each"
          hideLabel
          placeholder="What the new owner should know of each"
          className="w-80 max-w-full"
        />
        <SubmitButton variant="default" pendingLabel="Reassigning…">
          Reassign
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

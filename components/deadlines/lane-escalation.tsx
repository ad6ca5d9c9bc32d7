"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import type { Colleague } from "@/lib/cases/types";
import { escalateWindowAction } from "@/lib/deadlines/actions";

function EscalateForm({ caseId, managers }: { caseId: string; managers: readonly Colleague[] }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={escalateWindowAction}
      hidden={{ caseId }}
      successMessage="Escalated"
      onSuccess={close}
    >
      <FormStack>
        <SelectField
          name="managerId"
          label="Manager"
          options={managers.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel="Choose…"
          required
        />
        <TextField name="reason" label="Why" hint="What they need to know to decide." required />
        <FormActions>
          <SubmitButton pendingLabel="Escalating…">Escalate</SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

interface LaneEscalationProps {
  /** The lane that is put before a manager; null: closed. */
  lane: { caseId: string; displayName: string } | null;
  managers: readonly Colleague[];
  onClose: () => void;
}

/** One form for all lanes of the board. */
export function LaneEscalation({ lane, managers, onClose }: LaneEscalationProps) {
  return (
    <Dialog
      title={`Escalate ${lane?.displayName ?? ""}`}
      description="It becomes a task of the manager and stands on the board until they have acted or recorded a decision."
      size="sm"
      open={lane !== null}
      onOpenChange={(open) => !open && onClose()}
    >
      {lane && <EscalateForm caseId={lane.caseId} managers={managers} />}
    </Dialog>
  );
}

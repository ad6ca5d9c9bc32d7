"use client";

import type { ReactNode } from "react";
import { createContext, use, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import type { Colleague } from "@/lib/cases/types";
import { escalateWindowAction } from "@/lib/deadlines/actions";

interface Escalated {
  caseId: string;
  displayName: string;
}

const EscalateContext = createContext<(lane: Escalated) => void>(() => undefined);

/** Opens the form that puts a lane before a manager. */
export function useEscalate(): (lane: Escalated) => void {
  return use(EscalateContext);
}

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

/** One form for all lanes of the board. */
export function Escalation({ managers, children }: { managers: readonly Colleague[]; children: ReactNode }) {
  const [lane, setLane] = useState<Escalated | null>(null);
  return (
    <EscalateContext value={setLane}>
      {children}
      <Dialog
        title={`Escalate ${lane?.displayName ?? ""}`}
        description="It becomes a task of the manager and stands on the board until they have acted or recorded a decision."
        size="sm"
        open={lane !== null}
        onOpenChange={(open) => !open && setLane(null)}
      >
        {lane && <EscalateForm caseId={lane.caseId} managers={managers} />}
      </Dialog>
    </EscalateContext>
  );
}

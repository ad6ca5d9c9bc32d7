"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Dialog, DialogClose, useDialogClose } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/input";
import { TextareaField } from "@/components/ui/textarea";
import { formatCount } from "@/lib/format/quantities";
import {
  activateTableAction,
  compareDraftAction,
  discardDraftAction,
  retireTableAction,
} from "@/lib/rules/actions";
import type { RuleVersion, RuleVersionPage } from "@/lib/rules/types";

type Acted = Pick<RuleVersion, "id" | "key" | "version" | "effectiveFrom" | "source">;

function ActivateForm({ version, files }: { version: Acted; files: number }) {
  return (
    <ActionForm
      action={activateTableAction}
      hidden={{ id: version.id, version: version.version }}
      successMessage="Activated"
    >
      <FormStack>
        <DateField
          name="effectiveFrom"
          label="First day in force"
          defaultValue={version.effectiveFrom}
          required
        />
        <TextField
          name="source"
          label="Source"
          hint="An address, or the instrument with its date."
          defaultValue={version.source}
          required
        />
        <p className="text-ink-2">
          {formatCount(files, "open file")} will be scored anew in the background. Scores that are on record
          keep their figures and the name of their rules.
        </p>
        <FormActions>
          <SubmitButton pendingLabel="Activating…">Activate {version.key}</SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

function RetireForm({ version }: { version: Acted }) {
  const close = useDialogClose();
  return (
    <ActionForm
      action={retireTableAction}
      hidden={{ id: version.id, version: version.version }}
      successMessage="Taken out of force"
      onSuccess={close}
    >
      <FormStack>
        <TextareaField name="reason" label="Why" hint="Kept with the version." required />
        <FormActions>
          <SubmitButton variant="danger" pendingLabel="Retiring…">
            Take out of force
          </SubmitButton>
          <DialogClose />
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** Asks the worker who would gain and who would lose. */
export function CompareButton({ version, again }: { version: Acted; again?: boolean }) {
  return (
    <ActionForm
      action={compareDraftAction}
      hidden={{ id: version.id, version: version.version }}
      label="Compare over the pool"
    >
      <SubmitButton variant="default" pendingLabel="Asking…">
        {again ? "Compare again" : "Who gains, who loses"}
      </SubmitButton>
    </ActionForm>
  );
}

function Discard({ version }: { version: Acted }) {
  return (
    <Dialog
      title={`Discard ${version.key}?`}
      description="The draft and its comparison are removed. Nothing that is in force changes."
      trigger={{ label: "Discard", variant: "quiet" }}
      size="sm"
    >
      <ActionForm action={discardDraftAction} hidden={{ id: version.id, version: version.version }}>
        <FormActions>
          <SubmitButton variant="danger" pendingLabel="Discarding…">
            Discard the draft
          </SubmitButton>
          <DialogClose />
        </FormActions>
      </ActionForm>
    </Dialog>
  );
}

interface VersionActionsProps {
  page: Pick<RuleVersionPage, "allowed" | "comparison" | "files"> & { version: Acted & { kind: string } };
}

/** What may be done with a version now. */
export function VersionActions({ page: { version, allowed, comparison, files } }: VersionActionsProps) {
  const path = `/settings/rules/${version.id}`;
  return (
    <>
      {allowed.activate && (
        <Dialog
          title={`Activate ${version.key}`}
          description="From its first day on, everything the firm computes follows it."
          trigger={{ label: "Activate…", variant: "primary" }}
        >
          <ActivateForm version={version} files={files} />
        </Dialog>
      )}
      {allowed.activate && !comparison && <CompareButton version={version} />}
      {comparison && <Button href={`${path}/compare`}>Who gains, who loses</Button>}
      {allowed.edit && <Button href={`${path}/edit`}>Edit</Button>}
      {allowed.edit && <Discard version={version} />}
      {allowed.retire && (
        <Dialog
          title={`Take ${version.key} out of force?`}
          description="The version before it holds again, and open files are scored anew. It stays on record."
          trigger={{ label: "Take out of force…", variant: "quiet" }}
        >
          <RetireForm version={version} />
        </Dialog>
      )}
    </>
  );
}

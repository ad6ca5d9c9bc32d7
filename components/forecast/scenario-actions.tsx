import { Ellipsis } from "lucide-react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PopoverPanel } from "@/components/layout/popover-panel";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/input";
import { removeScenarioAction, renameScenarioAction } from "@/lib/assessment/actions";
import { anchoredAtEnd, anchoredPanel } from "./anchored-panel";

interface ScenarioActionsProps {
  caseId: string;
  id: string;
  version: number;
  name: string;
}

/** Another name for a scenario, or its end. Opens before JavaScript. */
export function ScenarioActions({ caseId, id, version, name }: ScenarioActionsProps) {
  const hidden = { caseId, id, version };
  const panel = `scenario-${id}`;
  return (
    <>
      <IconButton
        label={`Rename or remove ${name}`}
        size="sm"
        icon={<Ellipsis aria-hidden />}
        popoverTarget={panel}
      />
      <PopoverPanel
        // A new name closes it.
        key={version}
        id={panel}
        label={name}
        className={`${anchoredPanel} ${anchoredAtEnd} w-72 whitespace-normal`}
      >
        <ActionForm
          action={renameScenarioAction}
          hidden={hidden}
          successMessage="Renamed"
          label={`Rename ${name}`}
          className="flex flex-col gap-2"
        >
          <TextField name="name" label="Name" defaultValue={name} maxLength={80} required />
          <SubmitButton variant="default" pendingLabel="Renaming…" className="self-start">
            Rename
          </SubmitButton>
        </ActionForm>
        <ActionForm
          action={removeScenarioAction}
          hidden={hidden}
          successMessage="Scenario removed"
          label={`Remove ${name}`}
          className="mt-3 border-t border-line pt-3"
        >
          <SubmitButton variant="danger" pendingLabel="Removing…">
            Remove this scenario
          </SubmitButton>
        </ActionForm>
      </PopoverPanel>
    </>
  );
}

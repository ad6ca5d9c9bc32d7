import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PopoverPanel } from "@/components/layout/popover-panel";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/input";
import { saveScenarioAction } from "@/lib/assessment/actions";
import type { ForecastPage } from "@/lib/assessment/forecast/types";
import { anchoredAtEnd, anchoredPanel } from "./anchored-panel";

const PANEL = "save-scenario";

/** Keeps what is tried under a name. With nothing tried yet it says what comes first. */
export function SaveScenario({ page }: { page: ForecastPage }) {
  const tried = page.lines.find(({ kind }) => kind === "tried");
  return (
    <>
      <Button popoverTarget={PANEL}>Save as scenario</Button>
      <PopoverPanel
        key={tried ? "tried" : "nothing"}
        id={PANEL}
        label="Save as scenario"
        className={`${anchoredPanel} ${anchoredAtEnd} w-80`}
      >
        {tried ? (
          <ActionForm
            // What is tried anew takes its own name.
            key={tried.name}
            action={saveScenarioAction}
            hidden={{ caseId: page.caseId, changes: JSON.stringify(tried.changes) }}
            successMessage="Scenario kept"
            label="Save as scenario"
            className="flex flex-col gap-3"
          >
            <TextField
              name="name"
              label="Name"
              hint="What it is called in the table and on the chart."
              defaultValue={tried.name.slice(0, 80)}
              maxLength={80}
              required
            />
            <SubmitButton pendingLabel="Saving…" className="self-start">
              Save
            </SubmitButton>
          </ActionForm>
        ) : (
          <p className="text-sm text-ink-2">
            Nothing is tried yet. Choose a change (English, French, education, work, a nomination, a spouse)
            or press a plus in “What would raise it”; then it can be kept here.
          </p>
        )}
      </PopoverPanel>
    </>
  );
}

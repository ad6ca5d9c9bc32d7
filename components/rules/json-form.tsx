import { ActionForm } from "@/components/forms/action-form";
import { FormActions } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { changeDraftAction } from "@/lib/rules/actions";
import type { RuleVersionPage } from "@/lib/rules/types";
import { JsonField } from "./json-field";

/** Replaces the figures of a draft by a table as JSON. Rows are added and left out here. */
export function JsonForm({ page: { version, json } }: { page: Pick<RuleVersionPage, "version" | "json"> }) {
  const { id, key, effectiveFrom, source, note } = version;
  return (
    <Card labelledBy="json">
      <CardHeader id="json" title="As JSON" detail="For other rows, other levels, a whole new table." />
      <CardBody>
        <details>
          <summary className="cursor-pointer py-1 font-semibold">Show the JSON</summary>
          <ActionForm
            action={changeDraftAction}
            hidden={{ id, version: version.version, key, effectiveFrom, source, note: note ?? "" }}
            successMessage="Replaced"
            label="Table as JSON"
          >
            <JsonField hint="Replaces every figure above. It must be whole." defaultValue={json} />
            <FormActions>
              <SubmitButton variant="default" pendingLabel="Replacing…">
                Replace the figures
              </SubmitButton>
            </FormActions>
          </ActionForm>
        </details>
      </CardBody>
    </Card>
  );
}

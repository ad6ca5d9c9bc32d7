import { ActionForm } from "@/components/forms/action-form";
import { FormActions } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { CheckboxBox } from "@/components/ui/checkbox";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { importAnswersAction } from "@/lib/enquiries/actions";
import type { AnswersComparison } from "@/lib/enquiries/types";

const CHANGES = {
  add: { label: "New", tone: "info" },
  change: { label: "Different", tone: "watch" },
  same: { label: "The same", tone: "neutral" },
} as const;

/** What was sent beside what the file says; what is new stands ticked, what would replace something does not. */
export function ComparisonForm({ comparison }: { comparison: AnswersComparison }) {
  const { caseId, submission, items, allowed } = comparison;
  const takeable = allowed.import && items.some((item) => item.takeable);
  return (
    <ActionForm
      action={importAnswersAction}
      hidden={{ caseId, submissionId: submission.id }}
      successMessage="Done"
      label="Import answers"
    >
      <Table caption="What was sent, beside what the file says">
        <thead>
          <tr>
            {allowed.import && <HeadCell>Take over</HeadCell>}
            <HeadCell>Fact</HeadCell>
            <HeadCell>About</HeadCell>
            <HeadCell>The file says</HeadCell>
            <HeadCell>Sent</HeadCell>
            <HeadCell>Change</HeadCell>
          </tr>
        </thead>
        <tbody>
          {items.map(({ key, label, about, now, told, change, takeable: open }) => (
            <Row key={key}>
              {allowed.import && (
                <Cell>
                  {open && (
                    <CheckboxBox
                      name="items"
                      value={key}
                      defaultChecked={change === "add"}
                      aria-label={`Take over: ${label}, ${told}`}
                    />
                  )}
                </Cell>
              )}
              <RowHead>{label}</RowHead>
              <Cell>{about}</Cell>
              <Cell wrap>{now ?? "Nothing"}</Cell>
              <Cell wrap>{told}</Cell>
              <Cell>
                <Badge tone={CHANGES[change].tone}>{CHANGES[change].label}</Badge>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {allowed.import && (takeable || submission.comparedAt === null) && (
        <FormActions>
          <SubmitButton pendingLabel="Saving…">
            {takeable ? "Take over what is ticked" : "Mark as compared"}
          </SubmitButton>
        </FormActions>
      )}
    </ActionForm>
  );
}

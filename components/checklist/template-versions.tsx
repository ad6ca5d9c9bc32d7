import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { TextField } from "@/components/ui/input";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { discardTemplateAction, publishTemplateAction } from "@/lib/checklist/actions";
import type { TemplateSettings } from "@/lib/checklist/template/types";
import { formatDateTime } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

/** The draft with what can become of it: published as the next version, or dropped. */
export function TemplateDraft({ settings }: { settings: TemplateSettings }) {
  const { draftVersion: version, newest } = settings;
  if (version === 0) return null;
  const next = (newest ?? 0) + 1;
  return (
    <Card labelledBy="draft" tone="watch">
      <CardHeader
        id="draft"
        title={`Draft of version ${next}`}
        detail="no file sees any of it before it is published"
      />
      <CardBody>
        <ActionForm
          action={publishTemplateAction}
          hidden={{ version }}
          successMessage={`Version ${next} is published`}
          label="Publish the draft"
        >
          <FormStack>
            <TextField
              name="note"
              label="What is new in it"
              hint="Consultants read it on the files that keep an older version."
              required
              maxLength={300}
            />
            <FormActions>
              <SubmitButton variant="primary" pendingLabel="Publishing…">
                Publish version {next}
              </SubmitButton>
            </FormActions>
          </FormStack>
        </ActionForm>
        <ActionForm
          action={discardTemplateAction}
          hidden={{ version }}
          successMessage="The draft is discarded"
          label="Discard the draft"
        >
          <SubmitButton variant="quiet" size="sm" pendingLabel="Discarding…">
            Discard the draft
          </SubmitButton>
        </ActionForm>
      </CardBody>
    </Card>
  );
}

/** Every version with who published it, what was new, and how many files were made with it. */
export function TemplateVersions({ settings }: { settings: TemplateSettings }) {
  const { versions, timeZone } = settings;
  if (versions.length === 0) return null;
  return (
    <Card labelledBy="versions">
      <CardHeader id="versions" title="Versions" detail="open files keep the one they were made with" />
      <Table caption="Versions of the template">
        <thead>
          <tr>
            <HeadCell>Version</HeadCell>
            <HeadCell>What was new</HeadCell>
            <HeadCell>Published</HeadCell>
            <HeadCell align="right">Holds</HeadCell>
            <HeadCell align="right">Files</HeadCell>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, note, publishedBy, publishedAt, items, wordings, files }) => (
            <Row key={number}>
              <RowHead>{number}</RowHead>
              <Cell wrap>{note}</Cell>
              <Cell wrap>
                {formatDateTime(publishedAt, timeZone)}, {publishedBy}
              </Cell>
              <Cell align="right">
                {formatCount(items, "item")}, {formatCount(wordings, "wording")}
              </Cell>
              <Cell align="right">{files}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormRow, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { DateField } from "@/components/ui/date-field";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import { formatDate } from "@/lib/format/dates";
import {
  addNominationDocumentAction,
  changeNominationDocumentAction,
  removeNominationDocumentAction,
} from "@/lib/nominations/actions";
import type { NominationDocumentDto, NominationPage, NominationTrack } from "@/lib/nominations/types";

interface DocumentsProps {
  page: NominationPage;
  track: NominationTrack;
  /** Nothing more is sent for a track that has ended. */
  open: boolean;
}

function SentForm({ caseId, item, today }: { caseId: string; item: NominationDocumentDto; today: string }) {
  const hidden = { caseId, itemId: item.id, version: item.version };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <ActionForm
        action={changeNominationDocumentAction}
        hidden={hidden}
        successMessage="Noted"
        label={`${item.title}: sent`}
      >
        <div className="flex flex-wrap items-end gap-2">
          <DateField name="sentOn" label="Sent on" defaultValue={today} max={today} required />
          <SubmitButton pendingLabel="Saving…">Sent</SubmitButton>
        </div>
      </ActionForm>
      <ActionForm
        action={removeNominationDocumentAction}
        hidden={hidden}
        successMessage="Removed"
        label={`${item.title}: remove`}
      >
        <SubmitButton variant="quiet" pendingLabel="Removing…">
          Not asked for
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

function Item({ page, item, open }: Omit<DocumentsProps, "track"> & { item: NominationDocumentDto }) {
  const { title, dueOn, sentOn, document } = item;
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-2 last:border-b-0">
      <span>
        {title}
        <span className="block text-sm text-ink-2">
          {[dueOn && `by ${formatDate(dueOn)}`, document && `in the file: ${document.title}`]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      {sentOn === null ? (
        open && page.allowed.record ? (
          <Dialog title={title} trigger={{ label: "Sent…", size: "sm" }} size="sm">
            <SentForm caseId={page.caseId} item={item} today={page.today} />
          </Dialog>
        ) : (
          <Badge>Not sent</Badge>
        )
      ) : (
        <Badge tone="ok">Sent {formatDate(sentOn)}</Badge>
      )}
    </li>
  );
}

function AddForm({ page, track }: Omit<DocumentsProps, "open">) {
  return (
    <ActionForm
      action={addNominationDocumentAction}
      hidden={{ caseId: page.caseId, nominationId: track.id }}
      successMessage="Added"
      resetOnSuccess
      label="Add a paper for the province"
    >
      <FormStack>
        <FormRow>
          <TextField name="title" label="What the province asks for" maxLength={160} required />
          <DateField name="dueOn" label="By" optional />
        </FormRow>
        {page.documents.length > 0 && (
          <SelectField
            name="documentId"
            label="In the file"
            optional
            emptyLabel="Not yet"
            options={page.documents.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <FormActions>
          <SubmitButton pendingLabel="Adding…">Add</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** What the province asks for, with its dates. */
export function TrackDocuments({ page, track, open }: DocumentsProps) {
  const { documents } = track;
  const mayAdd = open && page.allowed.record;
  if (documents.length === 0 && !mayAdd) return null;
  return (
    <section aria-label="Papers for the province" className="space-y-2">
      <h3 className="font-semibold">Papers for the province</h3>
      {documents.length > 0 && (
        <ul>
          {documents.map((item) => (
            <Item key={item.id} page={page} item={item} open={open} />
          ))}
        </ul>
      )}
      {mayAdd && (
        <details>
          <summary className="cursor-pointer text-link">Add a paper</summary>
          <div className="mt-2">
            <AddForm page={page} track={track} />
          </div>
        </details>
      )}
    </section>
  );
}

import { FormRow } from "@/components/forms/form-row";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select";
import { TextareaField } from "@/components/ui/textarea";
import { formatDate } from "@/lib/format/dates";
import { answerLetterAction, extendLetterAction, recordLetterAction } from "@/lib/processing/actions";
import { needsProof } from "@/lib/processing/faults/rules";
import { LETTER_KINDS, LETTER_LABELS, TRACK_LABELS, TRACKS } from "@/lib/processing/rules";
import type { ApplicationView, LetterDto, ProcessingPage } from "@/lib/processing/types";
import { EvidenceField } from "./evidence-field";
import { StepDialog } from "./step-dialog";

export function RecordLetter({ page, application }: { page: ProcessingPage; application: ApplicationView }) {
  const { caseId, documents, today } = page;
  return (
    <StepDialog
      action={recordLetterAction}
      hidden={{ caseId, version: application.version }}
      title="Record a letter of IRCC"
      open="Record a letter…"
      button="Record the letter"
      said="Letter recorded, the client is told"
    >
      <SelectField
        name="kind"
        label="Which letter"
        options={LETTER_KINDS.map((value) => ({ value, label: LETTER_LABELS[value] }))}
        defaultValue="adr"
        required
      />
      <FormRow>
        <DateField name="letterOn" label="Date of the letter" max={today} required />
        <DateField name="dueOn" label="Answer by" hint="As the letter says; empty: 30 days" optional />
      </FormRow>
      <SelectField
        name="track"
        label="About which check"
        emptyLabel="None of the four"
        options={TRACKS.map((value) => ({ value, label: TRACK_LABELS[value] }))}
        optional
      />
      <TextareaField
        name="asks"
        label="What it asks for"
        hint="The client reads this sentence"
        rows={2}
        required
      />
      <TextareaField
        name="items"
        label="Asked of the client"
        hint="One document a line: each goes onto their list"
        rows={2}
        optional
      />
      <EvidenceField {...{ caseId, documents }} title="Letter of IRCC" what="the letter" required />
    </StepDialog>
  );
}

interface OfLetter {
  page: ProcessingPage;
  letter: LetterDto;
}

export function AnswerLetter({ page, letter }: OfLetter) {
  const { caseId, documents, today } = page;
  const label = LETTER_LABELS[letter.kind];
  return (
    <StepDialog
      action={answerLetterAction}
      hidden={{ caseId, letterId: letter.id, version: letter.version }}
      title={`Answer: ${label}`}
      open="Answer…"
      button="Record the answer"
      said="Answer recorded, its date is closed, the client is told"
    >
      <DateField name="answeredOn" label="Sent on" defaultValue={today} max={today} required />
      <TextareaField name="answer" label="What was sent" rows={2} required />
      <EvidenceField
        {...{ caseId, documents, required: needsProof(letter.kind) }}
        title="Proof of sending"
        what="the proof of sending"
      />
    </StepDialog>
  );
}

export function ExtendLetter({ page, letter }: OfLetter) {
  const label = LETTER_LABELS[letter.kind];
  return (
    <StepDialog
      action={extendLetterAction}
      hidden={{ caseId: page.caseId, letterId: letter.id, version: letter.version }}
      title={`More time: ${label}`}
      description={`It has to be asked for by ${formatDate(letter.dueOn)}.`}
      open="More time…"
      button="Record it"
      said="Recorded, the client is told"
      look="quiet"
    >
      <DateField name="askedOn" label="Asked for on" max={page.today} required />
      <TextareaField name="reason" label="Why more time is needed" rows={2} required />
      <DateField name="dueOn" label="New day" hint="Once IRCC has given it; empty until then" optional />
    </StepDialog>
  );
}

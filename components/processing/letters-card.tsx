import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { FAIRNESS_ALARM_DAYS } from "@/lib/express-entry/processing/letter-dates";
import { formatDate } from "@/lib/format/dates";
import { LETTER_LABELS } from "@/lib/processing/rules";
import type { ApplicationView, LetterDto, ProcessingPage } from "@/lib/processing/types";
import { AnswerLetter, ExtendLetter, RecordLetter } from "./letter-forms";
import { LETTER_TONES } from "./words";

function Due({ letter, today }: { letter: LetterDto; today: string }) {
  if (letter.state === "void") return <Badge icon={null}>No answer needed</Badge>;
  if (letter.state === "answered")
    return (
      <span>
        <Badge tone={LETTER_TONES.answered}>
          {letter.answeredOn !== null && letter.answeredOn > letter.dueOn ? "Answered late" : "Answered"}
        </Badge>{" "}
        <span className="text-sm whitespace-nowrap text-ink-2">
          {letter.answeredOn && formatDate(letter.answeredOn)}
        </span>
      </span>
    );
  const days = (Date.parse(letter.dueOn) - Date.parse(today)) / 86_400_000;
  return <DaysLeft date={letter.dueOn} today={today} tone={days <= FAIRNESS_ALARM_DAYS ? "late" : "watch"} />;
}

function Words({ letter }: { letter: LetterDto }) {
  const { asks, document, answer, proof, extensionAskedOn, extensionReason, extendedFrom, items } = letter;
  return (
    <div className="max-w-140 min-w-60 space-y-0.5 py-1 text-sm whitespace-normal">
      <p className="text-ink">{asks}</p>
      {document && <p className="text-ink-2">In the file: {document.title}</p>}
      {items.length > 0 && (
        <p className="text-ink-2">On the list: {items.map(({ title }) => title).join(", ")}</p>
      )}
      {extensionAskedOn && (
        <p className="text-ink-2">
          More time asked for on {formatDate(extensionAskedOn)}: {extensionReason}
          {extendedFrom && ` (it was due ${formatDate(extendedFrom)})`}
        </p>
      )}
      {answer && (
        <p className="text-ink-2">
          Sent: {answer}
          {proof && ` · proof: ${proof.title}`}
        </p>
      )}
    </div>
  );
}

/** What IRCC wrote: each letter with its day, what it asks for, and its answer with the proof of sending. */
export function LettersCard({ page, application }: { page: ProcessingPage; application: ApplicationView }) {
  const mayRecord = page.steps.includes("record_letter") && application.id === page.current?.id;
  const { letters } = application;
  return (
    <Card labelledBy="letters">
      <CardHeader
        id="letters"
        title="Letters of IRCC"
        actions={mayRecord && <RecordLetter page={page} application={application} />}
      />
      {letters.length === 0 ? (
        <EmptyState title="No letter yet">
          A request for documents, a fairness letter, biometrics or the passport: each is recorded with its
          date.
        </EmptyState>
      ) : (
        <Table caption="Letters of IRCC">
          <thead>
            <tr>
              <HeadCell>Letter</HeadCell>
              <HeadCell>Of</HeadCell>
              <HeadCell>Answer by</HeadCell>
              <HeadCell>What it is about</HeadCell>
              {mayRecord && (
                <HeadCell>
                  <span className="sr-only">Steps</span>
                </HeadCell>
              )}
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <Row key={letter.id}>
                <RowHead>{LETTER_LABELS[letter.kind]}</RowHead>
                <Cell className="whitespace-nowrap">{formatDate(letter.letterOn)}</Cell>
                <Cell>
                  <Due letter={letter} today={page.today} />
                  {letter.state === "open" && <p className="text-xs text-ink-3">{letter.dueRule}</p>}
                </Cell>
                <Cell>
                  <Words letter={letter} />
                </Cell>
                {mayRecord && (
                  <Cell align="right">
                    {letter.state === "open" && (
                      <span className="flex justify-end gap-1">
                        <AnswerLetter page={page} letter={letter} />
                        <ExtendLetter page={page} letter={letter} />
                      </span>
                    )}
                  </Cell>
                )}
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

import { AnswersAsSent } from "@/components/assess/answers-as-sent";
import { ComparisonForm } from "@/components/assess/comparison-form";
import { AssessmentTabs } from "@/components/assessment/assessment-tabs";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { loadComparison } from "@/lib/enquiries/loaders";
import { formatDate } from "@/lib/format/dates";
import { personName } from "@/lib/format/names";

interface AnswersPageProps {
  params: Promise<{ number: string }>;
}

/** What a client sent from the public assessment: beside the file, to be taken over piece by piece, and word for word. */
export default async function AnswersPage({ params }: AnswersPageProps) {
  const { number } = await params;
  const comparison = await loadComparison(number);
  const { submission, guesses, timeZone } = comparison;
  const guessed = guesses.map(({ who, level }) => `${who} ${level}`).join(", ");
  return (
    <div className="flex flex-col gap-4">
      <AssessmentTabs number={number} current={null} />
      {guesses.length > 0 && (
        <Notice tone="watch" title={`Levels guessed, not tested: ${guessed}`}>
          A guess is no test: it is not among what can be taken over.
        </Notice>
      )}
      <Card labelledBy="compare">
        <CardHeader
          id="compare"
          title="Answers beside the file"
          detail={
            submission.comparedAt === null && submission.outcome === "matched"
              ? `Sent ${formatDate(submission.receivedOn)}, not compared yet`
              : `Sent ${formatDate(submission.receivedOn)}`
          }
        />
        <ComparisonForm comparison={comparison} />
      </Card>
      <Card labelledBy="sender">
        <CardHeader id="sender" title="Who sent it, and the consent" />
        <CardBody>
          <DefinitionList
            items={[
              { term: "Name", value: personName(submission) },
              { term: "E-mail", value: submission.email },
              { term: "Telephone", value: submission.phone ?? "Not given" },
              { term: "Language", value: submission.locale === "fr" ? "French" : "English" },
              { term: "Received", value: <InstantText instant={submission.receivedAt} zone={timeZone} /> },
              { term: `Consent, version ${submission.consentVersion}`, value: submission.consentText },
              { term: "Given", value: <InstantText instant={submission.consentedAt} zone={timeZone} /> },
            ]}
          />
        </CardBody>
      </Card>
      <Card labelledBy="as-sent">
        <CardHeader id="as-sent" title="Answers as sent" />
        <CardBody>
          <AnswersAsSent answers={submission.answers} />
        </CardBody>
      </Card>
    </div>
  );
}

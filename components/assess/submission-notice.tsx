import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SubmissionNotice as Told } from "@/lib/enquiries/types";
import { formatDate } from "@/lib/format/dates";

/** On a case's assessment: answers of the public assessment are there, and whether they wait to be compared. */
export function SubmissionNotice({ notice, href }: { notice: Told | null; href: string }) {
  if (notice === null) return null;
  const { receivedOn, waits } = notice;
  return (
    <Notice
      tone={waits ? "watch" : "info"}
      title={waits ? "New answers of this person wait to be compared" : undefined}
      action={
        <Button size="sm" href={href}>
          {waits ? "Import answers" : "Answers as sent"}
        </Button>
      }
    >
      {waits
        ? `Sent from the public assessment on ${formatDate(receivedOn)}. Nothing in the file has changed.`
        : `The public assessment was filled in on ${formatDate(receivedOn)}.`}
    </Notice>
  );
}

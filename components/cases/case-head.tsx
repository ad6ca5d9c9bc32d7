import { FileSearch, MessageSquare } from "lucide-react";
import { PageHead } from "@/components/layout/page-head";
import { Button } from "@/components/ui/button";
import type { CaseHeader, Colleague } from "@/lib/cases/types";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import type { ProgressLine } from "@/lib/processing/types";
import { CaseCells } from "./case-cells";
import { CaseMenu } from "./case-menu";
import { StageBadge } from "./stage-badge";

/** One line under the name: what this file is about, from what is known. */
function contextOf(file: CaseHeader): string {
  const parts: string[] = [];
  if (file.window) {
    const { invitationClass, score, invitedOn } = file.window;
    parts.push(`Invited under ${invitationClass} at ${score} points on ${formatDate(invitedOn)}.`);
    if (!file.window.confirmed) parts.push("Date not confirmed.");
  } else if (file.profile) {
    parts.push(`In the pool at ${file.profile.score} points, profile ${file.profile.number}.`);
  } else if (file.crsScore !== null) {
    parts.push(`${file.program === null ? "No program yet" : file.program}, ${file.crsScore} points.`);
  }
  if (file.nocCode !== null) parts.push(`NOC ${file.nocCode}.`);
  if (parts.length === 0) parts.push(file.source === null ? "New enquiry." : `Enquiry: ${file.source}.`);
  return parts.join(" ");
}

interface CaseHeadProps {
  file: CaseHeader;
  assignees: readonly Colleague[];
  /** What IRCC has said of its application; null: nothing yet. */
  progress: ProgressLine | null;
}

/** Who, which stage, what is the next date, how ready, who owns it. */
export function CaseHead({ file, assignees, progress }: CaseHeadProps) {
  const base = `/cases/${file.number}`;
  return (
    <>
      <PageHead
        large
        title={file.displayName}
        aside={file.number}
        badge={<StageBadge stage={file.stage} heldOn={file.heldOn} />}
        context={contextOf(file)}
        actions={
          <>
            {file.allowed.sendMessages && (
              <Button href={`${base}/messages`} icon={<MessageSquare aria-hidden />}>
                Message
              </Button>
            )}
            {file.allowed.review && file.reviewCount > 0 && (
              <Button href={`${base}/checklist?show=us`} icon={<FileSearch aria-hidden />}>
                Review {formatCount(file.reviewCount, "document")}
              </Button>
            )}
            <CaseMenu file={file} assignees={assignees} />
          </>
        }
      />
      <CaseCells file={file} progress={progress} />
    </>
  );
}

import { Avatar } from "@/components/ui/avatar";
import type { Stat } from "@/components/ui/stat-cells";
import { StatCells } from "@/components/ui/stat-cells";
import { DEADLINE_LABELS, hasEnded, STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseHeader } from "@/lib/cases/types";
import type { ProgressLine } from "@/lib/processing/types";
import { daysUntil, formatDate, formatDayMonth, formatDaysLeft } from "@/lib/format/dates";

const INVITATION_DAYS = 60;
/** Under this many days a date is shown as something to watch. */
const WATCH_DAYS = 14;

interface CaseCellsProps {
  file: CaseHeader;
  progress: ProgressLine | null;
}

/** Of an application that IRCC has: `Acknowledged 3 Nov · background in progress`. */
function progressWords({ done, on, now }: ProgressLine, today: string): string {
  const last = `${done} ${formatDayMonth(on, today)}`;
  return now === null ? last : `${last} · ${now}`;
}

function stageCell({ file: { stage, stageSince, window, day }, progress }: CaseCellsProps): Stat {
  const since = `Since ${formatDate(stageSince)}`;
  return {
    label: "Stage",
    value: STAGE_LABELS[stage],
    reason: window
      ? `Day ${window.day} of ${INVITATION_DAYS}, invited ${formatDate(window.invitedOn)}${window.confirmed ? "" : ", date not confirmed"}`
      : progress !== null
        ? progressWords(progress, day.today)
        : `${since}, ${formatDaysLeft(daysUntil(stageSince, day.today))}`,
  };
}

function dateCell({ nextDeadline, plannedSubmissionOn, profile, stage, day }: CaseHeader): Stat {
  if (nextDeadline === null) {
    const ended = hasEnded(stage);
    return {
      label: "Next date",
      value: "None",
      reason: ended ? "Nothing is due any more" : "No deadline is open",
    };
  }
  const left = daysUntil(nextDeadline.on, day.today);
  const what = DEADLINE_LABELS[nextDeadline.kind];
  const plan =
    plannedSubmissionOn === null
      ? profile === null
        ? undefined
        : `Profile ${profile.number} ends ${formatDate(profile.expiresOn)}`
      : `Planned submission ${formatDate(plannedSubmissionOn)}`;
  const tone = left < 0 ? "late" : left <= WATCH_DAYS ? "watch" : undefined;
  const warning = left < 0 ? "The date has passed" : `Only ${formatDaysLeft(left)} to ${what}`;
  return {
    label: "Next date",
    value: <span className="first-letter:uppercase">{formatDaysLeft(left)}</span>,
    aside: (
      <>
        <span className="whitespace-nowrap">to {formatDate(nextDeadline.on)},</span> {what}
      </>
    ),
    reason: tone
      ? left === 0
        ? "Today is the last day"
        : warning
      : (plan ?? "No plan for the submission yet"),
    tone,
  };
}

function readyCell({ requiredCount, acceptedCount, reviewCount, returnedCount }: CaseHeader): Stat {
  if (requiredCount === 0)
    return {
      label: "Ready",
      value: "No checklist yet",
      reason: "Made after the invitation",
    };
  const open = requiredCount - acceptedCount - reviewCount - returnedCount;
  const parts = [
    reviewCount > 0 && `${reviewCount} to review`,
    returnedCount > 0 && `${returnedCount} returned`,
    open > 0 && `${open} to come`,
  ].filter(Boolean);
  return {
    label: "Ready",
    value: `${acceptedCount} of ${requiredCount} accepted`,
    reason: parts.length === 0 ? "Everything required is accepted" : parts.join(", "),
  };
}

function ownerCell({ owner, day }: CaseHeader): Stat {
  const { away } = owner;
  const cover = away?.cover === null || away === null ? "no cover named" : `cover ${away.cover}`;
  return {
    label: "Owner",
    value: (
      <>
        <Avatar name={owner.name} />
        {owner.name}
      </>
    ),
    reason:
      away === null
        ? owner.role === "manager"
          ? "Managing consultant"
          : "Consultant"
        : `Away ${formatDayMonth(away.from, day.today)} to ${formatDayMonth(away.to, day.today)}, ${cover}`,
    tone: away !== null && away.cover === null ? "watch" : undefined,
  };
}

/** Four cells always: stage, next date, ready, owner; each one value and one reason. */
export function CaseCells({ file, progress }: CaseCellsProps) {
  return (
    <StatCells
      className="mb-2"
      items={[stageCell({ file, progress }), dateCell(file), readyCell(file), ownerCell(file)]}
    />
  );
}

import type { ReactNode } from "react";
import { Card, CardBody } from "@/components/ui/card";
import { DaysLeft } from "@/components/ui/days-left";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Tone } from "@/components/ui/tone";
import type { InvitationCheck, InvitingRound } from "@/lib/assessment/invitation/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";
import { RulePopover, RuleTrigger } from "./rule-popover";

const ADVICE = {
  proceed: { tone: "ok", words: "Proceed: nothing that counts has changed" },
  proceed_and_explain: { tone: "watch", words: "Proceed, with a letter of explanation" },
  decline: { tone: "late", words: "Decline the invitation" },
  check: { tone: "watch", words: "Check this before going on" },
} as const satisfies Record<InvitationCheck["advice"], { tone: Tone; words: string }>;

function utc(instant: Date): string {
  const text = instant.toISOString();
  return `${formatDate(text.slice(0, 10))}, ${text.slice(11, 19)} UTC`;
}

function roundWords(round: InvitingRound): string {
  const tieBreak = round.tieBreakAt === null ? "" : `, tie-break ${utc(round.tieBreakAt)}`;
  const taken = round.recorded
    ? ""
    : ". No round is recorded with the invitation: this is the latest it can be of";
  return `${round.lowestCrs}, ${round.label}, ${formatDate(round.date)}${tieBreak}${taken}`;
}

/** `582, the same as at the invitation`, `541, 31 fewer`. */
function scoreWords({ score, scoreAtInvitation }: InvitationCheck): string {
  if (score === null) return "Cannot be computed: these rules have no values yet";
  if (score === scoreAtInvitation) return `${score}, the same`;
  const difference = Math.abs(score - scoreAtInvitation);
  return `${score}, ${difference} ${score > scoreAtInvitation ? "more" : "fewer"}`;
}

function Term({ term, value }: { term: ReactNode; value: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-2">{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface InvitationCardProps {
  check: InvitationCheck;
  today: IsoDate;
}

/** What today's facts mean for the open invitation: age and rules frozen at the ITA, and what to do. */
export function InvitationCard({ check, today }: InvitationCardProps) {
  const { advice, reason, invitedOn, invitationClass, frozenAge, rulesetId, round, deadline } = check;
  const { tone, words } = ADVICE[advice];
  return (
    <Card labelledBy="change-test" tone={tone === "ok" ? undefined : tone}>
      <CardBody className="flex flex-col gap-2">
        <div className="flex items-start gap-2 max-sm:flex-wrap">
          <StatusIcon tone={tone} className="mt-0.5" />
          <div className="min-w-0 flex-1 max-sm:basis-4/5">
            <h2 id="change-test" className="font-[650]">
              {words}
            </h2>
            <p className="text-ink-2">
              {reason}.
              {advice === "decline" &&
                " Declined in time, the profile goes back to the pool; refused for it, the application and its time are lost."}
            </p>
          </div>
          <DaysLeft
            date={deadline}
            today={today}
            what="last day"
            look="line"
            tone={tone === "ok" ? "neutral" : tone}
          />
        </div>
        <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
          <Term
            term="Score at the invitation"
            value={`${check.scoreAtInvitation} on ${formatDate(invitedOn)}, under ${invitationClass}`}
          />
          <Term term="Score now" value={scoreWords(check)} />
          <Term
            term={<RuleTrigger id="change-test">Frozen at the invitation</RuleTrigger>}
            value={`${frozenAge === null ? "Age not known" : `Age ${frozenAge}`}, rules ${rulesetId}`}
          />
          <Term
            term="Lowest score invited"
            value={round === null ? "Not recorded, and no round found that fits" : roundWords(round)}
          />
        </dl>
      </CardBody>
      <RulePopover
        id="change-test"
        title="Changes after an invitation"
        aside=""
        section="Rules reference 4.2"
      >
        <p className="font-[550]">
          Judged on {formatDate(invitedOn)}: age and rules stay as they were that day.
        </p>
      </RulePopover>
    </Card>
  );
}

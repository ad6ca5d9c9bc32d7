import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { programLabel } from "@/lib/draws/rules";
import { dateInZone, formatDate } from "@/lib/format/dates";
import type { InvitationDto, PoolStep, ProfileDto } from "@/lib/profiles/types";
import { InvitationForm } from "./invitation-form";
import { ProfileForm } from "./profile-form";
import { ScoreForm } from "./score-form";
import { WithdrawForm } from "./withdraw-form";

function ProfileFacts({ profile, timeZone }: { profile: ProfileDto; timeZone: string }) {
  return (
    <DefinitionList
      items={[
        { term: "Profile", value: profile.profileNumber },
        { term: "Sent, UTC", value: <InstantText instant={profile.submittedAt} zone="UTC" seconds /> },
        { term: "CRS", value: String(profile.crsScore) },
        { term: "In the pool until", value: formatDate(dateInZone(profile.expiresAt, timeZone)) },
        {
          term: "Competes in",
          value:
            [...profile.programs, ...profile.categories].map(programLabel).join(", ") ||
            "No class, by the facts",
        },
      ]}
    />
  );
}

function InvitationFacts({ invitation }: { invitation: InvitationDto }) {
  const differs = invitation.shownExpiry !== null && invitation.shownExpiry !== invitation.computedDeadline;
  return (
    <>
      <DefinitionList
        items={[
          {
            term: "ITA sent, UTC",
            value: <InstantText instant={invitation.receivedAt} zone="UTC" seconds />,
          },
          { term: "Invited under", value: programLabel(invitation.category ?? invitation.invitationClass) },
          { term: "Score then", value: `${invitation.crsScore}, ruleset ${invitation.rulesetId}` },
          { term: "Day 0", value: formatDate(invitation.issueDate) },
          { term: "Last day", value: formatDate(invitation.deadlineDate) },
        ]}
      />
      {differs && invitation.shownExpiry !== null && (
        <div className="mt-3">
          <Notice tone="watch" title="IRCC’s date and 60 days differ">
            The account shows {formatDate(invitation.shownExpiry)}; 60 days from the invitation end{" "}
            {formatDate(invitation.computedDeadline)}. The earlier one is used.
          </Notice>
        </div>
      )}
    </>
  );
}

function Reached({ step }: { step: PoolStep }) {
  const [first] = step.reached;
  if (!first || step.profile?.status !== "live") return null;
  const more = step.reached.length - 1;
  return (
    <Notice tone="watch" title={`The round of ${formatDate(first.date)} reaches this profile`}>
      {programLabel(first.label)}: {first.reason.toLowerCase()}
      {more > 0 ? `, and ${more} more ${more === 1 ? "round does" : "rounds do"}` : ""}. Look in the IRCC
      account, and record the ITA below.
    </Notice>
  );
}

function PoolActions({ step }: { step: PoolStep }) {
  const { allowed, profile } = step;
  if (!allowed.changeScore || profile?.status !== "live") return null;
  return (
    <CardFooter>
      <Dialog
        title="Score changed"
        description="IRCC re-scores on birthdays, edits and new rules. The timestamp stays."
        trigger={{ label: "Score changed", size: "sm" }}
      >
        <ScoreForm caseId={step.caseId} profile={profile} />
      </Dialog>
      <Dialog
        title="Withdraw the profile"
        description="A new profile gets a new timestamp, so its place in a tie is lost."
        trigger={{ label: "Withdraw", size: "sm", variant: "quiet" }}
      >
        <WithdrawForm caseId={step.caseId} />
      </Dialog>
    </CardFooter>
  );
}

/** Where the invitation is weighed, accepted and declined. */
function InvitationActions({ step }: { step: PoolStep }) {
  const { allowed, number } = step;
  if (!allowed.startPreparation && !allowed.decline) return null;
  return (
    <CardFooter>
      <Button
        href={`/cases/${encodeURIComponent(number)}/invitation`}
        variant={allowed.startPreparation ? "primary" : "quiet"}
      >
        {allowed.startPreparation ? "Accept or decline" : "Decision on the invitation"}
      </Button>
    </CardFooter>
  );
}

/** The card between assessment and application: the profile, then the invitation, with the one form that is next. */
export function ProfileStep({ step, roundId = null }: { step: PoolStep; roundId?: string | null }) {
  const { allowed, profile, invitation } = step;
  const open = invitation?.status === "open" ? invitation : null;
  if (!allowed.recordProfile && profile === null) return null;
  return (
    <Card labelledBy="invitation">
      <CardHeader
        id="invitation"
        title={open ? "Invitation to apply" : "Express Entry profile"}
        detail={
          allowed.recordProfile
            ? "record it as IRCC’s account shows it"
            : profile && !open
              ? invitation
                ? `last invitation ${invitation.status}`
                : `profile ${profile.status}`
              : undefined
        }
      />
      <CardBody>
        <div className="grid gap-4">
          {open && <InvitationFacts invitation={open} />}
          {!open && profile && !allowed.recordProfile && (
            <ProfileFacts profile={profile} timeZone={step.timeZone} />
          )}
          {allowed.recordProfile && <ProfileForm step={step} />}
          <Reached step={step} />
          {allowed.recordInvitation && <InvitationForm step={step} roundId={roundId} />}
        </div>
      </CardBody>
      <PoolActions step={step} />
      <InvitationActions step={step} />
    </Card>
  );
}

import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { invitationWindow, type InvitationWindow } from "@/lib/express-entry/timing/invitation-window";
import { rulesetIdOn, windowRule } from "@/lib/profiles/rules";
import { log, type CaseDraft } from "./case-context";
import type { StageEntry } from "./journey";
import type { Invited } from "./pool";
import { addDeadline } from "./pool-rows";

export type InvitationEnd = { status: "open" | "submitted" | "expired"; at: Date | null };

/** The message comes a little before office hours, when it is the same day everywhere in Canada. */
function windowOf({ random, setting }: CaseDraft, received: StageEntry) {
  const issuedAt = new Date(Date.parse(`${received.on}T13:30:00Z`) + random.whole(0, 1_700) * 1000);
  const shows = random.weighted({ sixty: 70, earlier: 8, nothing: 22 });
  const shownExpiry = {
    sixty: addDays(received.on, 60),
    earlier: addDays(received.on, 59),
    nothing: null,
  }[shows];
  return { issuedAt, window: invitationWindow({ issuedAt, shownExpiry, zone: setting.timeZone }) };
}

/** The clock of the 60 days, as `invitation.record` sets it and the end of the window closes it. */
function addWindowClock(
  draft: CaseDraft,
  sourceId: string,
  window: InvitationWindow,
  createdAt: Date,
  end: InvitationEnd,
): void {
  addDeadline(draft, {
    clock: "ita",
    title: "Submit the application",
    sourceKind: "invitation",
    sourceId,
    startDate: window.issueDate,
    rule: windowRule({ ...window, dueOn: window.deadline, confirmed: false }),
    dueOn: window.deadline,
    state: ({ open: "open", submitted: "met", expired: "missed" } as const)[end.status],
    createdAt,
    closedAt: end.at,
  });
}

/** The invitation of a file with its 60 days. */
export function addInvitation(
  draft: CaseDraft,
  invited: Invited,
  received: StageEntry,
  profileId: string,
  end: InvitationEnd,
): { id: string; window: InvitationWindow } {
  const { random, order, ids, rows } = draft;
  const id = random.id();
  const { issuedAt, window } = windowOf(draft, received);
  const { computedDeadline, shownExpiry } = window;
  rows.invitation.push({
    ...{ id, ...ids, profileId, roundId: invited.roundId, receivedAt: issuedAt },
    ...{ issueDate: window.issueDate, timeZone: window.zone, computedDeadline, shownExpiry },
    deadlineDate: window.deadline,
    invitationClass: invited.invitationClass,
    category: invited.category,
    crsScore: invited.standing.score,
    rulesetId: rulesetIdOn(window.issueDate),
    status: end.status,
    factsAtInvitation: invited.facts,
    recordedBy: order.owner.id,
    recordedAt: received.at,
    ...{ letterDocumentId: null, confirmedBy: null, confirmedAt: null },
    closedAt: end.at,
  });
  addWindowClock(draft, id, window, received.at, end);
  log(
    draft,
    received.at,
    "invitation.recorded",
    { kind: "invitation", id },
    {
      class: invited.invitationClass,
      receivedAt: issuedAt.toISOString(),
      score: invited.standing.score,
      deadline: window.deadline,
      warning: window.warning,
    },
  );
  return { id, window };
}

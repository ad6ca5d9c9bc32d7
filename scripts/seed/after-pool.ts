import { WINDOW_STAGES } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/db/schema/cases";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { requiredDocuments } from "@/lib/express-entry/documents/requirements";
import { addDays, maxDate, minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { InvitationWindow } from "@/lib/express-entry/timing/invitation-window";
import { countryName } from "@/lib/format/countries";
import { log, type CaseDraft } from "./case-context";
import { completeLines, openLines, toldLines } from "./checklist";
import { addChecklistRows } from "./checklist-rows";
import { addInvitation, type InvitationEnd } from "./invitation-rows";
import type { StageEntry } from "./journey";
import { addAcceptedNomination, addInterest, addOfferedNomination } from "./nomination-rows";
import { addExpiries, addProfile, addRequestsOfIrcc } from "./pool-rows";
import { addProcessing } from "./processing-rows";
import type { Invited, Standing } from "./pool";
import { addSignatures } from "./signature-rows";

interface Told {
  facts: CaseFacts;
  entries: readonly StageEntry[];
  invited: Invited | null;
  standing: Standing | null;
}

type Entries = Partial<Record<CaseStage, StageEntry>>;

/** How the profile of a file that was never invited ended. */
function poolEnd(last: StageEntry): Parameters<typeof addProfile>[3] {
  if (last.stage === "IN_POOL" || last.stage === "NOMINATION_OFFERED") return { status: "live", at: null };
  return { status: "withdrawn", at: last.at };
}

/** Profile, invitation, checklist and submission, as far as the file has come. */
export function addPoolAndAfter(draft: CaseDraft, { facts, entries, invited, standing }: Told): void {
  const by: Entries = Object.fromEntries(entries.map((entry) => [entry.stage, entry]));
  const last = entries.at(-1);
  const { IN_POOL: inPool, ITA_RECEIVED: received } = by;
  if (!inPool || !last) return;
  if (!invited || !received) {
    if (!standing) return;
    addProfile(draft, standing, inPool, poolEnd(last));
    if (last.stage === "NOMINATION_OFFERED") addOfferedNomination(draft, facts, last);
    else addAcceptedNomination(draft, facts, inPool);
    if (last.stage === "IN_POOL") addInterest(draft, facts, inPool);
    if (poolEnd(last).status === "live") addExpiries(draft, facts, inPool.at);
    return;
  }
  const lapsed = by.ITA_EXPIRED;
  const profileEnd = { status: lapsed ? "expired" : "invited", at: received.at } as const;
  const profileId = addProfile(draft, invited.standing, inPool, profileEnd);
  const end = endOf(by);
  addAcceptedNomination(draft, facts, inPool);
  const invitation = addInvitation(draft, invited, received, profileId, end);
  if (end.status === "open") addExpiries(draft, facts, received.at);
  if (lapsed)
    log(
      draft,
      lapsed.at,
      "invitation.expired",
      { kind: "invitation", id: invitation.id },
      { deadline: invitation.window.deadline },
    );
  addPreparation(draft, { facts, invited, window: invitation.window, by });
  if (by.READY_TO_SUBMIT) addSignatures(draft, by.READY_TO_SUBMIT, { facts, invited });
  if (by.SUBMITTED) addSubmission(draft, invitation.id, by.SUBMITTED, { by, last });
}

function endOf({ SUBMITTED, ITA_EXPIRED }: Entries): InvitationEnd {
  if (SUBMITTED) return { status: "submitted", at: SUBMITTED.at };
  return ITA_EXPIRED ? { status: "expired", at: ITA_EXPIRED.at } : { status: "open", at: null };
}

interface Preparation {
  facts: CaseFacts;
  invited: Invited;
  window: InvitationWindow;
  by: Entries;
}

/** The day on which the application was or should be sent. */
function plannedOn({ window, by }: Preparation, today: IsoDate): IsoDate {
  if (by.SUBMITTED) return by.SUBMITTED.on;
  return minDate(window.deadline, maxDate(window.targetDate, addDays(today, 1)));
}

/** The checklist from the first day of the preparation on. */
function addPreparation(draft: CaseDraft, preparation: Preparation): void {
  const { random, setting, order, rows } = draft;
  const { facts, invited, window, by } = preparation;
  const isOpen = WINDOW_STAGES.some((stage) => stage === order.stage);
  const plannedSubmission = plannedOn(preparation, setting.today);
  const [file] = rows.case_file;
  if (file && !by.ITA_EXPIRED) file.plannedSubmissionOn = plannedSubmission;
  const started = by.APPLICATION_PREPARATION;
  if (!started) return;
  const on = isOpen ? setting.today : (by.SUBMITTED ?? started).on;
  const context = {
    on,
    invitationClass: invited.invitationClass,
    plannedSubmission,
    hasRepresentative: true,
  } as const;
  const documents = requiredDocuments(facts, context, countryName);
  const signed = by.READY_TO_SUBMIT;
  const lapsed = by.ITA_EXPIRED;
  const until = addDays(signed?.on ?? lapsed?.on ?? setting.today, -1);
  // The first documents are asked for on the day after.
  const from = minDate(addDays(started.on, 1), until);
  const story = { documents, from, until, deadline: window.deadline };
  const risk = lapsed ? "past_saving" : (order.risk ?? "on_track");
  const lines = signed
    ? completeLines(random, story)
    : order.states
      ? toldLines(random, story, order.states)
      : openLines(random, story, risk);
  const withFiles = isOpen || setting.demoPassword !== null;
  addChecklistRows(draft, { facts, lines, plannedSubmission, generatedAt: started.at, withFiles });
}

function addSubmission(
  draft: CaseDraft,
  invitationId: string,
  submitted: StageEntry,
  { by, last }: { by: Entries; last: StageEntry },
): void {
  const { random, order, ids, rows } = draft;
  const id = random.id();
  const confirmationNumber = `E${random.whole(300_000_000, 399_999_999)}`;
  const submittedAt = new Date(submitted.at.getTime() - random.whole(60, 1_500) * 1000);
  rows.submission.push({
    ...{ id, ...ids, invitationId, submittedAt, confirmationNumber },
    recordedBy: order.owner.id,
    recordedAt: submitted.at,
  });
  const detail = { number: confirmationNumber, submittedAt: submittedAt.toISOString() };
  log(draft, submitted.at, "submission.recorded", { kind: "submission", id }, detail);
  if (draft.setting.history === "whole") {
    addProcessing(draft, { id, on: submitted.on, number: confirmationNumber }, by);
    return;
  }
  const isOpen = last.stage === "SUBMITTED" || last.stage === "IN_PROCESS";
  addRequestsOfIrcc(draft, id, submitted, isOpen);
}

import "server-only";
import { asc, eq } from "drizzle-orm";
import { deriveChecklist, lifeOf, listRequirements } from "@/lib/checklist/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import type { CaseFacts, PersonRole } from "@/lib/express-entry/facts";
import { addDays, ageOn } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { countryName } from "@/lib/format/countries";
import { personName } from "@/lib/format/names";
import { getCaseFacts } from "@/lib/people/queries";
import { getCaseHeader } from "../header/queries";
import { listAgreements } from "../queries";
import { getTimeline } from "../timeline/queries";
import type { CaseHeader, FirmDay } from "../types";
import { hasEnded } from "../rules";
import { visibleStageChanges } from "../visibility";
import { ribbonOf } from "./ribbon";
import { blocksOf, trackOf } from "./rules";
import type { CaseOverview, DateAhead, LineOfChecklist, PersonLine, StageEntry } from "./types";
import { visibleOpenDates, visiblePortalVisits } from "./visibility";
import { listWaiting } from "./waiting";

const RECENT_LINES = 6;
/** Ends further away than this are no next dates; the ribbon still shows them. */
const HORIZON_DAYS = 366;

const ROLE_NAMES: Readonly<Record<PersonRole, string>> = {
  principal: "Principal",
  spouse: "Spouse",
  child: "Child",
};

async function listStageEntries(ctx: StaffContext, caseId: string, day: FirmDay): Promise<StageEntry[]> {
  const changes = visibleStageChanges(ctx);
  const rows = await ctx.db.select().from(changes).where(eq(changes.caseId, caseId)).orderBy(asc(changes.at));
  return rows.map(({ toStage, at, happenedOn }) => ({
    toStage,
    on: happenedOn ?? dateInZone(at, day.timeZone),
  }));
}

async function listOpenDates(ctx: StaffContext, caseId: string): Promise<DateAhead[]> {
  const dates = visibleOpenDates(ctx);
  const rows = await ctx.db.select().from(dates).where(eq(dates.caseId, caseId)).orderBy(asc(dates.dueOn));
  return rows.map(({ id, dueOn, title, kind, hard }) => ({
    deadlineId: id,
    on: dueOn,
    text: title,
    kind,
    hard,
  }));
}

/** Hard clocks whenever they end, the others up to the horizon, and the plan. */
function datesAhead(file: CaseHeader, clocks: DateAhead[]): DateAhead[] {
  const horizon = addDays(file.day.today, HORIZON_DAYS);
  const plan = file.plannedSubmissionOn;
  const planned: DateAhead[] =
    plan === null || plan < file.day.today
      ? []
      : [{ deadlineId: null, on: plan, text: "Planned submission", kind: "plan", hard: false }];
  return [...clocks, ...planned]
    .filter(({ on, hard }) => hard || on <= horizon)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function peopleOf(facts: CaseFacts, lines: readonly LineOfChecklist[], day: FirmDay): PersonLine[] {
  return facts.people.map((person) => {
    const own = lines.filter((line) => line.personId === person.id && line.required && !line.noLongerNeeded);
    const age = person.birthDate === null ? null : ageOn(person.birthDate, day.today);
    const home = person.addresses.find((address) => address.to === null);
    const parts = [
      ROLE_NAMES[person.role],
      age === null ? null : String(age),
      person.role !== "principal" && !person.accompanying ? "not accompanying" : null,
    ];
    return {
      id: person.id,
      name: personName(person),
      detail: parts.filter((part) => part !== null).join(", "),
      where:
        home?.city ?? (person.countryOfResidence === null ? null : countryName(person.countryOfResidence)),
      accepted: own.filter((line) => line.state === "accepted" || line.state === "waived").length,
      required: own.length,
    };
  });
}

async function findLastVisit(ctx: StaffContext, caseId: string): Promise<Date | null> {
  const visits = visiblePortalVisits(ctx);
  const [visit] = await ctx.db.select().from(visits).where(eq(visits.caseId, caseId));
  return visit?.lastSeenAt ?? null;
}

/** Everything the overview of a case shows. Facts of people only for those who may read them. */
export async function getCaseOverview(ctx: StaffContext, number: string): Promise<CaseOverview> {
  const file = await getCaseHeader(ctx, number);
  const { day, allowed, window } = file;
  const lines = await listRequirements(ctx, file.id);
  const derived = allowed.readFacts ? await deriveChecklist(ctx, file) : null;
  const facts = allowed.readFacts ? (derived?.facts ?? (await getCaseFacts(ctx, file.id))) : null;
  const plannedOn = derived?.plannedOn ?? file.plannedSubmissionOn;
  const judged = lines.map((line) => ({ ...line, ...lifeOf(line, derived, plannedOn) }));
  const ribbon =
    facts &&
    ribbonOf(facts, judged, {
      today: day.today,
      invitedOn: window?.invitedOn ?? null,
      endsOn: window?.endsOn ?? null,
      plannedOn: file.plannedSubmissionOn,
    });
  return {
    track: trackOf({
      stage: file.stage,
      stageSince: file.stageSince,
      history: await listStageEntries(ctx, file.id, day),
      plannedSubmissionOn: file.plannedSubmissionOn,
    }),
    blocks: blocksOf({
      number: file.number,
      stage: file.stage,
      lines,
      ribbon,
      today: day.today,
      mayReview: allowed.review,
    }),
    waiting: hasEnded(file.stage)
      ? []
      : await listWaiting(ctx, { id: file.id, number: file.number, timeZone: day.timeZone }, lines),
    dates: datesAhead(file, await listOpenDates(ctx, file.id)),
    ribbon,
    people: facts && peopleOf(facts, lines, day),
    recent: allowed.readTimeline ? (await getTimeline(ctx, file.id, null, null, RECENT_LINES)).lines : null,
    agreements: await listAgreements(ctx, file.id),
    lastInPortal: await findLastVisit(ctx, file.id),
  };
}

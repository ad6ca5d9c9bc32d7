import "server-only";
import { desc, eq, isNotNull } from "drizzle-orm";
import { checkTerms, findOpenTerms } from "@/lib/assessment/invitation/queries";
import type { InvitationCheck, OpenTerms } from "@/lib/assessment/invitation/types";
import { hasScorableFacts } from "@/lib/assessment/rules";
import { getFileWithFacts, getFirmDay } from "@/lib/cases/queries";
import type { CaseStage } from "@/lib/cases/types";
import { visibleCases } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { listRoundsSince } from "@/lib/draws/queries";
import { bandsInOrder, programLabel } from "@/lib/draws/rules";
import { visiblePublishedRounds } from "@/lib/draws/visibility";
import { conflict } from "@/lib/errors/app-error";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { decideInvitation, type InvitationDecision } from "@/lib/express-entry/draws/invitation-decision";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import {
  addDays,
  addYears,
  daysBetween,
  isIsoDate,
  maxDate,
  minDate,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import { invitationWindow } from "@/lib/express-entry/timing/invitation-window";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { personName } from "@/lib/format/names";
import { getFactsAsOf } from "@/lib/people/history/queries";
import { getCaseFacts } from "@/lib/people/queries";
import { isAllowed } from "@/lib/policy/can";
import { findOpenInvitation, listProfiles } from "@/lib/profiles/queries";
import { classesOn } from "@/lib/profiles/rules";
import type { InvitationDto } from "@/lib/profiles/types";
import { getRuleTables } from "@/lib/rules/queries";
import { exitsOf, nextCutOffs, type ExitInput } from "./exits";
import type { DecisionFigures, DecisionPage, DecisionRecord, OpenDecision, PoolScore } from "./types";
import { visibleDecisions } from "./visibility";

/** The planned day inside the window: not before today, not after the last day. */
function plannedDay(planned: IsoDate, today: IsoDate, open: { issueDate: IsoDate; deadlineDate: IsoDate }) {
  return maxDate(open.issueDate, minDate(open.deadlineDate, maxDate(planned, today)));
}

/** Day 50, as the window counts it. */
function targetOf({ receivedAt, shownExpiry, timeZone }: InvitationDto): IsoDate {
  return invitationWindow({ issuedAt: receivedAt, shownExpiry, zone: timeZone }).targetDate;
}

interface Judged {
  facts: CaseFacts;
  tables: RuleTables;
  today: IsoDate;
  open: InvitationDto;
  terms: OpenTerms;
  check: InvitationCheck;
  plannedOn: IsoDate;
}

/** An open invitation against the facts of now, for the day the application is planned for, or an asked one. */
async function judge(
  ctx: ActorContext,
  file: { id: string; plannedSubmissionOn: IsoDate | null },
  asked?: IsoDate,
): Promise<Judged | null> {
  const open = await findOpenInvitation(ctx, file.id);
  const terms = await findOpenTerms(ctx, file.id);
  if (open === null || terms === null) return null;
  const { today } = await getFirmDay(ctx);
  const facts = await getCaseFacts(ctx, file.id);
  const tables = await getRuleTables(ctx);
  const plannedOn = plannedDay(asked ?? file.plannedSubmissionOn ?? targetOf(open), today, open);
  return { facts, tables, today, open, terms, plannedOn, check: checkTerms(terms, facts, plannedOn, tables) };
}

/** What a decision taken now rests on, to be kept with it. CONFLICT where no invitation is open. */
export async function getDecisionFigures(
  ctx: ActorContext,
  file: { id: string; plannedSubmissionOn: IsoDate | null },
): Promise<DecisionFigures> {
  const judged = await judge(ctx, file);
  if (judged === null) throw conflict("This case has no open invitation. Record the ITA first.");
  const { check, plannedOn, today } = judged;
  return {
    plannedOn,
    invitedOn: check.invitedOn,
    deadline: check.deadline,
    daysLeft: daysBetween(today, check.deadline),
    advice: check.advice,
    adviceReason: check.reason,
    scoreAtInvitation: check.scoreAtInvitation,
    scoreOnPlannedDay: check.score,
    lowestCrs: check.round?.lowestCrs ?? null,
    rulesetId: check.rulesetId,
  };
}

/** Both days of the invitation, and the profile's own where its facts are known. */
async function decisionOf(
  ctx: StaffContext,
  caseId: string,
  { facts, tables, terms, plannedOn }: Judged,
): Promise<InvitationDecision> {
  const { timeZone } = await getFirmDay(ctx);
  const profileDay = dateInZone(terms.terms.submittedAt, timeZone);
  const then = await getFactsAsOf(ctx, caseId, profileDay);
  return decideInvitation(
    {
      ...{ terms: terms.terms, facts, plannedOn },
      factsAtInvitation: terms.factsThen ?? facts,
      profile: hasScorableFacts(then.facts) ? { on: profileDay, facts: then.facts } : null,
    },
    { tables },
  );
}

/** Where a score stands in the pool as IRCC published it last. */
async function findPlace(ctx: StaffContext, score: number): Promise<ExitInput["place"]> {
  const rounds = visiblePublishedRounds(ctx);
  const [latest] = await ctx.db
    .select({ pool: rounds.pool, asOf: rounds.poolAsOf })
    .from(rounds)
    .where(isNotNull(rounds.pool))
    .orderBy(desc(rounds.date), desc(rounds.number))
    .limit(1);
  if (!latest?.pool || latest.asOf === null) return null;
  const bands = bandsInOrder(latest.pool).map(([band, count]) => {
    const [from = 0, to = 0] = band.split("-").map(Number);
    return { from, to, count };
  });
  const sum = (some: typeof bands) => some.reduce((total, { count }) => total + count, 0);
  return {
    asOf: latest.asOf,
    ahead: sum(bands.filter(({ from }) => from > score)),
    same: sum(bands.filter(({ from, to }) => from <= score && score <= to)),
  };
}

function poolScore(facts: CaseFacts, on: IsoDate, tables: RuleTables): PoolScore {
  const { score, superseded } = assessCrs(facts, on, { tables });
  return { on, total: score.total, superseded };
}

async function presentOpen(ctx: StaffContext, caseId: string, judged: Judged): Promise<OpenDecision | null> {
  const { facts, tables, today, open, check, plannedOn } = judged;
  const profile = (await listProfiles(ctx, caseId)).find(({ id }) => id === open.profileId);
  if (!profile) return null;
  const { submittedAt, expiresAt } = profile;
  const decision = await decisionOf(ctx, caseId, judged);
  const inPool = poolScore(facts, today, tables);
  const rounds = (await listRoundsSince(ctx, addYears(today, -1))).map((round) => ({
    ...round,
    title: programLabel(round.program),
  }));
  const cutOffs = nextCutOffs(rounds, classesOn(facts, today, tables), inPool.total);
  const deadline = open.deadlineDate;
  const days = { plannedOn, targetOn: targetOf(open), deadline };
  const endsOn = dateInZone(expiresAt, open.timeZone);
  const exits = exitsOf({
    ...{ ...days, today, check, decision, inPool, cutOffs },
    profile: { submittedAt, endsOn, ended: expiresAt.getTime() <= ctx.now.getTime() },
    afterLapse: poolScore(facts, addDays(deadline, 1), tables),
    place: await findPlace(ctx, inPool.total),
  });
  return {
    ...{ ...days, check, decision, exits, cutOffs, inPool, receivedAt: open.receivedAt },
    profile: { submittedAt, expiresAt },
    names: Object.fromEntries(facts.people.map((person) => [person.id, personName(person)])),
  };
}

function listDecisions(ctx: StaffContext, caseId: string): Promise<DecisionRecord[]> {
  const decisions = visibleDecisions(ctx);
  const { id, decision, reason, figures, at, by } = decisions;
  return ctx.db
    .select({ id, decision, reason, figures, at, by })
    .from(decisions)
    .where(eq(decisions.caseId, caseId))
    .orderBy(desc(decisions.at), desc(decisions.id));
}

const DECLINABLE: readonly CaseStage[] = ["ITA_RECEIVED", "APPLICATION_PREPARATION", "READY_TO_SUBMIT"];

/**
 * Whether to take up an invitation: both days that count, what has changed, the ways out with their costs, and what
 * was decided already. `asked`: another planned day inside the window. FORBIDDEN for who sees the case but not the
 * facts.
 */
export async function getDecisionPage(
  ctx: StaffContext,
  number: string,
  asked?: string,
): Promise<DecisionPage> {
  const file = await getFileWithFacts(ctx, number);
  const { today, timeZone } = await getFirmDay(ctx);
  const cases = visibleCases(ctx);
  const [plan] = await ctx.db
    .select({ plannedSubmissionOn: cases.plannedSubmissionOn })
    .from(cases)
    .where(eq(cases.id, file.id));
  const day = asked !== undefined && isIsoDate(asked) ? asked : undefined;
  const judged = await judge(
    ctx,
    { id: file.id, plannedSubmissionOn: plan?.plannedSubmissionOn ?? null },
    day,
  );
  const may = isAllowed(ctx.actor, "invitation.decide", file);
  const open = judged && (await presentOpen(ctx, file.id, judged));
  const decline = open?.exits.find(({ key }) => key === "decline");
  return {
    ...{ caseId: file.id, number: file.number, today, timeZone, open },
    records: await listDecisions(ctx, file.id),
    allowed: {
      accept: may && open !== null && file.stage === "ITA_RECEIVED",
      decline: may && DECLINABLE.includes(file.stage) && decline?.closed === null,
    },
  };
}

import "server-only";
import { inArray } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { listLeadTimes } from "@/lib/checklist/lead-times/queries";
import { withLeadTimes } from "@/lib/checklist/lead-times/rules";
import type { LeadTime } from "@/lib/checklist/lead-times/types";
import { visibleRequirements } from "@/lib/checklist/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { listLatestRounds } from "@/lib/draws/queries";
import type { RoundDto } from "@/lib/draws/types";
import { forbidden } from "@/lib/errors/app-error";
import { requiredDocuments } from "@/lib/express-entry/documents/requirements";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { documentRulesOn, type RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { countryName } from "@/lib/format/countries";
import { getFactsOfCases } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { countRanked, listRanked } from "@/lib/profiles/pool/queries";
import { distancesTo, recentRounds, writeCursor } from "@/lib/profiles/pool/rules";
import { splitClasses } from "@/lib/profiles/rules";
import type { PoolCursor } from "@/lib/profiles/types";
import { getRuleTables } from "@/lib/rules/queries";
import {
  askedDay,
  byUrgency,
  countsOf,
  LIKELY_POINTS,
  readinessOf,
  windowFrom,
  type StoredLine,
} from "./rules";
import type { HypotheticalWindow, Readiness, ReadyClient, ReadyPage } from "./types";

/** Clients on one page: their facts are read at once. */
const PAGE = 50;

type RankedRow = Awaited<ReturnType<typeof listRanked>>[number];

/** The checklists that earlier invitations have left, by case. */
async function linesOfCases(ctx: StaffContext, caseIds: string[]): Promise<Map<string, StoredLine[]>> {
  if (caseIds.length === 0) return new Map();
  const lines = visibleRequirements(ctx);
  const { caseId, ruleKey, state, issuedOn, validUntil } = lines;
  const rows = await ctx.db
    .select({ caseId, ruleKey, state, issuedOn, validUntil })
    .from(lines)
    .where(inArray(lines.caseId, caseIds));
  const byCase = new Map<string, StoredLine[]>();
  for (const { caseId: of, ...line } of rows) byCase.set(of, [...(byCase.get(of) ?? []), line]);
  return byCase;
}

/** What a page of clients is judged by. */
interface Yardstick {
  window: HypotheticalWindow;
  today: IsoDate;
  timeZone: string;
  tables: RuleTables;
  entries: readonly LeadTime[];
  rounds: readonly RoundDto[];
}

function judgeFile(
  facts: CaseFacts,
  invitationClass: Program,
  lines: readonly StoredLine[],
  { window, today, tables, entries }: Yardstick,
): Readiness {
  const rules = documentRulesOn(window.targetOn, { tables });
  const documents = requiredDocuments(
    facts,
    {
      on: window.invitedOn,
      invitationClass,
      plannedSubmission: window.targetOn,
      hasRepresentative: true,
      tables,
    },
    countryName,
  );
  const usual = withLeadTimes(documents, { entries, on: today, shipped: rules.lead_days });
  return readinessOf({ documents: usual, lines, window, today, rules });
}

function toClient(
  row: RankedRow,
  facts: CaseFacts | undefined,
  lines: readonly StoredLine[],
  by: Yardstick,
): ReadyClient {
  const { caseId, caseNumber: number, displayName, ownerName, score, submittedAt, expiresAt, classes } = row;
  const { window, tables, timeZone, rounds } = by;
  const own = splitClasses(classes);
  const nearest = distancesTo({ score, submittedAt, ...own }, rounds)[0] ?? null;
  const known = facts?.people.some(({ role }) => role === "principal") ? facts : null;
  const invitationClass = known && assessEligibility(known, window.invitedOn, { tables }).invitationClass;
  const endsOn = dateInZone(expiresAt, timeZone);
  const endsBefore = endsOn < window.invitedOn ? endsOn : null;
  return {
    ...{ caseId, number, displayName, ownerName, score, submittedAt, ...own, invitationClass, nearest },
    likely: nearest !== null && nearest.margin >= -LIKELY_POINTS && endsBefore === null,
    readiness: known && invitationClass && judgeFile(known, invitationClass, lines, by),
    endsBefore,
  };
}

/**
 * The viewer's clients in the pool against an invitation on a day: what it would call for, what of it is there, and
 * how long the rest usually takes. Pages are in IRCC's order, each sorted by likely and unready. As many queries for a
 * page as for one client. FORBIDDEN for who does not see the pool.
 */
export async function getReadyPage(
  ctx: StaffContext,
  typed: string | undefined,
  after: PoolCursor | null,
): Promise<ReadyPage> {
  const decision = can(ctx.actor, "pool.read");
  if (!decision.allowed) throw forbidden(decision.reason);
  const { today, timeZone } = await getFirmDay(ctx);
  const window = windowFrom(askedDay(typed, today));
  const rows = await listRanked(ctx, { after, held: null, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  const caseIds = shown.map(({ caseId }) => caseId);
  const factsOf = await getFactsOfCases(ctx, caseIds);
  const linesOf = await linesOfCases(ctx, caseIds);
  const by: Yardstick = {
    ...{ window, today, timeZone },
    tables: await getRuleTables(ctx),
    entries: await listLeadTimes(ctx),
    rounds: recentRounds(await listLatestRounds(ctx), today),
  };
  const clients = shown.map((row) =>
    toClient(row, factsOf.get(row.caseId), linesOf.get(row.caseId) ?? [], by),
  );
  const last = shown.at(-1);
  return {
    ...{ ...window, today, clients: clients.toSorted(byUrgency), counts: countsOf(clients) },
    total: await countRanked(ctx),
    next: rows.length > PAGE && last ? writeCursor(last) : null,
  };
}

import "server-only";
import { and, desc, eq, gte, inArray, lte } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { programLabel } from "@/lib/draws/rules";
import { visibleRounds } from "@/lib/draws/visibility";
import { CATEGORIES, type Category } from "@/lib/express-entry/draws/categories";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { principalOf } from "@/lib/express-entry/family";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import { addDays, ageOn, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { visibleInvitations, visibleProfiles } from "@/lib/profiles/visibility";
import { getRuleTables } from "@/lib/rules/queries";
import { testChange } from "./rules";
import type { InvitationCheck, InvitingRound, OpenTerms } from "./types";

/** IRCC sends the invitations of a round within days. */
const ROUND_TO_MESSAGE_DAYS = 7;

interface OpenInvitation {
  roundId: string | null;
  issueDate: IsoDate;
  invitationClass: string;
  category: string | null;
}

/** The round recorded with the invitation; without one, the latest it can have come from. */
async function findInvitingRound(ctx: ActorContext, open: OpenInvitation): Promise<InvitingRound | null> {
  const rounds = visibleRounds(ctx);
  const programs =
    open.category !== null
      ? [open.category]
      : open.invitationClass === "PNP"
        ? ["PNP"]
        : [open.invitationClass, "general"];
  const [row] = await ctx.db
    .select()
    .from(rounds)
    .where(
      open.roundId !== null
        ? eq(rounds.id, open.roundId)
        : and(
            inArray(rounds.program, programs),
            lte(rounds.date, open.issueDate),
            gte(rounds.date, addDays(open.issueDate, -ROUND_TO_MESSAGE_DAYS)),
          ),
    )
    .orderBy(desc(rounds.date), desc(rounds.number))
    .limit(1);
  if (!row) return null;
  const { date, lowestCrs, tieBreakAt, program } = row;
  return { label: programLabel(program), date, lowestCrs, tieBreakAt, recorded: open.roundId !== null };
}

/** Facts as a column of JSON keeps them: those of an older release lack what was added since. */
function readSnapshot(kept: unknown): CaseFacts | null {
  const facts = kept as Partial<CaseFacts> | null;
  if (!facts?.people?.length || facts.family === undefined) return null;
  return {
    people: facts.people.map((person) => ({ ...person, statusExpiresOn: person.statusExpiresOn ?? null })),
    family: facts.family,
  };
}

function categoryOf(name: string | null): Category | null {
  return CATEGORIES.find((category) => category === name) ?? null;
}

/** The open invitation of a case with all that it is judged by; null: none is open. */
export async function findOpenTerms(ctx: ActorContext, caseId: string): Promise<OpenTerms | null> {
  const invitations = visibleInvitations(ctx);
  const profiles = visibleProfiles(ctx);
  const [open] = await ctx.db
    .select({
      roundId: invitations.roundId,
      issueDate: invitations.issueDate,
      invitationClass: invitations.invitationClass,
      category: invitations.category,
      crsScore: invitations.crsScore,
      rulesetId: invitations.rulesetId,
      deadlineDate: invitations.deadlineDate,
      factsAtInvitation: invitations.factsAtInvitation,
      submittedAt: profiles.submittedAt,
    })
    .from(invitations)
    .innerJoin(profiles, eq(profiles.id, invitations.profileId))
    .where(and(eq(invitations.caseId, caseId), eq(invitations.status, "open")));
  if (!open) return null;
  const round = await findInvitingRound(ctx, open);
  const { issueDate: invitedOn, rulesetId, invitationClass, submittedAt } = open;
  return {
    round,
    factsThen: readSnapshot(open.factsAtInvitation),
    scoreAtInvitation: open.crsScore,
    deadline: open.deadlineDate,
    category: open.category,
    terms: {
      ...{ invitedOn, rulesetId, invitationClass, submittedAt, category: categoryOf(open.category) },
      lowestCrs: round?.lowestCrs ?? null,
      tieBreakAt: round?.tieBreakAt ?? null,
    },
  };
}

/** What the facts mean on a day for an open invitation. A day before it has nothing to compare with it. */
export function checkTerms(
  open: OpenTerms,
  facts: CaseFacts,
  on: IsoDate,
  tables: RuleTables,
): InvitationCheck {
  const { terms, factsThen, scoreAtInvitation, round, category, deadline } = open;
  const { invitedOn, rulesetId, invitationClass } = terms;
  const { birthDate } = principalOf(facts);
  const day = on < invitedOn ? invitedOn : on;
  return {
    ...testChange({ facts, factsThen, on: day, terms, scoreAtInvitation, tables }),
    ...{ invitedOn, rulesetId, invitationClass, category, round, deadline },
    frozenAge: birthDate === null ? null : ageOn(birthDate, invitedOn),
  };
}

/**
 * What the facts mean on a day for the invitation that is open on the case; null: none is. Follows every change of
 * facts, since nothing of it is stored but the invitation's own terms.
 */
export async function findInvitationCheck(
  ctx: ActorContext,
  caseId: string,
  facts: CaseFacts,
  on: IsoDate,
): Promise<InvitationCheck | null> {
  const open = await findOpenTerms(ctx, caseId);
  return open && checkTerms(open, facts, on, await getRuleTables(ctx));
}

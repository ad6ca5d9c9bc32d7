import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { findOpenTerms } from "@/lib/assessment/invitation/queries";
import { findRoundOfClass } from "@/lib/assessment/queries";
import { getFileWithFacts, getFirmDay } from "@/lib/cases/queries";
import { listRequirements } from "@/lib/checklist/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import { programLabel } from "@/lib/draws/rules";
import { findRuleset, isComplete } from "@/lib/express-entry/crs/rulesets";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { maxDate } from "@/lib/express-entry/timing/calendar-date";
import { getCaseFacts } from "@/lib/people/queries";
import { visibleFactChanges } from "@/lib/people/visibility";
import { isAllowed } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { proofFigures, type ProofSources, type ProofTerms } from "./figures";
import { FIELDS_OF } from "./rules";
import type {
  AcceptedFile,
  ProofChoice,
  ProofFigures,
  ProofLedger,
  ProofLine,
  ProofWord,
  SignedFigures,
} from "./types";
import { visibleAcceptedFiles, visibleFactProofs, visibleSignedProofs } from "./visibility";

/** The newest accepted file of each checklist line. */
async function acceptedFiles(ctx: StaffContext, caseId: string): Promise<ReadonlyMap<string, AcceptedFile>> {
  const files = visibleAcceptedFiles(ctx);
  const rows = await ctx.db.select().from(files).where(eq(files.caseId, caseId)).orderBy(files.number);
  // In the order of their numbers, so that the last one of a line stands.
  return new Map(
    rows.flatMap(({ requirementId, versionId, fileName, number, sha256, at }) =>
      requirementId === null ? [] : [[requirementId, { versionId, fileName, number, sha256, at }]],
    ),
  );
}

/** The lines of a checklist with the file that was accepted for each. */
export async function listProofLines(ctx: StaffContext, caseId: string): Promise<ProofLine[]> {
  const files = await acceptedFiles(ctx, caseId);
  return (await listRequirements(ctx, caseId)).map(({ id, ruleKey, title, state, waivedReason }) => ({
    ...{ id, ruleKey, title, state, waivedReason },
    accepted: files.get(id) ?? null,
  }));
}

/** Every stored word on the proof of a case's facts. */
async function listProofWords(ctx: StaffContext, caseId: string): Promise<ProofWord[]> {
  const words = visibleFactProofs(ctx);
  return ctx.db.select().from(words).where(eq(words.caseId, caseId));
}

/** When each fact last changed, as far as changes are kept. */
async function changesOf(ctx: StaffContext, caseId: string): Promise<ProofSources["changedAt"]> {
  const changes = visibleFactChanges(ctx);
  const rows = await ctx.db
    .select({ factId: changes.factId, field: changes.field, at: changes.changedAt })
    .from(changes)
    .where(eq(changes.caseId, caseId))
    .orderBy(desc(changes.changedAt));
  return ({ kind, factId }) => {
    const fields = FIELDS_OF[kind];
    const last = rows.find(
      (row) => row.factId === (factId ?? caseId) && (fields === undefined || fields.includes(row.field)),
    );
    return last?.at ?? null;
  };
}

/**
 * What the file is judged by: with an invitation open by its ruleset, with the age of its day, against the lowest score
 * of its round (IRPA 11.2); otherwise by the rules of today against the last round of its class or of every program.
 */
async function termsOf(ctx: StaffContext, caseId: string, facts: CaseFacts): Promise<ProofTerms> {
  const { today } = await getFirmDay(ctx);
  const tables = await getRuleTables(ctx);
  const open = await findOpenTerms(ctx, caseId);
  if (open === null) {
    const { invitationClass } = assessEligibility(facts, today, { tables });
    const last = invitationClass && (await findRoundOfClass(ctx, invitationClass, today));
    return {
      ...{ on: today, options: { tables }, invitationClass: null },
      cutOff: last && {
        ...{ score: last.lowestCrs, label: programLabel(last.kind), date: last.date, ofInvitation: false },
      },
    };
  }
  const { invitedOn, rulesetId, invitationClass } = open.terms;
  const ruleset = findRuleset(rulesetId, { tables });
  return {
    on: maxDate(today, invitedOn),
    options: { tables, ageOn: invitedOn, ...(ruleset && isComplete(ruleset) ? { ruleset } : {}) },
    invitationClass,
    cutOff: open.round && {
      ...{ score: open.round.lowestCrs, label: open.round.label, date: open.round.date, ofInvitation: true },
    },
  };
}

/** Claimed and proven of a case as it stands, with everything that a sign-off keeps. For who sees its facts. */
export async function getProofFigures(ctx: StaffContext, caseId: string): Promise<ProofFigures> {
  const facts = await getCaseFacts(ctx, caseId);
  const sources = {
    facts,
    lines: await listProofLines(ctx, caseId),
    words: await listProofWords(ctx, caseId),
    changedAt: await changesOf(ctx, caseId),
  };
  return proofFigures(sources, await termsOf(ctx, caseId, facts));
}

function choicesOf(lines: readonly ProofLine[]): ProofChoice[] {
  return lines.flatMap(({ id, title, state, accepted }) =>
    state === "accepted" && accepted
      ? [{ requirementId: id, versionId: accepted.versionId, label: `${title} (${accepted.fileName})` }]
      : [],
  );
}

/** The proof ledger of a case. FORBIDDEN for who sees the case but not the facts. */
export async function getProofLedger(ctx: StaffContext, number: string): Promise<ProofLedger> {
  const file = await getFileWithFacts(ctx, number);
  const { today, timeZone } = await getFirmDay(ctx);
  const figures = await getProofFigures(ctx, file.id);
  return {
    ...figures,
    ...{ caseId: file.id, number: file.number, today, timeZone },
    choices: choicesOf(await listProofLines(ctx, file.id)),
    allowed: { decide: isAllowed(ctx.actor, "document.review", file) },
  };
}

/** What the sign-off that stands was signed on; null: none stands, or it kept no figures. */
export async function findSignedFigures(ctx: StaffContext, caseId: string): Promise<SignedFigures | null> {
  const signed = visibleSignedProofs(ctx);
  const { claimedPoints, provenPoints, cutOff, reason } = signed;
  const [latest] = await ctx.db
    .select({ claimedPoints, provenPoints, cutOff, reason })
    .from(signed)
    .where(and(eq(signed.caseId, caseId), isNull(signed.withdrawnAt)))
    .orderBy(desc(signed.at))
    .limit(1);
  return latest ?? null;
}

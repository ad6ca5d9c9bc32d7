import "server-only";
import { eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { getCaseFacts } from "@/lib/people/queries";
import { listProfiles } from "@/lib/profiles/queries";
import { classesOn, rulesetIdOn } from "@/lib/profiles/rules";
import { getRuleTables } from "@/lib/rules/queries";

/** The CRS goes no higher (rules reference 1.1). */
const HIGHEST_SCORE = 1200;

interface Rescored {
  /** What the profile scores now; null: there is none that is live or invited. */
  score: number | null;
  entries: AuditEntry[];
}

/**
 * IRCC's score of the profile in the pool, or of the invited one that may come back to it, moved by what the change of the nomination gives or takes, and the classes in which
 * it competes from now on. The timestamp stays (4.1).
 * @param before the facts as they were; the facts of the case have changed since
 */
export async function rescoreProfile(
  ctx: ActorContext,
  file: LockedCase,
  before: CaseFacts,
): Promise<Rescored> {
  const profile = (await listProfiles(ctx, file.id)).find(
    ({ status }) => status === "live" || status === "invited",
  );
  if (!profile) return { score: null, entries: [] };
  const { today } = await getFirmDay(ctx);
  const tables = await getRuleTables(ctx);
  const facts = await getCaseFacts(ctx, file.id);
  const totalOf = (one: CaseFacts) => assessCrs(one, today, { tables }).score.total;
  const moved = profile.crsScore + totalOf(facts) - totalOf(before);
  const score = Math.max(0, Math.min(HIGHEST_SCORE, moved));
  if (score === profile.crsScore) return { score, entries: [] };
  await ctx.db
    .update(expressEntryProfile)
    .set({
      crsScore: score,
      rulesetId: rulesetIdOn(today, tables),
      classes: classesOn(facts, today, tables),
      version: sql`${expressEntryProfile.version} + 1`,
    })
    .where(eq(expressEntryProfile.id, profile.id));
  const entry: AuditEntry = {
    event: "profile.changed",
    object: { kind: "profile", id: profile.id },
    caseId: file.id,
    clientId: file.clientId,
    detail: { number: profile.profileNumber, from: profile.crsScore, to: score },
  };
  return { score, entries: [entry] };
}

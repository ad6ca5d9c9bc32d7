import "server-only";
import { and, desc, eq, type SQL } from "drizzle-orm";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { countryName } from "@/lib/format/countries";
import { getCaseFacts } from "@/lib/people/queries";
import type { DerivedChecklist, RequirementRow } from "../types";
import { comparedFacts } from "../review/rules";
import type { ComparedFact, DocumentFlag } from "../review/types";
import { visibleFlags } from "../review/visibility";

type FlagRows = ReturnType<typeof visibleFlags>;

async function listFlags(
  ctx: StaffContext,
  where: (flags: FlagRows) => SQL | undefined,
): Promise<DocumentFlag[]> {
  const flags = visibleFlags(ctx);
  const rows = await ctx.db.select().from(flags).where(where(flags)).orderBy(desc(flags.flaggedAt), flags.id);
  return rows.map((row) => {
    const { id, requirementId, lineTitle, versionId, factKind: kind, factId, field } = row;
    const { label, factSays, documentSays, by, flaggedAt: at } = row;
    const key = `${kind}:${factId}:${field}`;
    const settled: DocumentFlag["settled"] =
      row.resolvedAt !== null
        ? { how: "explained", reason: row.reason, by: row.settledBy ?? "Somebody", at: row.resolvedAt }
        : row.stands
          ? null
          : {
              how: "fact_corrected",
              reason: null,
              by: row.correctedBy ?? "Landfall",
              at: row.correctedAt,
            };
    const about = { requirementId, lineTitle, versionId, kind, factId, field, key };
    return { id, ...about, label, factSays, documentSays, by, at, settled };
  });
}

/** What one file says against the facts, the standing ones first. */
export async function listFlagsOfVersion(ctx: StaffContext, versionId: string): Promise<DocumentFlag[]> {
  const flags = await listFlags(ctx, (rows) => eq(rows.versionId, versionId));
  return flags.sort((a, b) => Number(a.settled !== null) - Number(b.settled !== null));
}

/** What documents of a case say against its facts and nobody has settled yet. */
export function listStandingFlags(ctx: StaffContext, caseId: string): Promise<DocumentFlag[]> {
  return listFlags(ctx, (rows) => and(eq(rows.caseId, caseId), eq(rows.stands, true)));
}

/** The facts of the case that a document of this line has to say too. */
export async function listComparedFacts(
  ctx: ActorContext,
  line: RequirementRow,
  derived: DerivedChecklist | null,
): Promise<ComparedFact[]> {
  const facts = derived?.facts ?? (await getCaseFacts(ctx, line.caseId));
  return comparedFacts(line, facts, countryName);
}

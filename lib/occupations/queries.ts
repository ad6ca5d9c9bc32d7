import "server-only";
import { and, asc, eq, inArray, like, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { rankOccupations, searchWords, type OccupationTitles } from "./rules";
import type { Occupation, OccupationMatch } from "./types";
import { visibleOccupations } from "./visibility";

/** Candidates ranked in memory: more than any real search has, fewer than the 516 there are. */
const CANDIDATES = 200;

/** What every answer says of an occupation. */
function ownColumns({ code, teer, titleEn, titleFr, definitionEn }: ReturnType<typeof visibleOccupations>) {
  return { code, teer, titleEn, titleFr, definitionEn };
}

/**
 * Occupations by code or by title, in English or French, accents or not, best first. A title matches through the
 * examples of the classification too, and the match is named. Fewer than two letters find nothing.
 */
export async function searchOccupations(
  ctx: ActorContext,
  text: string,
  limit = 12,
): Promise<OccupationMatch[]> {
  const words = searchWords(text);
  if (words.join("").length < 2) return [];
  const occupations = visibleOccupations(ctx);
  const candidates = await ctx.db
    .select({ ...ownColumns(occupations), titles: occupations.titles })
    .from(occupations)
    .where(and(...words.map((word) => like(occupations.searchText, `%${word}%`))))
    // Where the words are begun words of the text, the occupation is likelier to be meant.
    .orderBy(
      sql`greatest(similarity(${occupations.titleEn}, ${text}), similarity(${occupations.titleFr}, ${text})) desc`,
      asc(occupations.code),
    )
    .limit(CANDIDATES);
  return rankOccupations(candidates, text, limit);
}

/** The occupation with a code, or null: a code nobody knows is not in the classification. */
export async function findOccupation(ctx: ActorContext, code: string): Promise<Occupation | null> {
  const [found] = await listOccupations(ctx, [code]);
  return found ?? null;
}

/** The occupations of several codes; codes nobody knows are left out. */
export async function listOccupations(ctx: ActorContext, codes: readonly string[]): Promise<Occupation[]> {
  if (codes.length === 0) return [];
  const occupations = visibleOccupations(ctx);
  return ctx.db
    .select(ownColumns(occupations))
    .from(occupations)
    .where(codes.length === 1 ? eq(occupations.code, codes[0] ?? "") : inArray(occupations.code, [...codes]))
    .orderBy(asc(occupations.code));
}

/** Every occupation with its titles: for a search in a visitor's own browser. */
export async function listOccupationTitles(ctx: ActorContext): Promise<OccupationTitles[]> {
  const occupations = visibleOccupations(ctx);
  return ctx.db
    .select({ ...ownColumns(occupations), titles: occupations.titles })
    .from(occupations)
    .orderBy(asc(occupations.code));
}

"use server";

import { loadOccupationMatches } from "@/lib/occupations/loaders";
import type { OccupationMatch } from "@/lib/occupations/types";

/** What the occupation field finds while one types. */
export async function searchOccupations(text: string): Promise<OccupationMatch[]> {
  return loadOccupationMatches(text.slice(0, 120));
}

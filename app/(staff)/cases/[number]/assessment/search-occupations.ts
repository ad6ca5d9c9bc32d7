"use server";

import { plainText } from "@/lib/format/plain-text";
import { loadOccupationMatches } from "@/lib/occupations/loaders";
import type { OccupationMatch } from "@/lib/occupations/types";

/** What the occupation field finds while one types. */
export async function searchOccupations(text: string): Promise<OccupationMatch[]> {
  return loadOccupationMatches(plainText(text).slice(0, 120));
}

"use server";

import type { Found } from "@/components/layout/command-palette";
import { loadCaseHits } from "@/lib/cases/list/loaders";
import { plainText } from "@/lib/format/plain-text";

/** What the palette finds while one types: cases the person may see, at most eight. */
export async function searchCases(query: string): Promise<Found[]> {
  const hits = await loadCaseHits(plainText(query).slice(0, 120));
  return hits.map((hit) => ({
    title: hit.displayName,
    detail: `${hit.number}, ${hit.stageLabel}`,
    href: `/cases/${hit.number}/overview`,
  }));
}

import "server-only";
import { readingAsStaff } from "@/lib/auth/reading";
import { findCases } from "../queries";
import { listCases } from "./queries";
import { readListState } from "./rules";

/** Not cached: each keystroke of the palette is a question of its own. */
export const loadCaseHits = (text: string) => readingAsStaff((ctx) => findCases(ctx, text));

type SearchParams = Parameters<typeof readListState>[0];

/** The list as its address asks for it, with the address as it was understood. */
export async function loadCaseList(params: SearchParams) {
  const state = readListState(params);
  return { state, list: await readingAsStaff((ctx) => listCases(ctx, state)) };
}

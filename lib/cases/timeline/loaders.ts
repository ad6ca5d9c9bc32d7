import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getCaseId } from "../queries";
import { getTimeline } from "./queries";
import { readKind } from "./rules";

/** One page of a case's timeline, as its address asks for it. */
export const loadTimeline = cache(
  async (number: string, kind: string | undefined, before: string | undefined) => {
    const chosen = readKind(kind);
    const from = before !== undefined && /^\d{1,15}$/.test(before) ? Number(before) : null;
    const timeline = await readingAsStaff(async (ctx) =>
      getTimeline(ctx, await getCaseId(ctx, number), chosen, from),
    );
    return { kind: chosen, timeline };
  },
);

import "server-only";
import { cache } from "react";
import { reading, readingAsStaff } from "@/lib/auth/reading";
import { getFirmDay } from "@/lib/cases/queries";
import { isAllowed } from "@/lib/policy/can";
import { getRoundPage, listRounds } from "./queries";

/** Express Entry's first round was in 2015. */
const FIRST_YEAR = 2015;

/** The rounds of a year; without one, of this year in the firm's zone. */
export const loadRounds = cache((program: string | null, askedYear: number | null) =>
  readingAsStaff(async (ctx) => {
    const { today } = await getFirmDay(ctx);
    const thisYear = Number(today.slice(0, 4));
    const year =
      askedYear !== null && askedYear >= FIRST_YEAR && askedYear <= thisYear ? askedYear : thisYear;
    return {
      year,
      years: Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index),
      rounds: await listRounds(ctx, { year, program }),
      allowed: { record: isAllowed(ctx.actor, "round.record") },
    };
  }),
);

export const loadRoundPage = cache((id: string) => readingAsStaff((ctx) => getRoundPage(ctx, id)));

/** Today in the firm's zone: what a form of dates starts with. */
export const loadToday = cache(() => reading(async (ctx) => (await getFirmDay(ctx)).today));

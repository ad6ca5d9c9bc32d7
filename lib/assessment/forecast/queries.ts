import "server-only";
import { asc, eq } from "drizzle-orm";
import { getFileWithFacts, getFirmDay } from "@/lib/cases/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import { listRoundsSince } from "@/lib/draws/queries";
import { addMonths } from "@/lib/express-entry/timing/calendar-date";
import { getFactSheet } from "@/lib/people/queries";
import { listProfiles } from "@/lib/profiles/queries";
import { getRuleTables } from "@/lib/rules/queries";
import { computeForecast, type ForecastInput } from "./compute";
import { readChoices } from "./rules";
import type { Query } from "./types";
import type { ForecastFile, ForecastPage } from "./types";
import { visibleScenarios } from "./visibility";

/** Older rounds say little about the next one. */
const RECENT_MONTHS = 12;

/** The scenarios that a case keeps, in the order in which they were kept. */
async function listScenarios(ctx: StaffContext, caseId: string) {
  const scenarios = visibleScenarios(ctx);
  return ctx.db
    .select({
      id: scenarios.id,
      name: scenarios.name,
      changes: scenarios.changes,
      version: scenarios.version,
    })
    .from(scenarios)
    .where(eq(scenarios.caseId, caseId))
    .orderBy(asc(scenarios.createdAt), asc(scenarios.id));
}

/**
 * What the forecast of a case is computed from: its facts and scenarios, the recent rounds, and what the address says
 * is tried. Read alone, so that the computing holds no connection. FORBIDDEN for who sees the case but not the facts.
 */
export async function getForecastInput(
  ctx: StaffContext,
  number: string,
  query: Query,
): Promise<ForecastInput & { file: ForecastFile }> {
  const file = await getFileWithFacts(ctx, number);
  const { today, timeZone } = await getFirmDay(ctx);
  const { facts } = await getFactSheet(ctx, file.id);
  const profiles = await listProfiles(ctx, file.id);
  return {
    facts,
    stage: file.stage,
    today,
    zone: timeZone,
    choices: readChoices(query),
    tables: await getRuleTables(ctx),
    profile: profiles.find(({ status }) => status === "live") ?? null,
    rounds: await listRoundsSince(ctx, addMonths(today, -RECENT_MONTHS)),
    scenarios: await listScenarios(ctx, file.id),
    file: {
      caseId: file.id,
      number: file.number,
      allowed: { keep: file.mayEdit },
    },
  };
}

/** The whole screen from what was read. Computes alone: nothing is read here. */
export function presentForecast({ file, ...input }: ForecastInput & { file: ForecastFile }): ForecastPage {
  return { ...computeForecast(input), ...file };
}

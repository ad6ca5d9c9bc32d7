import "server-only";
import { desc, eq } from "drizzle-orm";
import { getFileWithFacts, getFirmDay } from "@/lib/cases/queries";
import type { ActorContext, ClientContext, StaffContext } from "@/lib/command/actor-context";
import { selectRuleset } from "@/lib/express-entry/crs/rulesets";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { getCaseFacts } from "@/lib/people/queries";
import { isAllowed } from "@/lib/policy/can";
import { getOwnCase } from "@/lib/portal/queries";
import { getRuleTables } from "@/lib/rules/queries";
import { getSubmissionState } from "../queries";
import { canApprove, canObject } from "../rules";
import { visibleApprovals, visibleObjections } from "../visibility";
import { composeSheet } from "./compose";
import { sheetHash } from "./hash";
import { sheetChanges } from "./rules";
import type { Approval, ConfirmationsPage, ConfirmedSheet, FactsPage, Objection } from "./types";

/** The sheet of some facts, with the rules that are in force on the day it is written for. */
export async function writeSheet(
  ctx: ActorContext,
  facts: CaseFacts,
  { locale, on }: { locale: string; on: IsoDate },
): Promise<ConfirmedSheet> {
  const selection = selectRuleset(on, { tables: await getRuleTables(ctx) });
  const rulesetId = (selection.kind === "none" ? selection.latest : selection.ruleset).id;
  return composeSheet({ facts, locale, on, rulesetId });
}

/** Everything the client has confirmed, newest first, each beside the facts as they are now. */
async function listApprovals(ctx: ActorContext, caseId: string, now: Now): Promise<Approval[]> {
  const approvals = visibleApprovals(ctx);
  const rows = await ctx.db
    .select()
    .from(approvals)
    .where(eq(approvals.caseId, caseId))
    .orderBy(desc(approvals.at), desc(approvals.id));
  return rows.map(({ id, at, byName, factsVersion, factsShown, sheet, sheetSha256, withdrawnAt }) => {
    const { locale, on, rulesetId } = now.sheet;
    const then = composeSheet({ facts: factsShown, locale, on, rulesetId });
    const changes = sheetChanges(then, now.sheet);
    return {
      ...{ id, at, byName, factsVersion, sheet, sha256: sheetSha256, changes },
      intact: sheet === null || sheetHash(sheet) === sheetSha256,
      withdrawn: withdrawnAt !== null,
      holds: withdrawnAt === null && factsVersion === now.factsVersion,
    };
  });
}

interface Now {
  sheet: ConfirmedSheet;
  factsVersion: number;
}

async function listObjections(ctx: ActorContext, caseId: string): Promise<Objection[]> {
  const objections = visibleObjections(ctx);
  const rows = await ctx.db
    .select()
    .from(objections)
    .where(eq(objections.caseId, caseId))
    .orderBy(desc(objections.raisedAt), desc(objections.id));
  return rows.map(
    ({ id, section, sectionTitle, note, raisedAt, answer, answeredAt, answeredByName, version }) => ({
      ...{ id, section, sectionTitle, note, at: raisedAt, answer, answeredAt, version },
      answeredBy: answeredByName,
    }),
  );
}

/** The client's facts in their language: to read, to confirm, to object to; and what they confirmed before. */
export async function getFactsPage(ctx: ClientContext, locale: string): Promise<FactsPage> {
  const file = await getOwnCase(ctx);
  const day = await getFirmDay(ctx);
  const state = await getSubmissionState(ctx, file.id);
  const sheet = await writeSheet(ctx, await getCaseFacts(ctx, file.id), { locale, on: day.today });
  return {
    ...{ caseId: file.id, factsVersion: file.factsVersion, day, sheet, sha256: sheetHash(sheet) },
    confirm: canApprove(state),
    mayObject: canObject(state).allowed,
    approvals: await listApprovals(ctx, file.id, { sheet, factsVersion: file.factsVersion }),
    objections: await listObjections(ctx, file.id),
  };
}

/** What the client of a case has confirmed and what they object to. FORBIDDEN for who does not see the facts. */
export async function getConfirmations(ctx: StaffContext, number: string): Promise<ConfirmationsPage> {
  const file = await getFileWithFacts(ctx, number);
  const { today, timeZone } = await getFirmDay(ctx);
  const sheet = await writeSheet(ctx, await getCaseFacts(ctx, file.id), { locale: "en", on: today });
  return {
    ...{ caseId: file.id, number: file.number, timeZone },
    approvals: await listApprovals(ctx, file.id, { sheet, factsVersion: file.factsVersion }),
    objections: await listObjections(ctx, file.id),
    allowed: { answer: isAllowed(ctx.actor, "submission.signOff", file) },
  };
}

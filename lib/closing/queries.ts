import "server-only";
import { asc, eq } from "drizzle-orm";
import { getFileWithFacts, getFirmDay, listCaseDocuments } from "@/lib/cases/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import { isAllowed } from "@/lib/policy/can";
import { endingAt, mayBegin, mayNameSuccessor } from "./rules";
import type { ClosingPage, DutyDto } from "./types";
import { visibleDuties } from "./visibility";

/** The closing duties of a case, in the order in which they are due. */
export async function listDuties(ctx: StaffContext, caseId: string): Promise<DutyDto[]> {
  const duties = visibleDuties(ctx);
  const rows = await ctx.db
    .select()
    .from(duties)
    .where(eq(duties.caseId, caseId))
    .orderBy(asc(duties.dueOn), asc(duties.kind));
  return rows.map(({ documentId, documentTitle, ...row }) => ({
    ...row,
    document: documentId === null ? null : { id: documentId, title: documentTitle ?? "" },
  }));
}

/** The closing of a case. NOT_FOUND for a missing or invisible case, FORBIDDEN for who reads no facts. */
export async function getClosingPage(ctx: StaffContext, number: string): Promise<ClosingPage> {
  const file = await getFileWithFacts(ctx, number);
  const { today } = await getFirmDay(ctx);
  const duties = await listDuties(ctx, file.id);
  const mayClose = isAllowed(ctx.actor, "case.close", file);
  const settle = mayClose && file.stage !== "CLOSED" && duties.some(({ state }) => state === "open");
  return {
    ...{ caseId: file.id, number: file.number, today, duties },
    documents: mayClose ? await listCaseDocuments(ctx, file.id) : [],
    ending: endingAt(file.stage),
    allowed: {
      settle,
      begin: mayClose && mayBegin(file.stage, duties).allowed,
      nameSuccessor: mayClose && mayNameSuccessor(file.stage, duties).allowed,
    },
  };
}

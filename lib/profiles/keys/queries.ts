import "server-only";
import { and, desc, eq, gte } from "drizzle-orm";
import { getCaseHeader } from "@/lib/cases/header/queries";
import { getColleagueName, listCaseDocuments } from "@/lib/cases/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import { previewOf } from "@/lib/documents/rules";
import { isAllowed } from "@/lib/policy/can";
import { findOpenInvitation } from "../queries";
import type { InvitationDto } from "../types";
import { faultOfSecondKey, keysStateOf, readsBlind, type SecondKey } from "./rules";
import type { DateKeys } from "./types";
import { otherKeyHolders, ownOpenings, visibleLetters } from "./visibility";

/** What decides whether the actor may turn the second key of an invitation now. */
export async function getSecondKey(ctx: StaffContext, open: InvitationDto): Promise<SecondKey> {
  const others = otherKeyHolders(ctx, open.recordedBy);
  const [colleague] = await ctx.db.select().from(others).limit(1);
  const openings = ownOpenings(ctx);
  const [opening] =
    open.letterDocumentId === null
      ? []
      : await ctx.db
          .select()
          .from(openings)
          .where(and(eq(openings.documentId, open.letterDocumentId), gte(openings.at, open.recordedAt)))
          .limit(1);
  return {
    enteredBy: open.recordedBy,
    userId: ctx.actor.userId,
    hasColleague: colleague !== undefined,
    hasLetter: open.letterDocumentId !== null,
    opened: opening !== undefined,
  };
}

async function findLetter(ctx: StaffContext, documentId: string | null): Promise<DateKeys["letter"]> {
  if (documentId === null) return null;
  const letters = visibleLetters(ctx);
  const [newest] = await ctx.db
    .select()
    .from(letters)
    .where(eq(letters.documentId, documentId))
    .orderBy(desc(letters.number))
    .limit(1);
  if (!newest) return null;
  const { title, versionId } = newest;
  return { documentId, title, versionId, preview: previewOf(newest) };
}

async function readingOf(ctx: StaffContext, { disputed }: InvitationDto): Promise<DateKeys["read"]> {
  if (disputed === null) return null;
  const { by, ...read } = disputed;
  return { ...read, by: await getColleagueName(ctx, by) };
}

/** The keys of a case's open invitation; null without one. */
export async function findDateKeys(ctx: StaffContext, number: string): Promise<DateKeys | null> {
  const file = await getCaseHeader(ctx, number);
  const open = await findOpenInvitation(ctx, file.id);
  if (open === null) return null;
  const key = await getSecondKey(ctx, open);
  const state = keysStateOf(open);
  const policyFacts = { clientId: file.clientId, ownerId: file.owner.id };
  const record = isAllowed(ctx.actor, "invitation.record", policyFacts);
  const mayConfirm = isAllowed(ctx.actor, "invitation.confirm", policyFacts);
  const { confirmedBy, confirmedAt, issueDate, deadlineDate, receivedAt, shownExpiry } = open;
  const blind = mayConfirm && readsBlind(key) && state !== "confirmed" && state !== "disputed";
  const fault = faultOfSecondKey({ ...key, opened: true });
  return {
    ...{ caseId: file.id, number, timeZone: open.timeZone, state, runsTo: deadlineDate },
    letter: await findLetter(ctx, open.letterDocumentId),
    documents: record ? await listCaseDocuments(ctx, file.id) : [],
    entered: { by: await getColleagueName(ctx, open.recordedBy), at: open.recordedAt },
    says: blind ? null : { issuedOn: issueDate, deadline: deadlineDate, receivedAt, shownExpiry },
    confirmed:
      confirmedBy === null || confirmedAt === null
        ? null
        : { by: await getColleagueName(ctx, confirmedBy), at: confirmedAt },
    read: await readingOf(ctx, open),
    opened: key.opened,
    allowed: {
      attach: record && state !== "confirmed",
      // That the letter is still to be opened is no reason to hide the form: the command looks at the access log.
      confirm: mayConfirm && state !== "confirmed" && fault === null,
      change: record,
    },
    waitsFor: mayConfirm ? fault : "The consultant of this case or a manager confirms the date.",
  };
}

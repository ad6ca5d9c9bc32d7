import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { FirmDay } from "@/lib/cases/types";
import { visibleCases } from "@/lib/cases/visibility";
import { findOpenInvitation, listRequirements } from "@/lib/checklist/queries";
import type { RequirementRow } from "@/lib/checklist/types";
import { waitingOn } from "@/lib/checklist/waiting/rules";
import type { ClientContext } from "@/lib/command/actor-context";
import { visibleVersions } from "@/lib/documents/visibility";
import { notFound } from "@/lib/errors/app-error";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { countUnread } from "@/lib/messages/queries";
import { visibleMessages } from "@/lib/messages/visibility";
import { getCaseFacts } from "@/lib/people/queries";
import { findClientView } from "@/lib/processing/queries";
import { getSubmission } from "@/lib/submission/queries";
import {
  openDueOn,
  bestByOf,
  countParts,
  currentCase,
  doingOf,
  foldOpenings,
  groupItems,
  nextThing,
  partOf,
  partOfDay,
  phaseOf,
  readyInOf,
  shortReason,
  toDo,
} from "./rules";
import type {
  PortalOpenings,
  PortalFrame,
  PortalHome,
  PortalItem,
  PortalList,
  PortalPerson,
  PortalWindow,
} from "./types";
import { visibleConsultants, visibleOwnOpenings } from "./visibility";

/** The client's case: the one that is going on, or their newest. NOT_FOUND for a client without any. */
export async function getOwnCase(ctx: ClientContext) {
  const cases = visibleCases(ctx);
  const files = await ctx.db.select().from(cases).orderBy(desc(cases.createdAt), desc(cases.id));
  const file = currentCase(files);
  if (!file) throw notFound();
  return file;
}

export type OwnCase = Awaited<ReturnType<typeof getOwnCase>>;

/** The word a person is addressed by: their first name, or the only one they have. */
function addressed(facts: CaseFacts, actor: ClientContext["actor"]): string {
  const principal = facts.people.find(({ role }) => role === "principal");
  return principal?.givenName || principal?.familyName || actor.name;
}

export async function getPortalFrame(ctx: ClientContext): Promise<PortalFrame> {
  const file = await getOwnCase(ctx);
  const consultants = visibleConsultants(ctx);
  const [owner] = await ctx.db
    .select({ name: consultants.name })
    .from(consultants)
    .where(eq(consultants.caseId, file.id));
  const day = await getFirmDay(ctx);
  return {
    givenName: addressed(await getCaseFacts(ctx, file.id), ctx.actor),
    caseId: file.id,
    consultant: owner?.name ?? day.firmName,
    unread: await countUnread(ctx, file.id, "staff"),
    day,
    demo: ctx.deps.demo,
  };
}

function peopleOf({ people }: CaseFacts): PortalPerson[] {
  const isMarried = people.find(({ role }) => role === "principal")?.maritalStatus !== "common_law";
  return people.map(({ id, role, givenName, familyName }) => ({
    id,
    givenName: givenName || familyName,
    relation: role === "principal" ? "you" : role === "child" ? "child" : isMarried ? "spouse" : "partner",
  }));
}

/** The reason of the newest return, by checklist line. */
export async function listReturns(ctx: ClientContext, caseId: string) {
  const versions = visibleVersions(ctx);
  const rows = await ctx.db
    .select({
      requirementId: versions.requirementId,
      reason: versions.returnReason,
      code: versions.returnCode,
      number: versions.number,
    })
    .from(versions)
    .where(and(eq(versions.caseId, caseId), eq(versions.state, "returned")))
    .orderBy(versions.number);
  // In the order of their numbers, so that the last one of a line stands.
  return new Map(rows.map((row) => [row.requirementId, row]));
}

type Returns = Awaited<ReturnType<typeof listReturns>>;

/** A line of the checklist as its client reads it. */
export function itemOf(
  line: RequirementRow,
  returns: Returns,
  plannedOn: IsoDate | null,
  { today, timeZone }: Pick<FirmDay, "today" | "timeZone">,
): PortalItem {
  const requestedOn = line.requestedAt && dateInZone(line.requestedAt, timeZone);
  const { holder, since } = waitingOn(line, timeZone);
  const back = line.state === "returned" ? returns.get(line.id) : undefined;
  return {
    id: line.id,
    kind: line.kind,
    title: line.title,
    personId: line.personId,
    state: line.state,
    part: partOf(line),
    responsible: line.responsible,
    required: line.required,
    // What a letter of IRCC asks for is wanted by the letter's day.
    bestBy: line.letterId === null ? bestByOf(line, plannedOn) : openDueOn(line),
    readyIn: readyInOf(line, line.appliedOn ?? requestedOn, today),
    requestedOn,
    appliedOn: line.appliedOn,
    waiting: { holder, since },
    receivedAt: line.receivedAt,
    returned: back?.reason
      ? { short: shortReason(back.reason), reason: back.reason, fault: back.code }
      : null,
  };
}

/** The client's list with the window it is for. Lines that the facts no longer call for are left out. */
export async function readList(ctx: ClientContext, file: OwnCase) {
  const day = await getFirmDay(ctx);
  const open = await findOpenInvitation(ctx, file.id);
  const returns = await listReturns(ctx, file.id);
  const window: PortalWindow | null = open && {
    lastDay: open.deadlineDate,
    daysLeft: daysBetween(day.today, open.deadlineDate),
    plannedOn: file.plannedSubmissionOn,
  };
  const plannedOn = file.plannedSubmissionOn ?? open?.deadlineDate ?? null;
  const lines = await listRequirements(ctx, file.id);
  const items = lines
    .filter(({ noLongerNeeded }) => !noLongerNeeded)
    .map((line) => itemOf(line, returns, plannedOn, day));
  const people = peopleOf(await getCaseFacts(ctx, file.id));
  return { day, window, items, people };
}

const OPENINGS_READ = 200;

/** Who of the firm had the client's documents open, newest first, folded by person, document and day. */
async function readOpenings(ctx: ClientContext, file: OwnCase, day: FirmDay, before: Date | null) {
  const openings = visibleOwnOpenings(ctx, OPENINGS_READ, before);
  const rows = await ctx.db.select().from(openings).orderBy(desc(openings.at));
  const folded = foldOpenings(
    rows.map(({ at, title, name, openedBy, role, how }) => ({
      at,
      title: title ?? "",
      name,
      role: openedBy === file.ownerId ? ("owner" as const) : role,
      saved: how === "download",
    })),
    (at) => dateInZone(at, day.timeZone),
  );
  const isMore = rows.length === OPENINGS_READ;
  return { openings: folded, older: isMore ? (rows.at(-1)?.at ?? null) : null };
}

async function findLastMessage(ctx: ClientContext, caseId: string): Promise<PortalHome["message"]> {
  const messages = visibleMessages(ctx);
  const [last] = await ctx.db
    .select({
      authorName: messages.authorName,
      body: messages.body,
      at: messages.createdAt,
      itemId: messages.requirementId,
      itemTitle: messages.itemTitle,
    })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.authorKind, "staff")))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  if (!last) return null;
  const { itemId, itemTitle, ...message } = last;
  return { ...message, item: itemId === null ? null : { id: itemId, title: itemTitle ?? "" } };
}

function hourIn(timeZone: string, at: Date): number {
  return Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hour12: false }).format(at));
}

const OPENINGS_AT_HOME = 3;

export async function getPortalHome(ctx: ClientContext): Promise<PortalHome> {
  const file = await getOwnCase(ctx);
  const { day, window, items, people } = await readList(ctx, file);
  const submission = await getSubmission(ctx, file.id);
  const waiting = toDo(items);
  const next = nextThing(items, submission.state);
  return {
    number: file.number,
    stage: file.stage,
    phase: phaseOf(file.stage),
    partOfDay: partOfDay(hourIn(day.timeZone, ctx.now)),
    next,
    more: next.kind === "redo" || next.kind === "send" ? waiting.length - 1 : 0,
    window,
    parts: countParts(items),
    groups: groupItems(items, people),
    doing: doingOf(items, submission.state),
    openings: (await readOpenings(ctx, file, day, null)).openings.slice(0, OPENINGS_AT_HOME),
    message: await findLastMessage(ctx, file.id),
    processing: phaseOf(file.stage) === "before" ? null : await findClientView(ctx, file.id, file.stage),
    sent: submission.submitted && {
      at: submission.submitted.at,
      number: submission.submitted.confirmationNumber,
    },
  };
}

export async function getPortalList(ctx: ClientContext): Promise<PortalList> {
  const file = await getOwnCase(ctx);
  const { day, window, items, people } = await readList(ctx, file);
  return { day, window, parts: countParts(items), groups: groupItems(items, people) };
}

/** Everybody who had a document open, up to an instant; `older` leads on. */
export async function getPortalOpenings(ctx: ClientContext, before: Date | null): Promise<PortalOpenings> {
  const file = await getOwnCase(ctx);
  return readOpenings(ctx, file, await getFirmDay(ctx), before);
}

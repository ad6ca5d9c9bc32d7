import "server-only";
import {
  audited,
  unchanged,
  type AuditDetail,
  type Audited,
  type AuditEntry,
  type AuditEventName,
} from "@/lib/audit/events";
import { deriveCase } from "@/lib/assessment/commands/derive-case";
import { stepCase } from "@/lib/cases/commands/step-case";
import { refreshChecklist } from "@/lib/checklist/commands/refresh-checklist";
import { findOpenInvitation } from "@/lib/checklist/queries";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { factsAreOpen } from "@/lib/cases/rules";
import type { FirmDay, LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { AppError, conflict, invalid, notFound } from "@/lib/errors/app-error";
import type { PersonFacts } from "@/lib/express-entry/facts";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatTime } from "@/lib/format/dates";
import { findOccupation } from "@/lib/occupations/queries";
import type { Actor } from "@/lib/policy/actor";
import { can, type Decision } from "@/lib/policy/can";
import { fieldChanges, type RowChange } from "../history/rules";
import { getFactSheet } from "../queries";
import type { FactContext } from "../rules";
import type { FactsChanged, FactSheet, FieldFaults } from "../types";
import { recordChanges } from "./record-changes";

/** The case whose facts change, its row locked: of two changes at once the second waits and sees the first. */
export function loadCase(ctx: ActorContext, input: { caseId: string }): Promise<LockedCase> {
  return getCaseForUpdate(ctx, input.caseId);
}

export function mayEditFacts(actor: Actor, file: LockedCase): Decision {
  return can(actor, "facts.edit", file);
}

export interface OpenFacts {
  file: LockedCase;
  sheet: FactSheet;
  day: FirmDay;
}

/** The facts as they are now, under the lock. Throws CONFLICT for a file whose facts no longer change. */
export async function openFacts(ctx: ActorContext, file: LockedCase): Promise<OpenFacts> {
  const open = factsAreOpen(file.stage);
  if (!open.allowed) throw conflict(open.reason, { stage: file.stage });
  return { file, sheet: await getFactSheet(ctx, file.id), day: await getFirmDay(ctx) };
}

/** The person whose fact is entered. NOT_FOUND for somebody of another file. */
export function requirePerson({ sheet }: OpenFacts, personId: string): PersonFacts {
  const person = sheet.facts.people.find(({ id }) => id === personId);
  if (!person) throw notFound();
  return person;
}

export type FactList = "addresses" | "jobs" | "languageTests" | "credentials";

/** A row to change or remove, with its person. CONFLICT where somebody removed it since the form was opened. */
export function requireFact<List extends FactList>(
  { sheet }: OpenFacts,
  list: List,
  id: string,
): { person: PersonFacts; fact: PersonFacts[List][number] } {
  for (const person of sheet.facts.people) {
    const fact = person[list].find((row) => row.id === id);
    if (fact) return { person, fact };
  }
  throw gone();
}

export function gone(): AppError {
  return conflict(
    "Somebody removed this while you had it open. What you typed is still here, and not saved.",
  );
}

/** Day, and birth date of the person, for the rules of one fact. */
export function contextOf({ day }: OpenFacts, person: PersonFacts): FactContext {
  return { today: day.today, birthDate: person.birthDate };
}

/** Throws INVALID when there is a fault. Nothing is saved, and the form keeps what was typed. */
export function refuseFaults(faults: FieldFaults): void {
  const count = Object.keys(faults).length;
  if (count === 0) return;
  throw invalid(
    count === 1 ? "One answer needs another look." : `${count} answers need another look.`,
    faults,
  );
}

/** A code that is not in the classification. */
export async function nocFaults(ctx: ActorContext, nocCode: string | null): Promise<FieldFaults> {
  if (nocCode === null || (await findOccupation(ctx, nocCode)) !== null) return {};
  return { nocCode: `NOC 2021 has no occupation ${nocCode}. Search by title, or check the code.` };
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return isIsoDate(text) ? plainDate(text) : text.replaceAll("_", " ");
}

/**
 * Throws CONFLICT when the row moved on since the form was opened, with what it says now at each field that differs.
 * `version` is named too: the form takes the new one from the refreshed page, so a second save is a decision.
 */
export function refuseStale(
  { sheet }: OpenFacts,
  rowId: string,
  version: number,
  typed: Readonly<Record<string, unknown>>,
  current: Readonly<Record<string, unknown>>,
): void {
  const now = sheet.versions[rowId];
  if (now === undefined) throw gone();
  if (now === version) return;
  const differing = Object.keys(current).filter(
    (field) => field in typed && JSON.stringify(typed[field]) !== JSON.stringify(current[field]),
  );
  throw new AppError(
    "CONFLICT",
    "Somebody changed this while you had it open. Nothing of theirs or yours is lost: compare, then save again.",
    {
      current: { ...current, version: now },
      fieldErrors: {
        ...Object.fromEntries(differing.map((field) => [field, `It now says: ${inWords(current[field])}.`])),
        version: "Saving again replaces the other change with what you typed.",
      },
    },
  );
}

/** A lost compare-and-set. Cannot happen under the case's lock; if it does, nothing is saved. */
export function requireOneRow(rowCount: number | null): void {
  if (rowCount !== 1) throw gone();
}

interface Change {
  event: Extract<AuditEventName, `${"person" | "fact" | "family"}.${string}`>;
  /** What the row said and says. */
  row: RowChange;
  /** Rows that went with it. */
  also?: readonly RowChange[];
  detail: AuditDetail;
  warnings?: string[];
}

/** While an invitation is open the checklist follows the facts; a change that moves nothing there is not logged. */
async function followChecklist(ctx: ActorContext, file: LockedCase): Promise<AuditEntry[]> {
  if ((await findOpenInvitation(ctx, file.id)) === null) return [];
  const { added, changed, dropped, entry } = await refreshChecklist(ctx, file);
  return added + changed + dropped === 0 ? [] : [entry];
}

function answerOf(ctx: ActorContext, { sheet, day }: OpenFacts, { row, warnings }: Change): FactsChanged {
  return {
    id: row.after === null ? null : row.id,
    version: row.after === null ? null : row.before === null ? 1 : (sheet.versions[row.id] ?? 0) + 1,
    savedAt: formatTime(ctx.now, day.timeZone),
    warnings: warnings ?? [],
  };
}

/** A form that was sent as it was opened: nothing is written, and the facts keep their version. */
export function nothingMoved(
  ctx: ActorContext,
  open: OpenFacts,
  change: Pick<Change, "row" | "warnings">,
): Audited<FactsChanged> | null {
  if (change.row.before === null || fieldChanges(change.row).length > 0) return null;
  const { savedAt, warnings } = answerOf(ctx, open, { ...change, event: "fact.changed", detail: {} });
  const version = open.sheet.versions[change.row.id] ?? null;
  return unchanged({ id: change.row.id, version, savedAt, warnings });
}

/**
 * What follows from every change of facts, in the same transaction: what each field said is kept, score, program and
 * name of the case are derived anew, the checklist of an invited file follows, and a retained file begins its
 * assessment with its first fact.
 */
export async function factsChanged(
  ctx: ActorContext,
  open: OpenFacts,
  change: Change,
): Promise<Audited<FactsChanged>> {
  const { file } = open;
  const { row, also = [], event, detail } = change;
  await deriveCase(ctx, file, { factsChanged: true });
  await recordChanges(ctx, file, file.factsVersion + 1, [row, ...also]);
  const steps =
    file.stage === "RETAINED" ? [await stepCase(ctx, file, "ASSESSMENT", { reason: "First facts" })] : [];
  const checklist = await followChecklist(ctx, file);
  return audited(
    answerOf(ctx, open, change),
    { event, object: { kind: row.kind, id: row.id }, caseId: file.id, clientId: file.clientId, detail },
    ...checklist,
    ...steps,
  );
}

const ROLE_LABELS = { principal: "Principal", spouse: "Spouse or partner", child: "Child" } as const;

/** Who a fact is about, for the timeline: the role, never the name. */
export function aboutPerson({ role }: Pick<PersonFacts, "role">): { person: string } {
  return { person: ROLE_LABELS[role] };
}

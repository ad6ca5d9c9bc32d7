import "server-only";
import { eq } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleColleagues } from "@/lib/cases/visibility";
import { deriveChecklist, findOpenInvitation, listRequirements } from "@/lib/checklist/queries";
import { lastDayOf, specOf } from "@/lib/checklist/rules";
import type { DerivedChecklist, RequirementRow } from "@/lib/checklist/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { listVersionsOfCase } from "@/lib/documents/queries";
import type { DocumentVersion } from "@/lib/documents/types";
import { conflict } from "@/lib/errors/app-error";
import { changesSince } from "@/lib/express-entry/documents/changes-since";
import { familyMembersOn, principalOf } from "@/lib/express-entry/family";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { countryName } from "@/lib/format/countries";
import { dateInZone } from "@/lib/format/dates";
import { personName } from "@/lib/format/names";
import { tenYears } from "@/lib/people/timeline/rules";
import { getFirm } from "@/lib/users/queries";
import { draftLetter, type Gap } from "../letter";
import type { SlotSource } from "../types";
import { planSlots, type PlannedLine, type PlannedSlot } from "./rules";

export interface PlannedCase {
  id: string;
  ownerId: string;
  displayName: string;
  plannedSubmissionOn: string | null;
}

/** What the checklist asks of a package today. */
export interface Plan {
  plannedOn: IsoDate;
  slots: PlannedSlot[];
  letterDraft: string;
}

function sourceOf(version: DocumentVersion): SlotSource {
  const { id, title, number, fileName, mediaType, extension, size, sha256, flags } = version;
  return { versionId: id, title, number, fileName, mediaType, extension, size, sha256, flags, placed: false };
}

/** The newest accepted file of each line. */
async function acceptedSources(ctx: ActorContext, caseId: string): Promise<Map<string, SlotSource>> {
  const accepted = (await listVersionsOfCase(ctx, caseId)).filter(({ state }) => state === "accepted");
  return new Map(
    accepted
      .sort((a, b) => a.number - b.number)
      .flatMap((version) =>
        version.requirementId === null ? [] : [[version.requirementId, sourceOf(version)] as const],
      ),
  );
}

function plannedLine(
  line: RequirementRow,
  derived: DerivedChecklist,
  { accepted, timeZone }: { accepted: SlotSource | null; timeZone: string },
): PlannedLine {
  const spec = specOf(line, derived);
  const person = derived.facts.people.find(({ id }) => id === line.personId);
  const { ruleKey, kind, title, personId, required, country, requestedAt } = line;
  return {
    ...{ ruleKey, kind, title, personId, required, country },
    personName: person ? personName(person) : null,
    lastDay: lastDayOf(spec.rule, line, spec.rules) ?? line.validUntil,
    requestedOn: requestedAt === null ? null : dateInZone(requestedAt, timeZone),
    accepted: line.state === "accepted" ? accepted : null,
  };
}

/** Gaps of the ten years of every adult of the family. */
function gapsOf(facts: CaseFacts, plannedOn: IsoDate): Gap[] {
  return familyMembersOn(facts, plannedOn).flatMap((person) =>
    (tenYears(person, plannedOn, countryName)?.findings ?? []).flatMap(({ kind, from, to }): Gap[] => {
      if (kind !== "no_address" && kind !== "no_activity") return [];
      return [{ name: personName(person), what: kind === "no_address" ? "address" : "activity", from, to }];
    }),
  );
}

/** What has changed since the invitation, where the facts of that day were kept. */
async function changesOf(ctx: ActorContext, caseId: string, facts: CaseFacts): Promise<string[]> {
  const open = await findOpenInvitation(ctx, caseId);
  const then = open?.factsAtInvitation as Partial<CaseFacts> | null | undefined;
  if (!open || !then?.family || !then.people?.some(({ role }) => role === "principal")) return [];
  return changesSince({ people: then.people, family: then.family }, facts, open.issueDate);
}

/** Somebody of the firm, with the number the College gave them. */
export async function getConsultant(ctx: ActorContext, ownerId: string) {
  const colleagues = visibleColleagues(ctx);
  const [owner] = await ctx.db
    .select({ name: colleagues.name, licenceNumber: colleagues.licenceNumber })
    .from(colleagues)
    .where(eq(colleagues.id, ownerId));
  return owner ?? { name: "", licenceNumber: null };
}

/** What a package of the case would hold today. Throws CONFLICT while there is no invitation to answer. */
export async function getPlan(ctx: ActorContext, file: PlannedCase): Promise<Plan> {
  const derived = await deriveChecklist(ctx, file);
  if (derived === null) throw conflict("A package is made for an invitation, and none is open.");
  const { timeZone } = await getFirmDay(ctx);
  const sources = await acceptedSources(ctx, file.id);
  const live = (await listRequirements(ctx, file.id)).filter(
    ({ state, noLongerNeeded }) => state !== "waived" && !noLongerNeeded,
  );
  const lines = live.map((line) =>
    plannedLine(line, derived, { accepted: sources.get(line.id) ?? null, timeZone }),
  );
  const missing = lines.filter(
    ({ required, accepted, kind }) => required && accepted === null && kind !== "letter_of_explanation",
  );
  return {
    plannedOn: derived.plannedOn,
    slots: planSlots(lines, derived.plannedOn),
    letterDraft: draftLetter({
      clientName: personName(principalOf(derived.facts)),
      consultant: await getConsultant(ctx, file.ownerId),
      firmName: (await getFirm(ctx)).name,
      gaps: gapsOf(derived.facts, derived.plannedOn),
      changes: await changesOf(ctx, file.id, derived.facts),
      missing: missing.map(({ title, personName: name, requestedOn }) => ({ title, name, requestedOn })),
    }),
  };
}

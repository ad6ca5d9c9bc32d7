/** The checklist as a screen shows it: lines by person, each with whose move it is. Pure. */
import { validityWords } from "@/lib/express-entry/documents/validity";
import { ageOf, familyMembersOn } from "@/lib/express-entry/family";
import type { PersonFacts } from "@/lib/express-entry/facts";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { personName } from "@/lib/format/names";
import { tenYears } from "@/lib/people/timeline/rules";
import { MANUAL_KEY } from "./changes";
import { canMove, specOf, startByOf } from "./rules";
import type {
  Checklist,
  ChecklistGroup,
  DerivedChecklist,
  PersonHistory,
  RequirementItem,
  RequirementRow,
  RequirementState,
} from "./types";
import { validityOf } from "./validity";
import { canApply, filterOf, waitingOn } from "./waiting/rules";

const ROLE_WORDS = { principal: "principal", spouse: "spouse", child: "child" } as const;

/** `spouse, 42, not coming: still needs these`. */
export function describePerson(person: PersonFacts, today: IsoDate): { name: string; detail: string } {
  const age = ageOf(person, today);
  const parts: string[] = [ROLE_WORDS[person.role]];
  if (age !== null) parts.push(String(age));
  if (person.role !== "principal") parts.push(person.accompanying ? "coming along" : "not coming");
  return { name: personName(person), detail: parts.join(", ") };
}

const DAY_MS = 86_400_000;
/** A document that is in is decided on the next working day, as a rule. */
const REVIEW_DAYS = 1;

/** When a line is likely in and decided: the usual days of its kind, counted from when it was last asked for. */
function landsOn(line: RequirementRow, today: IsoDate, now: Date): IsoDate | null {
  switch (line.state) {
    case "accepted":
    case "waived":
      return null;
    case "received":
    case "in_review":
      return addDays(today, REVIEW_DAYS);
    case "to_request":
      return addDays(today, line.leadDays);
    case "requested":
    case "returned": {
      const since = line.state === "returned" ? line.decidedAt : line.requestedAt;
      const passed = since === null ? 0 : Math.floor((now.getTime() - since.getTime()) / DAY_MS);
      return addDays(today, Math.max(REVIEW_DAYS, line.leadDays - passed));
    }
  }
}

export interface GroupingContext {
  derived: DerivedChecklist | null;
  plannedOn: IsoDate | null;
  today: IsoDate;
  timeZone: string;
  now: Date;
  may: { edit: boolean; review: boolean };
}

const REVIEWABLE: readonly RequirementState[] = ["received", "in_review", "accepted", "returned"];

export function itemOf(line: RequirementRow, context: GroupingContext): RequirementItem {
  const { derived, plannedOn, today, timeZone, now, may } = context;
  const startBy = startByOf(line, plannedOn);
  const spec = specOf(line, derived);
  return {
    id: line.id,
    personId: line.personId,
    title: line.title,
    reason: line.reason,
    kind: line.kind,
    subject: line.subject,
    state: line.state,
    required: line.required,
    noLongerNeeded: line.noLongerNeeded,
    waivedReason: line.waivedReason,
    validity: validityOf(line, spec, plannedOn),
    startBy,
    startMissed: line.state === "to_request" && startBy !== null && startBy < today,
    leadDays: line.leadDays,
    lands: landsOn(line, today, now),
    waiting: waitingOn(line, timeZone),
    appliedOn: line.appliedOn,
    filter: filterOf(line),
    version: line.version,
    spec: {
      goodExample: spec.goodExample,
      points: spec.acceptancePoints,
      faults: spec.commonFaults.map(({ label }) => label),
      validity: validityWords(spec.rule, spec.rules ?? documentRulesOn(plannedOn ?? today)),
    },
    byHand: line.ruleKey.startsWith(MANUAL_KEY) && line.kind === "other",
    allowed: {
      request: may.edit && line.state !== "waived" && canMove(line.state, "requested").allowed,
      apply: may.edit && canApply(line),
      unwaive: may.edit && line.state === "waived",
      review: may.review && REVIEWABLE.includes(line.state),
      waive: may.edit && canMove(line.state, "waived").allowed,
    },
  };
}

/** What still needs somebody comes first, in slot order; what is done follows. */
function byOpenness(a: RequirementItem, b: RequirementItem): number {
  return Number(a.filter === "accepted") - Number(b.filter === "accepted");
}

function groupOf(personId: string | null, words: { name: string; detail: string }, items: RequirementItem[]) {
  const required = items.filter((item) => item.required);
  const accepted = required.filter(({ filter }) => filter === "accepted").length;
  const group: ChecklistGroup = {
    personId,
    ...words,
    items: [...items].sort(byOpenness),
    required: required.length,
    accepted,
  };
  return group;
}

/** People in order, then the whole family; an empty group is left out. Every live line is in exactly one. */
export function groupsOf(lines: readonly RequirementRow[], context: GroupingContext): ChecklistGroup[] {
  const items = lines.filter(({ noLongerNeeded }) => !noLongerNeeded).map((line) => itemOf(line, context));
  const people = context.derived?.facts.people ?? [];
  const known = new Set(people.map(({ id }) => id));
  const unknown = [...new Set(items.flatMap(({ personId }) => personId ?? []))].filter(
    (id) => !known.has(id),
  );
  return [
    ...people.map((person) =>
      groupOf(
        person.id,
        describePerson(person, context.today),
        items.filter(({ personId }) => personId === person.id),
      ),
    ),
    // Somebody who may see the list but not the facts of people, or a person who has left the file.
    ...unknown.map((id, index) =>
      groupOf(
        id,
        { name: `Person ${index + 1}`, detail: "" },
        items.filter(({ personId }) => personId === id),
      ),
    ),
    groupOf(
      null,
      { name: "Whole family", detail: "" },
      items.filter(({ personId }) => personId === null),
    ),
  ].filter(({ items: inside }) => inside.length > 0);
}

/** How many live lines stand in each part; together they are all. */
export function countsOf(groups: readonly ChecklistGroup[]): Checklist["counts"] {
  const counts = { all: 0, us: 0, client: 0, other: 0, accepted: 0 };
  for (const { filter } of groups.flatMap(({ items }) => items)) {
    counts.all += 1;
    counts[filter] += 1;
  }
  return counts;
}

/** The required line that comes in last, at the usual pace: it decides when the file is ready. */
export function readyOf(groups: readonly ChecklistGroup[]): Checklist["ready"] {
  let last: Checklist["ready"] = null;
  for (const { name, items } of groups) {
    for (const { required, lands, title } of items) {
      if (required && lands !== null && (last === null || lands > last.on)) last = { on: lands, title, name };
    }
  }
  return last;
}

/** The ten years of each adult of the family up to the planned day, with what is missing or there twice. */
export function historiesOf(
  { facts, plannedOn }: DerivedChecklist,
  countryName: (code: string) => string,
): PersonHistory[] {
  return familyMembersOn(facts, plannedOn).flatMap((person) => {
    const years = tenYears(person, plannedOn, countryName);
    if (years === null) return [];
    return [{ personId: person.id, name: personName(person), findings: years.findings }];
  });
}

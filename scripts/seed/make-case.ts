import { isInvitedStage, hasScorableFacts } from "@/lib/assessment/rules";
import { WINDOW_STAGES } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/db/schema/cases";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { principalOf } from "@/lib/express-entry/family";
import { thresholdsOn } from "@/lib/express-entry/rule-tables";
import { addDays, daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { continuousExperienceOn, fswWork } from "@/lib/express-entry/work/experience";
import { personName } from "@/lib/format/names";
import { addPoolAndAfter } from "./after-pool";
import { addInvitationKeys } from "./invitation-keys";
import { addClosing } from "./closing-rows";
import { newDraft, type CaseDraft, type CaseOrder, type Setting } from "./case-context";
import { addFactRows, knownFacts, type Depth } from "./fact-rows";
import { makeFacts, type FileSketch } from "./family";
import { addAgreements, addOpening, addSteps } from "./file-rows";
import { entriesOf, staysOf, wayTo, type StageEntry, withinWindow } from "./journey";
import { ORIGINS } from "./origins";
import { LIFE_WEIGHTS } from "./people";
import { makeInvited, standingOn, type Invited, type Standing } from "./pool";
import type { Random } from "./random";
import { addWords } from "./words";

/** Stages up to which a file knows no more than this. */
const DEPTHS: Readonly<Partial<Record<CaseStage, Depth>>> = {
  ENQUIRY: "name",
  CONSULTATION: "name",
  RETAINER_PENDING: "name",
  RETAINED: "people",
  ASSESSMENT: "most",
};
/** Of the way, these ends say nothing about how far the file came. */
const ENDS: readonly CaseStage[] = ["CLOSED", "WITHDRAWN"];
/** A published round this many days before the wanted one is near enough; a file's other dates follow it. */
const LOOK_BACK = { open: 3, past: 40 } as const;

function sketchOf(random: Random, order: CaseOrder, on: IsoDate): FileSketch {
  const weights = Object.fromEntries(ORIGINS.map(({ country, weight }) => [country, weight]));
  const life = order.life ?? random.weighted(LIFE_WEIGHTS);
  const country = order.origin ?? random.weighted(weights);
  const named = ORIGINS.find((one) => one.country === country);
  const french = ORIGINS.filter(({ language }) => language === "fr");
  const speaksFrench = life !== "francophone" || named?.language === "fr" || order.origin !== undefined;
  const origin = named !== undefined && speaksFrench ? named : random.pick(french);
  const strength = order.strength ?? random.fraction();
  // One whose nomination waits to be accepted has none that counts.
  const nominated = random.chance(0.08) && order.stage !== "NOMINATION_OFFERED";
  return { origin, life, strength, on, nominated };
}

interface Story {
  facts: CaseFacts;
  entries: StageEntry[];
  invited: Invited | null;
}

/** Facts and dates of a file: an invitation, where there is one, sets the days of everything else. */
function tell(random: Random, { today, rounds }: Setting, order: CaseOrder): Story {
  const way = wayTo(random, order.stage);
  const stays = staysOf(random, way);
  const anchor = way.indexOf("ITA_RECEIVED");
  const age = (from: number) => stays.slice(from).reduce((sum, stay) => sum + stay, 0);
  if (anchor < 0) {
    const last = way.length - 1;
    const entries = entriesOf(random, way, stays, last, addDays(today, -age(last)));
    const reached = way.findLast((stage) => !ENDS.includes(stage)) ?? order.stage;
    const facts = makeFacts(random, sketchOf(random, order, today));
    return { facts: knownFacts(facts, DEPTHS[reached] ?? "all"), entries, invited: null };
  }
  const isOpen = WINDOW_STAGES.some((stage) => stage === order.stage);
  const target = addDays(today, -(order.windowDay ?? age(anchor)));
  const lookBack = isOpen ? LOOK_BACK.open : LOOK_BACK.past;
  const sketch = sketchOf(random, order, target);
  // The weak are rarely invited; without this most would be invented in vain.
  const likely = { ...sketch, strength: 0.5 + 0.5 * sketch.strength };
  const invited = makeInvited(random, likely, { target, lookBack, rounds });
  const lived = isOpen ? withinWindow(stays, anchor, daysBetween(invited.on, today)) : stays;
  return { facts: invited.facts, entries: entriesOf(random, way, lived, anchor, invited.on), invited };
}

/** The occupation a file is listed under, as lib/assessment derives it. */
function listedOccupation(facts: CaseFacts, on: IsoDate): string | null {
  const { jobs } = principalOf(facts);
  return (
    continuousExperienceOn(jobs, fswWork(thresholdsOn(on)), on).nocCode ??
    jobs.findLast(({ nocCode }) => nocCode !== null)?.nocCode ??
    null
  );
}

/** Where the file stood when it was last scored: an invited one at its invitation. Null: nothing to score yet. */
function scoreOf(
  facts: CaseFacts,
  invited: Invited | null,
  on: IsoDate,
): { standing: Standing; on: IsoDate } | null {
  if (invited) return { standing: invited.standing, on: invited.on };
  return hasScorableFacts(facts) ? { standing: standingOn(facts, on), on } : null;
}

/** Files from the signed agreement on have a client with an account; a file that ended before has none. */
function hasAccount(entries: readonly StageEntry[], setting: Setting): boolean {
  const reached = (stage: CaseStage) => entries.some((entry) => entry.stage === stage);
  return setting.demoPassword === null ? reached("ITA_RECEIVED") : reached("RETAINED");
}

/** The file was last touched by its last event; a short history keeps the first and the last step. */
function settle({ setting, rows, touchedAt }: CaseDraft): void {
  const [file] = rows.case_file;
  if (file) file.updatedAt = new Date(touchedAt);
  if (setting.history === "whole") return;
  const steps = rows.audit_event;
  const ends = [steps[0], steps.length > 1 ? steps.at(-1) : undefined];
  rows.audit_event = ends.filter((event) => event !== undefined);
}

/** Takes the name the order asks for. */
function renamed(facts: CaseFacts, name: CaseOrder["name"]): CaseFacts {
  if (name === undefined) return facts;
  const { givenName, familyName } = name;
  const people = facts.people.map((person) =>
    person.role === "principal" ? { ...person, givenName, familyName } : person,
  );
  return { ...facts, people };
}

/** Invents one whole file, with a history that led to the stage of the order. The same draws give the same file. */
export function makeCase(random: Random, setting: Setting, order: CaseOrder): CaseDraft {
  // Before any chance that depends on the day: the ids of a load are the same on every day.
  const ids = { caseId: random.id(), clientId: random.id() };
  const told = tell(random, setting, order);
  const { entries, invited } = told;
  const facts = renamed(told.facts, order.name);
  const draft = newDraft(random, setting, order, ids, hasAccount(entries, setting));
  const last = entries.at(-1);
  const opened = entries[0];
  if (!last || !opened) throw new RangeError("a file has at least been opened");
  const scored = scoreOf(facts, invited, ENDS.includes(order.stage) ? last.on : setting.today);
  const isInvited = invited && (isInvitedStage(order.stage) || ENDS.includes(order.stage));
  addOpening(draft, {
    person: principalOf(facts),
    opened,
    last,
    derived: {
      displayName: personName(principalOf(facts)),
      program: isInvited ? invited.invitationClass : (scored?.standing.invitationClass ?? null),
      nocCode: listedOccupation(facts, scored?.on ?? last.on),
      crsScore: scored?.standing.score ?? null,
      scoredOn: scored?.on ?? null,
    },
  });
  addFactRows(draft, facts);
  addSteps(draft, entries, scored?.standing ?? null);
  addAgreements(draft, entries);
  addPoolAndAfter(draft, { facts, entries, invited, standing: scored?.standing ?? null });
  if (setting.history === "whole" && (last.stage === "LANDED" || last.stage === "WITHDRAWN"))
    addClosing(draft, last.stage === "LANDED" ? "completed" : "terminated", last);
  addWords(draft, entries);
  addInvitationKeys(draft);
  settle(draft);
  return draft;
}

/** Why a change happens: the events of the date and what work did, with the points that each added or took. */
import type { Category } from "../draws/categories";
import type { Program } from "../eligibility/criterion";
import { principalOf } from "../family";
import { pointsByGroup, type FactorGroup } from "./attribute";
import type { Concern, ForecastEvent } from "./event";
import type { Standing } from "./standing";
import type { CategoryMove, CauseKind, ForecastCause, ProgramMove } from "./types";

const CATEGORY_WORDS: Record<Category, string> = {
  french: "French",
  healthcare: "health care",
  stem: "STEM",
  trades: "trades",
  agriculture: "agriculture",
  education: "education",
  transport: "transport",
  physicians: "physicians",
  senior_managers: "senior managers",
  researchers: "researchers",
  military: "military",
};

/** `STEM`: a category inside a sentence. */
function categoryWords(category: Category): string {
  return CATEGORY_WORDS[category];
}

const ORDINALS = [
  "",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

function ordinal(number: number): string {
  return ORDINALS[number] ?? `${number}th`;
}

/** Which events can explain points of a group. */
const CONCERN_OF: Partial<Record<FactorGroup, Concern>> = {
  ruleset: "ruleset",
  spouse: "spouse",
  spouse_work: "spouse",
  age: "age",
  education: "education",
  en: "en",
  fr: "fr",
  certificate: "certificate",
  nomination: "nomination",
};

/** Which events can explain that a criterion moved, by the end of its id. */
const CRITERION_CONCERNS: Record<string, readonly Concern[]> = {
  language: ["en", "fr", "rules"],
  education: ["education", "rules"],
  funds: ["funds", "spouse"],
  grid: ["age", "education", "en", "fr", "spouse", "rules"],
  nomination: ["nomination"],
  "certificate-or-offer": ["certificate", "rules"],
};

interface Wording {
  label: string;
  noun: string;
  clause?: string;
}

function cause(
  kind: CauseKind,
  { label, noun, clause = label }: Wording,
  points: number,
  about: Partial<Pick<ForecastCause, "personId" | "refId">> = {},
): ForecastCause {
  return { kind, label, noun, clause, points, personId: null, refId: null, lastDay: null, ...about };
}

function ofEvent(event: ForecastEvent, points: number): ForecastCause {
  const { kind, label, noun, clause, personId, refId, lastDay } = event;
  return { kind, label, noun, clause, points, personId, refId, lastDay };
}

function years(before: number, after: number, place: string): Wording {
  if (after <= before) {
    return {
      label: `${place} work leaves the ten years`,
      noun: `${place} work that leaves the ten years`,
      clause: `${place} work is more than ten years old`,
    };
  }
  return {
    label: `${ordinal(after)} year of ${place} work`,
    noun: place === "Canadian" ? "a year of work" : `a year of ${place} work`,
    clause: `the ${ordinal(after)} year of ${place} work counts`,
  };
}

/** Under one and the same ruleset: a new one brings its points itself. */
function highWageCause(before: Standing, after: Standing, points: number): ForecastCause | null {
  const [one, other] = [before, after].map(({ crs }) => crs.factors.highWage?.canadianWorkYears);
  if (!one || !other || before.ruleset.id !== after.ruleset.id) return null;
  const moved = Object.keys(other).find((level) => one[level] !== other[level]);
  if (moved === undefined) return null;
  const [from, to] = [one[moved] ?? 0, other[moved] ?? 0];
  const words = years(from, to, "high-wage");
  const about = { personId: principalOf(after.facts).id, refId: moved };
  return cause(to > from ? "canadian_work_year" : "work_leaves_window", words, points, about);
}

/** Work that crossed a whole year, for the principal and for the spouse. */
function workCause(
  group: FactorGroup,
  before: Standing,
  after: Standing,
  points: number,
): ForecastCause | null {
  const [one, other] = [before.crs.factors, after.crs.factors];
  if (group === "canadian_work" || group === "foreign_work") {
    const canadian = group === "canadian_work";
    const key = canadian ? "canadianWorkYears" : "foreignWorkYears";
    const gained = other[key] > one[key];
    const kind = gained ? (canadian ? "canadian_work_year" : "foreign_work_year") : "work_leaves_window";
    const words = years(one[key], other[key], canadian ? "Canadian" : "foreign");
    return cause(kind, words, points, { personId: principalOf(after.facts).id });
  }
  if (group === "other") return highWageCause(before, after, points);
  if (group !== "spouse_work" || one.spouse === null || other.spouse === null) return null;
  const gained = other.spouse.canadianWorkYears > one.spouse.canadianWorkYears;
  const words = years(one.spouse.canadianWorkYears, other.spouse.canadianWorkYears, "Canadian");
  const spouse = after.facts.people.find(({ role }) => role === "spouse");
  return cause(
    gained ? "canadian_work_year" : "work_leaves_window",
    {
      label: `spouse's ${words.label}`,
      noun: "a year of the spouse's work",
      clause: `the spouse's ${words.label}`,
    },
    points,
    { personId: spouse?.id ?? null },
  );
}

function programWorkCauses(moves: readonly ProgramMove[]): ForecastCause[] {
  return moves.flatMap(({ program, criteria }) => {
    const moved = criteria.find(({ id }) => /\.(work|language|grid|certificate-or-offer)$/.test(id));
    return moved ? [programWorkCause(program, moved.after === "met", moved.id.endsWith(".language"))] : [];
  });
}

function programWorkCause(program: Program, met: boolean, byTeer: boolean): ForecastCause {
  const words = byTeer
    ? {
        label: `most ${program} hours in another TEER`,
        noun: "the TEER with the most hours",
        clause: `most ${program} hours are in another TEER`,
      }
    : met
      ? {
          label: `year of work for ${program}`,
          noun: `the year of work for ${program}`,
          clause: `the year of work for ${program} is reached`,
        }
      : {
          label: `work too old for ${program}`,
          noun: `work too old for ${program}`,
          clause: `the work is too old for ${program}`,
        };
  return cause(met ? "program_work_reached" : "program_window", words, 0, { refId: program });
}

function categoryCauses(moves: readonly CategoryMove[]): ForecastCause[] {
  const named = (wanted: boolean) =>
    moves
      .filter(({ after }) => (after === "met" || after === "unknown") === wanted)
      .map(({ category }) => categoryWords(category));
  const [reached, lost] = [named(true), named(false)];
  return [
    ...(reached.length === 0 ? [] : [categoryCause("category_work_reached", reached)]),
    ...(lost.length === 0 ? [] : [categoryCause("category_window", lost)]),
  ];
}

function categoryCause(kind: "category_work_reached" | "category_window", names: string[]): ForecastCause {
  const list = names.join(", ");
  const [label, noun] =
    kind === "category_work_reached"
      ? [`work for ${list} rounds reached`, `the work for ${list} rounds`]
      : [`work too old for ${list} rounds`, `work too old for ${list} rounds`];
  return cause(kind, { label, noun, clause: label }, 0, { refId: names[0] ?? null });
}

/** Which events of the date explain the criteria and categories that moved. */
function explains(
  event: ForecastEvent,
  programs: readonly ProgramMove[],
  categories: readonly CategoryMove[],
): boolean {
  const criteria = programs.flatMap((move) => move.criteria);
  const byCriterion = criteria.some(({ id }) => {
    const name = id.slice(id.indexOf(".") + 1);
    return CRITERION_CONCERNS[name]?.includes(event.concern) ?? event.concern === "rules";
  });
  const french = categories.some(({ category }) => category === "french") && event.concern === "fr";
  return byCriterion || french || (categories.length > 0 && event.concern === "rules");
}

/** Facts that a scenario changes without a date of their own explain whatever nothing else does. */
function standIn(events: readonly ForecastEvent[]): ForecastEvent[] {
  return events.filter(({ concern }) => concern === "anything").slice(0, 1);
}

function rulesetKey({ crs }: Standing): string {
  return `${crs.ruleset.id} ${crs.superseded}`;
}

interface Shared {
  causes: ForecastCause[];
  /** Points that nothing explains. */
  rest: number;
}

/** What moved the score, group by group. */
function scoreCauses(before: Standing, after: Standing, events: readonly ForecastEvent[]): Shared {
  const points = new Map<ForecastEvent, number>();
  const causes: ForecastCause[] = [];
  let rest = 0;
  for (const [group, share] of pointsByGroup(before, after)) {
    const own = events.filter(({ concern }) => concern === CONCERN_OF[group]);
    const work = own.length === 0 || group === "spouse_work" ? workCause(group, before, after, share) : null;
    const explaining = own.length > 0 ? own : standIn(events);
    if (work) causes.push(work);
    else if (explaining.length === 0) rest += share;
    explaining.forEach((event, index) => {
      if (!work) points.set(event, (points.get(event) ?? 0) + (index === 0 ? share : 0));
    });
  }
  return { causes: [...causes, ...[...points].map(([event, share]) => ofEvent(event, share))], rest };
}

/** What moved a verdict without points. */
function verdictCauses(
  moves: Moves,
  events: readonly ForecastEvent[],
  known: readonly ForecastCause[],
): ForecastCause[] {
  const own = events.filter((event) => explains(event, moves.programs, moves.categories));
  const unexplained =
    own.length === 0 && known.length === 0 && moves.programs.length + moves.categories.length > 0;
  const explaining = unexplained ? standIn(events) : own;
  const causes = explaining.map((event) => ofEvent(event, 0));
  const worked = moves.categories.filter(({ category }) => category !== "french");
  const byRules = explaining.some(({ concern }) => concern === "rules" || concern === "anything");
  if (!byRules) causes.push(...categoryCauses(worked));
  const explained = known.length > 0 || causes.some(({ kind }) => !kind.startsWith("category_"));
  return explained ? causes : [...programWorkCauses(moves.programs), ...causes];
}

interface Moves {
  programs: readonly ProgramMove[];
  categories: readonly CategoryMove[];
}

/** Every cause of a change; never empty, and their points add up. `events` are those of the date. */
export function causesOf(
  before: Standing,
  after: Standing,
  moves: Moves,
  events: readonly ForecastEvent[],
): ForecastCause[] {
  const { causes, rest } = scoreCauses(before, after, events);
  const newRules = rulesetKey(before) !== rulesetKey(after);
  const byRuleset = events
    .filter(({ concern }) => newRules && concern === "ruleset")
    .map((e) => ofEvent(e, 0));
  const candidates = [...byRuleset, ...verdictCauses(moves, events, causes)];
  const others = candidates.filter(
    ({ kind, refId, personId }) =>
      !causes.some((own) => own.kind === kind && own.refId === refId && own.personId === personId),
  );
  const found = [...causes, ...others];
  const all = found.length > 0 ? found : events.map((event) => ofEvent(event, 0));
  const [first = cause("what_if", CHANGED_FACTS, 0), ...more] = all;
  return [{ ...first, points: first.points + rest }, ...more];
}

const CHANGED_FACTS: Wording = { label: "facts change", noun: "what changes", clause: "the facts change" };

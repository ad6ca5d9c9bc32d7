/** The single improvements of a person, by what each gains for the weeks it takes. */
import type { CaseFacts } from "../facts";
import { principalOf, scoredPartnerOn } from "../family";
import { forecast } from "../forecast/forecast";
import { standingOn } from "../forecast/standing";
import { shippedTables } from "../rule-tables";
import { daysBetween, type IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import type { Candidate, Circumstances } from "./candidate";
import type { FactChange } from "./changes";
import { cutOffAnswer } from "./cut-off";
import { inWords } from "./difference";
import { educationCandidates } from "./education-candidates";
import { usualEffort } from "./effort";
import { effortOf } from "./effort-of";
import { familyCandidates } from "./family-candidates";
import { languageCandidates } from "./language-candidates";
import { renewalsOf } from "./renewals";
import type { DifferencePart, Improvement, Ranking, RankOptions, Renewal, WhatIf } from "./types";
import { partsBetween, whatIf, type Scenario } from "./what-if";
import { workCandidates } from "./work-candidates";

/** A scenario with what it needs done again, and what it has beyond these renewals alone. */
interface Trial {
  result: WhatIf;
  renewals: Renewal[];
  gained: number;
  /** What `gained` is made of. */
  parts: DifferencePart[];
}

interface Bench {
  around: Circumstances;
  renewals: readonly Renewal[];
  evaluate: (changes: readonly FactChange[]) => WhatIf;
  /** These renewals alone. */
  renewed: (renewals: readonly Renewal[]) => WhatIf;
  parts: (before: Scenario, after: Scenario) => DifferencePart[];
}

/** Most improvements share the same renewals: each set is looked at once. */
function renewedOnce(evaluate: Bench["evaluate"]): Bench["renewed"] {
  const known = new Map<string, WhatIf>();
  return (renewals) => {
    const key = renewals.map(({ text }) => text).join();
    const result = known.get(key) ?? evaluate(renewals.map(({ change }) => change));
    known.set(key, result);
    return result;
  };
}

/** A renewal that the improvement makes needless: the same test of the same person, taken anyway. */
function isNeedless({ change }: Renewal, changes: readonly FactChange[]): boolean {
  return changes.some(
    (given) =>
      (given.kind === "language_test" &&
        change.kind === "language_test" &&
        given.person === change.person &&
        given.test === change.test) ||
      (given.kind === "eca" && change.kind === "eca" && given.person === change.person),
  );
}

/** With renewals where they let the improvement gain more than it does alone. */
function attempt(bench: Bench, changes: readonly FactChange[]): Trial {
  const { evaluate, around } = bench;
  const alone = evaluate(changes);
  const needed = bench.renewals.filter((renewal) => !isNeedless(renewal, changes));
  const plain: Trial = { result: alone, renewals: [], gained: alone.gained, parts: alone.parts };
  if (needed.length === 0) return plain;
  const kept = evaluate([...changes, ...needed.map(({ change }) => change)]);
  const renewed = bench.renewed(needed);
  // What is renewed for nothing leaves the file as it stands.
  const before = renewed.gained > 0 ? renewed : { changes: [], forecast: around.asItStands };
  const gained = kept.best.score - before.forecast.best.score;
  if (gained <= alone.gained) return plain;
  return { result: kept, renewals: needed, gained, parts: bench.parts(before, kept) };
}

const ORDINALS = ["", "first", "second", "third", "fourth", "fifth"];

/** What the candidate's title leaves out: which year of work a new permit makes possible. */
function titleOf({ kind, title }: Candidate, { result, parts }: Trial): string {
  if (kind !== "permit") return title;
  const years = parts.some(({ id }) => id === "core.canadianWork")
    ? result.forecast.changes.findLast(
        ({ on, causes }) =>
          on <= result.best.on && causes.some((cause) => cause.kind === "canadian_work_year"),
      )
    : undefined;
  const label = years?.causes.find((cause) => cause.kind === "canadian_work_year")?.label.split(" ")[0];
  return label && ORDINALS.includes(label) ? `New permit, ${label} year of work` : title;
}

function detailOf({ kind }: Candidate, { result, renewals, gained, parts: made }: Trial): string {
  const opened = [...result.opens.programs, ...result.opens.categories];
  const waits = kind === "permit" && gained > 0 ? `comes on ${plainDate(result.best.on)}` : null;
  const parts = [
    waits ?? inWords(made),
    ...(opened.length > 0 && gained <= 0 ? [`opens ${opened.join(", ")}`] : []),
    ...renewals.map(({ text }) => `with ${text}`),
    // Nobody should read this as advice to hide anybody: who stays is declared and examined all the same (5.3).
    ...(kind === "spouse_stays" ? ["declared and examined all the same"] : []),
    ...(kind === "renew_tests" && gained <= 0 ? ["stays in the pool longer"] : []),
  ].filter((words) => words !== "");
  const words = parts.join("; ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function improvementOf(bench: Bench, candidate: Candidate, cutOff: number | undefined): Improvement {
  const { around } = bench;
  const trial = attempt(bench, candidate.changes);
  const { result, renewals, gained, parts } = trial;
  const { weeks, cost } = effortOf(candidate.changes, around.facts, around.from, around.effort);
  const waited = Math.ceil(daysBetween(around.from, result.best.on) / 7);
  // A permit that only lets time pass takes as long as the day it pays off.
  const taken = around.effort.kinds[candidate.kind].weeks === null ? Math.max(weeks, waited) : weeks;
  return {
    id: candidate.id,
    kind: candidate.kind,
    group: candidate.group,
    title: titleOf(candidate, trial),
    detail: detailOf(candidate, trial),
    changes: result.changes,
    renewals,
    gained,
    best: result.best,
    parts,
    opens: result.opens,
    daysGained: result.daysInPool.withChanges - result.daysInPool.asItStands,
    weeks: taken,
    cost,
    pointsPerWeek: gained / Math.max(1, taken),
    reaches: cutOff === undefined ? null : result.best.inPool && result.best.score >= cutOff,
  };
}

/** Staying in the pool longer is what renewing is for; everything else must gain or open something. */
function isWorthwhile({ kind, gained, opens, daysGained }: Improvement): boolean {
  if (gained > 0 || opens.programs.length + opens.categories.length > 0) return true;
  return kind === "renew_tests" && daysGained > 0;
}

/** Of a retest to 9 and one to 10 that give the same, the easier one is enough. */
function withoutDominated(improvements: readonly Improvement[]): Improvement[] {
  return improvements.filter(
    (one, index) =>
      !improvements.some(
        (other, place) =>
          place < index &&
          other.group === one.group &&
          other.kind === one.kind &&
          other.gained === one.gained &&
          other.weeks <= one.weeks,
      ),
  );
}

function renewalCandidate(renewals: readonly Renewal[]): Candidate[] {
  const own = renewals.filter(({ change }) => "person" in change && change.person === "principal");
  if (own.length === 0) return [];
  return [
    {
      id: "renew_tests",
      kind: "renew_tests",
      group: "renew_tests",
      title: own.map(({ text }) => text).join(", "),
      changes: own.map(({ change }) => change),
    },
  ];
}

/** Ranks what this person could do, one thing at a time, beginning on `from`. */
export function rankImprovements(facts: CaseFacts, from: IsoDate, options: RankOptions = {}): Ranking {
  const { effort = usualEffort, tables = shippedTables, cutOff } = options;
  const asItStands = options.asItStands ?? forecast(facts, from, options);
  const evaluate = (changes: readonly FactChange[]) =>
    whatIf(facts, changes, from, { ...options, asItStands, effort });
  const around: Circumstances = {
    facts,
    principal: principalOf(facts),
    partner: scoredPartnerOn(facts, from),
    from,
    now: standingOn([{ from, facts }], from, options),
    asItStands,
    effort,
    tables,
  };
  const renewals = renewalsOf(facts, from, options);
  const bench: Bench = {
    ...{ around, renewals, evaluate, renewed: renewedOnce(evaluate) },
    parts: (before, after) => partsBetween(facts, before, after, options),
  };
  const candidates = [
    ...languageCandidates(around),
    ...educationCandidates(around),
    ...workCandidates(around),
    ...familyCandidates(around),
    ...renewalCandidate(renewals),
  ];
  const found = candidates.map((candidate) =>
    candidate.kind === "renew_tests"
      ? improvementOf({ ...bench, renewals: [] }, candidate, cutOff)
      : improvementOf(bench, candidate, cutOff),
  );
  const improvements = withoutDominated(found.filter(isWorthwhile)).sort(
    (a, b) =>
      b.pointsPerWeek - a.pointsPerWeek ||
      b.gained - a.gained ||
      b.daysGained - a.daysGained ||
      (a.id < b.id ? -1 : 1),
  );
  return {
    asItStands,
    improvements,
    cutOff: cutOff === undefined ? null : cutOffAnswer(improvements, cutOff, renewals, evaluate),
    effort: { asOf: effort.asOf, label: effort.label },
  };
}

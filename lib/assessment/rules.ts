/** What the assessment of a file may say and do at each stage. Pure. */
import { hasEnded, STAGE_LABELS, WINDOW_STAGES } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import type { CrsAssessment } from "@/lib/express-entry/crs/assess";
import type { CrsFactors } from "@/lib/express-entry/crs/factors";
import type { CrsSection } from "@/lib/express-entry/crs/lines";
import type { CompleteRuleset } from "@/lib/express-entry/data/crs-tables";
import type { ProgramAssessment } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { principalOf } from "@/lib/express-entry/family";
import type { ScoreReason } from "./types";

/** From the invitation on a file keeps the class it was invited under (IRPA 11.2). A lapsed or returned one starts anew. */
const INVITED: readonly CaseStage[] = [
  "ITA_RECEIVED",
  "APPLICATION_PREPARATION",
  "READY_TO_SUBMIT",
  "SUBMITTED",
  "IN_PROCESS",
  "APPROVED",
  "CONFIRMATION_ISSUED",
  "LANDED",
  "REFUSED",
];

export function isInvitedStage(stage: CaseStage): boolean {
  return INVITED.includes(stage);
}

/** Why nothing is said of what would raise the score of a file; null: it competes, or will. */
export function reasonNotToRank(stage: CaseStage): string | null {
  if (WINDOW_STAGES.some((open) => open === stage)) {
    return "This file is invited. A higher score gains nothing now: what counts is the change test, whether the invitation still holds by the facts as they are.";
  }
  if (hasEnded(stage)) return "This file has ended: its score competes in no round any more.";
  return isInvitedStage(stage)
    ? "This file has been submitted: its score competes in no round any more."
    : null;
}

/** Files whose score follows the day and the rules: before an invitation, and not ended. */
export function isScoredStage(stage: CaseStage): boolean {
  return !isInvitedStage(stage) && !hasEnded(stage);
}

export const SCORED_STAGES = (Object.keys(STAGE_LABELS) as CaseStage[]).filter(isScoredStage);

const EXPERIENCE = ["canadianWorkYears", "foreignWorkYears"] as const;

/**
 * What made the same facts score differently on two days under the same rules: a birthday, years of work that were
 * reached or slipped out of their window, or something that is no longer valid. `time` where several came together.
 */
export function reasonOfTime(before: CrsFactors, after: CrsFactors): ScoreReason {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const work = ({ spouse }: CrsFactors) => spouse?.canadianWorkYears ?? 0;
  const age = differs(before.age, after.age);
  const experience = EXPERIENCE.some((key) => before[key] !== after[key]) || work(before) !== work(after);
  const rest = ({
    age: _age,
    canadianWorkYears: _own,
    foreignWorkYears: _foreign,
    ...factors
  }: CrsFactors) => ({
    ...factors,
    spouse: factors.spouse && { ...factors.spouse, canadianWorkYears: 0 },
  });
  const expiry = differs(rest(before), rest(after));
  const reasons: ScoreReason[] = [
    ...(age ? ["age" as const] : []),
    ...(experience ? ["experience" as const] : []),
    ...(expiry ? ["expiry" as const] : []),
  ];
  return reasons.length === 1 && reasons[0] ? reasons[0] : "time";
}

/** A score of nothing says nothing: there is one from the first fact that earns points on. */
export function hasScorableFacts(facts: CaseFacts): boolean {
  const { birthDate, jobs, languageTests, credentials } = principalOf(facts);
  return birthDate !== null || jobs.length + languageTests.length + credentials.length > 0;
}

export type Answer = { allowed: true } | { allowed: false; reason: string };

/** The programs in words, for a refusal: what the nearest ones still lack. */
function whatIsMissing({ program, criteria }: ProgramAssessment): string {
  const open = criteria.filter(({ verdict }) => verdict !== "met");
  const names = open.map(({ label, verdict }) =>
    verdict === "unknown" ? `${label.toLowerCase()} not known` : `${label.toLowerCase()} not met`,
  );
  return `${program}: ${names.join(", ")}`;
}

/** An assessment is complete when at least one program is open to the client (stage 5 → 6 of section 8). */
export function canComplete(programs: readonly ProgramAssessment[]): Answer {
  if (programs.some(({ verdict }) => verdict === "eligible")) return { allowed: true };
  const federal = programs.filter(({ program }) => program !== "PNP");
  return {
    allowed: false,
    reason: `No program is met yet, so there is no profile to prepare. ${federal.map(whatIsMissing).join("; ")}.`,
  };
}

export interface ScorePart {
  label: string;
  points: number;
  tone: CrsSection;
}

/** The parts that a score is drawn of, left to right; together they are the total. */
export function scoreParts({ score }: Pick<CrsAssessment, "score">): ScorePart[] {
  const { core, spouse, transferability, additional } = score;
  const parts: ScorePart[] = [
    { label: "Age", points: core.age, tone: "core" },
    { label: "Education", points: core.education, tone: "core" },
    { label: "Language", points: core.firstLanguage + core.secondLanguage, tone: "core" },
    { label: "Work", points: core.canadianWork, tone: "core" },
  ];
  const capped = core.total - parts.reduce((sum, { points }) => sum + points, 0);
  const rest: ScorePart[] = [
    // What a newer ruleset measures besides.
    { label: "Occupation", points: capped, tone: "core" },
    { label: "Spouse", points: spouse.total, tone: "spouse" },
    { label: "Transfer", points: transferability.total, tone: "transferability" },
  ];
  const more: ScorePart[] = [
    { label: "Sibling", points: additional.sibling, tone: "additional" },
    { label: "French", points: additional.french, tone: "additional" },
    { label: "Study", points: additional.canadianStudy, tone: "additional" },
    { label: "Nomination", points: additional.nomination, tone: "additional" },
  ];
  const uncapped = more.reduce((sum, { points }) => sum + points, 0);
  // Above its cap of 600 the section is one part, so that the parts add up to the whole.
  const last: ScorePart[] =
    uncapped === additional.total
      ? more
      : [{ label: "Additional", points: additional.total, tone: "additional" }];
  return [...parts, ...rest, ...last].filter(({ points }) => points > 0);
}

/** `education 50 of 50`, `education 75, capped at 50`. */
function share(name: string, points: number, cap: number): string {
  return points > cap ? `${name} ${points}, capped at ${cap}` : `${name} ${points} of ${cap}`;
}

function transferabilityCaps(
  { score: { transferability: points } }: Pick<CrsAssessment, "score">,
  { C_skill_transferability: table }: CompleteRuleset,
): string {
  const caps = table.group_caps;
  const education = points.educationLanguage + points.educationCanadianWork;
  const foreign = points.foreignWorkLanguage + points.foreignWorkCanadianWork;
  const groups = [
    share("education", education, caps.education),
    share("foreign work", foreign, caps.foreign_work),
    ...(points.certificate > 0
      ? [share("certificate", points.certificate, caps.certificate_of_qualification)]
      : []),
  ];
  const grouped =
    Math.min(education, caps.education) +
    Math.min(foreign, caps.foreign_work) +
    Math.min(points.certificate, caps.certificate_of_qualification);
  return [...groups, ...(grouped > table.max ? [`${grouped} together, capped at ${table.max}`] : [])].join(
    "; ",
  );
}

/** What the caps did to a section, beside its name; empty where there is nothing to say. */
export function capsInWords(
  section: CrsSection,
  crs: Pick<CrsAssessment, "score" | "factors">,
  ruleset: CompleteRuleset,
): string {
  switch (section) {
    case "core":
      return crs.factors.withSpouse
        ? "with an accompanying spouse or partner"
        : "no accompanying spouse or partner";
    case "spouse":
      return "";
    case "transferability":
      return transferabilityCaps(crs, ruleset);
    case "additional": {
      const { total, ...parts } = crs.score.additional;
      const sum = Object.values(parts).reduce((all, points) => all + points, 0);
      return sum > total ? `${sum}, capped at ${total}` : "";
    }
  }
}

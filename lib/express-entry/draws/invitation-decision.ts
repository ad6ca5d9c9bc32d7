/**
 * What an invitation is worth on the day it came and on the day the application is planned for (rules reference 4.2;
 * IRPA 11.2(1): the criteria and the qualifications are tested twice). Age and ruleset are those of the invitation.
 */
import { assessCrs, type CrsAssessment } from "../crs/assess";
import { findRuleset, isComplete, selectRuleset } from "../crs/rulesets";
import { assessEligibility, settlementFundsRequired } from "../eligibility/assess";
import {
  classWorkOn,
  workProgramOf,
  workSlipsOn,
  type ClassWork,
  type FederalProgram,
} from "../eligibility/class-work";
import type { Criterion, Program, Verdict } from "../eligibility/criterion";
import type { CaseFacts } from "../facts";
import { familySizeOn, principalOf } from "../family";
import { settlementFundsOn, type SettlementFunds } from "../funds-and-fees/settlement-funds";
import { legalSource, type RuleSource } from "../rule-source";
import type { TableOptions } from "../rule-tables";
import { addDays, addYears, ageOn, type IsoDate } from "../timing/calendar-date";
import { categoriesOn, type Category } from "./categories";
import { datedProofs, type DatedProof } from "./dated-proofs";

/** How far past the planned day it is looked whether the work slips out of its window. */
const SLIP_YEARS = 2;

export interface DecisionTerms {
  /** Date of the invitation: the age is frozen on it. */
  invitedOn: IsoDate;
  /** Ruleset under which the person was ranked. */
  rulesetId: string;
  invitationClass: Program;
  /** Set when invited in a category round. */
  category: Category | null;
}

export interface DecisionInput {
  terms: DecisionTerms;
  /** As they are now: what the application would be sent on. */
  facts: CaseFacts;
  /** As they were on the day of the invitation. */
  factsAtInvitation: CaseFacts;
  /** The profile's submission and the facts of that day; null where none are known that can be scored. */
  profile: { on: IsoDate; facts: CaseFacts } | null;
  /** The day the application is planned to be sent; not before the invitation. */
  plannedOn: IsoDate;
}

/** The score on one of the days that count. */
export interface ScoreOfDay {
  on: IsoDate;
  total: number;
  rulesetId: string;
  /** The rules of that day have no values: the total is by the last complete ones and is not IRCC's score. */
  superseded: boolean;
}

export interface PointsOfLine {
  points: number;
  /** What was counted, in words. */
  input: string;
}

/** A line of the score that says something else on one of the days; null: not a line of that day. */
export interface ChangedLine {
  id: string;
  label: string;
  profile: PointsOfLine | null;
  invitation: PointsOfLine | null;
  submission: PointsOfLine | null;
  source: RuleSource;
}

/** A minimum criterion, or the category, on both days. */
export interface TestedTwice {
  id: string;
  label: string;
  needs: string;
  atInvitation: { verdict: Verdict; figure: string };
  atSubmission: { verdict: Verdict; figure: string };
  source: RuleSource;
}

/** A birthday between the invitation and the application: it does not count against the person (IRPA 11.2(2)(a)). */
export interface BirthdayExemption {
  on: IsoDate;
  from: number;
  to: number;
  /** What the older age would take from the score by the same rules; 0 or more, negative where it would add. */
  points: number;
  /** The class would not be met without the exemption. */
  keepsClass: boolean;
  source: RuleSource;
}

export interface FundsOfDay {
  required: boolean;
  reason: string;
  /** null: no table known for the day. */
  needed: SettlementFunds | null;
}

export interface InvitationDecision {
  /** `profile`: null where no facts of that day are known. */
  scores: { profile: ScoreOfDay | null; invitation: ScoreOfDay; submission: ScoreOfDay };
  changed: ChangedLine[];
  /** Minimum criteria of the class, and the category where invited by one. */
  criteria: TestedTwice[];
  birthday: BirthdayExemption | null;
  work: {
    program: FederalProgram;
    atInvitation: ClassWork;
    atSubmission: ClassWork;
    /** First day on which the work no longer suffices; null: not within two years of the planned day. */
    slipsOn: IsoDate | null;
  };
  proofs: DatedProof[];
  funds: {
    atInvitation: FundsOfDay;
    atSubmission: FundsOfDay;
    /** Canadian cents. */
    held: { cents: number; asOf: IsoDate } | null;
  };
}

/** The score by the rules of the invitation; where these have no values, by the last complete ones, and saying so. */
function scoredByTerms(
  facts: CaseFacts,
  on: IsoDate,
  terms: DecisionTerms,
  options: TableOptions,
  ageDay: IsoDate = terms.invitedOn,
): CrsAssessment {
  const own = findRuleset(terms.rulesetId, options);
  if (own && isComplete(own)) return assessCrs(facts, on, { ...options, ageOn: ageDay, ruleset: own });
  const selection = selectRuleset(terms.invitedOn, options);
  const ruleset = selection.kind === "complete" ? selection.ruleset : selection.latest;
  return { ...assessCrs(facts, on, { ...options, ageOn: ageDay, ruleset }), superseded: true };
}

function scoreOf({ on, score, ruleset, superseded }: CrsAssessment): ScoreOfDay {
  return { on, total: score.total, rulesetId: ruleset.id, superseded };
}

function pointsIn(crs: CrsAssessment | null, id: string): PointsOfLine | null {
  const line = crs?.lines.find((one) => one.id === id);
  return line ? { points: line.points, input: line.input } : null;
}

/** Every line that is not the same on all the days there are, in the order of the score. */
function changedLines(
  profile: CrsAssessment | null,
  invitation: CrsAssessment,
  submission: CrsAssessment,
): ChangedLine[] {
  const lines = [...submission.lines, ...invitation.lines, ...(profile?.lines ?? [])];
  const known = new Map(lines.toReversed().map((line) => [line.id, line]));
  const order = [...new Set(lines.map(({ id }) => id))];
  return order.flatMap((id) => {
    const line = known.get(id);
    const days = {
      profile: pointsIn(profile, id),
      invitation: pointsIn(invitation, id),
      submission: pointsIn(submission, id),
    };
    const compared = profile === null ? [days.invitation, days.submission] : Object.values(days);
    const same = new Set(compared.map((day) => JSON.stringify(day))).size === 1;
    return line && !same ? [{ id, label: line.label, source: line.source, ...days }] : [];
  });
}

function criterionTwice(then: Criterion, later: Criterion | undefined): TestedTwice {
  const { id, label, needs, source, verdict, figure } = then;
  const atSubmission = later ?? { verdict: "unknown" as const, figure: "Not judged" };
  return {
    ...{ id, label, needs, source },
    atInvitation: { verdict, figure },
    atSubmission: { verdict: atSubmission.verdict, figure: atSubmission.figure },
  };
}

function criteriaTwice({ terms, ...input }: DecisionInput, options: TableOptions): TestedTwice[] {
  const frozen = { ...options, ageOn: terms.invitedOn };
  const of = (facts: CaseFacts, on: IsoDate) =>
    assessEligibility(facts, on, frozen).programs.find(({ program }) => program === terms.invitationClass)
      ?.criteria ?? [];
  const later = of(input.facts, input.plannedOn);
  return of(input.factsAtInvitation, terms.invitedOn).map((then) =>
    criterionTwice(
      then,
      later.find(({ id }) => id === then.id),
    ),
  );
}

/** Membership of the category, by its lists of the day of the invitation (IRPA 11.2(1)(c)). */
function categoryTwice({ terms, ...input }: DecisionInput, options: TableOptions): TestedTwice[] {
  const { category, invitedOn } = terms;
  if (category === null) return [];
  const of = (facts: CaseFacts, on: IsoDate) =>
    categoriesOn(facts, on, { ...options, listsOf: invitedOn }).find((one) => one.category === category);
  const [then, later] = [of(input.factsAtInvitation, invitedOn), of(input.facts, input.plannedOn)];
  if (!then || !later) return [];
  return [
    {
      id: `category.${category}`,
      label: "Category of the invitation",
      needs: then.needs,
      atInvitation: { verdict: then.verdict, figure: then.figure },
      atSubmission: { verdict: later.verdict, figure: later.figure },
      source: legalSource("IRPA 11.2(1)(c)", then.version),
    },
  ];
}

/** The latest birthday after the invitation, up to the planned day; the 28th stands for a 29 February that is not. */
function birthdayBetween(birthDate: IsoDate, invitedOn: IsoDate, plannedOn: IsoDate): IsoDate | null {
  const age = ageOn(birthDate, plannedOn);
  if (age === ageOn(birthDate, invitedOn)) return null;
  const anniversary = addYears(birthDate, age);
  return ageOn(birthDate, anniversary) === age ? anniversary : addDays(anniversary, 1);
}

function birthdayExemption(
  { terms, facts, plannedOn }: DecisionInput,
  options: TableOptions,
): BirthdayExemption | null {
  const { birthDate } = principalOf(facts);
  const { invitedOn, invitationClass } = terms;
  const on = birthDate === null ? null : birthdayBetween(birthDate, invitedOn, plannedOn);
  if (birthDate === null || on === null) return null;
  const frozen = scoredByTerms(facts, plannedOn, terms, options).score.total;
  const aged = scoredByTerms(facts, plannedOn, terms, options, plannedOn).score.total;
  const met = (ageDay: IsoDate) =>
    assessEligibility(facts, plannedOn, { ...options, ageOn: ageDay }).verdicts[invitationClass] ===
    "eligible";
  return {
    on,
    from: ageOn(birthDate, invitedOn),
    to: ageOn(birthDate, plannedOn),
    points: frozen - aged,
    keepsClass: met(invitedOn) && !met(plannedOn),
    source: legalSource("IRPA 11.2(2)(a)", null),
  };
}

function fundsOn(facts: CaseFacts, on: IsoDate, program: Program, options: TableOptions): FundsOfDay {
  return {
    ...settlementFundsRequired(facts, on, program, options),
    needed: settlementFundsOn(on, familySizeOn(facts, on), options),
  };
}

function workTwice(input: DecisionInput, options: TableOptions): InvitationDecision["work"] {
  const { terms, facts, factsAtInvitation, plannedOn } = input;
  const program = workProgramOf(factsAtInvitation, terms.invitedOn, terms.invitationClass, options);
  return {
    program,
    atInvitation: classWorkOn(factsAtInvitation, terms.invitedOn, program, options),
    atSubmission: classWorkOn(facts, plannedOn, program, options),
    slipsOn: workSlipsOn(facts, terms.invitedOn, addYears(plannedOn, SLIP_YEARS), program, options),
  };
}

/** Everything on which accepting or declining rests, on the two days that count. */
export function decideInvitation(input: DecisionInput, options: TableOptions = {}): InvitationDecision {
  const { terms, facts, factsAtInvitation, plannedOn } = input;
  const profile = input.profile && assessCrs(input.profile.facts, input.profile.on, options);
  const invitation = scoredByTerms(factsAtInvitation, terms.invitedOn, terms, options);
  const submission = scoredByTerms(facts, plannedOn, terms, options);
  return {
    scores: {
      profile: profile && scoreOf(profile),
      invitation: scoreOf(invitation),
      submission: scoreOf(submission),
    },
    changed: changedLines(profile, invitation, submission),
    criteria: [...criteriaTwice(input, options), ...categoryTwice(input, options)],
    birthday: birthdayExemption(input, options),
    work: workTwice(input, options),
    proofs: datedProofs(facts, { invitedOn: terms.invitedOn, plannedOn, testIds: invitation.testIds }),
    funds: {
      atInvitation: fundsOn(factsAtInvitation, terms.invitedOn, terms.invitationClass, options),
      atSubmission: fundsOn(facts, plannedOn, terms.invitationClass, options),
      held: facts.family.settlementFunds,
    },
  };
}

/** What may be recorded of a profile and an invitation, and when. Pure; messages are for the field they name. */
import { categoriesOn, CATEGORIES, type Category } from "@/lib/express-entry/draws/categories";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { shippedTables, type RuleTables } from "@/lib/express-entry/rule-tables";
import { selectRuleset } from "@/lib/express-entry/crs/rulesets";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formulaOf } from "@/lib/express-entry/timing/clock-catalogue";
import { invitationWindow, type InvitationWindow } from "@/lib/express-entry/timing/invitation-window";
import { profileExpiresAt } from "@/lib/express-entry/timing/profile-life";

export type Faults = Record<string, string>;

/** Express Entry opened on 1 January 2015: no profile is older. */
const EXPRESS_ENTRY_OPENED = Date.UTC(2015, 0, 1);

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

export function profileFaults(input: { submittedAt: Date; historic: boolean }, now: Date): Faults {
  if (input.submittedAt.getTime() > now.getTime()) {
    return { submittedAt: `This is in the future: it is now ${utc(now)}.` };
  }
  if (input.submittedAt.getTime() < EXPRESS_ENTRY_OPENED) {
    return { submittedAt: "Express Entry opened on 1 Jan 2015: no profile can be older." };
  }
  if (!input.historic && profileExpiresAt(input.submittedAt).getTime() <= now.getTime()) {
    const ended = utc(profileExpiresAt(input.submittedAt));
    return {
      submittedAt: `A profile lives one year: this one ended on ${ended}. Tick “Record as history” if that is right.`,
    };
  }
  return {};
}

export interface InvitationFacts {
  receivedAt: Date;
  shownExpiry: string | null;
}

export interface LiveProfile {
  submittedAt: Date;
  expiresAt: Date;
}

/** An ITA comes after its profile, before the profile's end, and not from the future. */
export function invitationFaults(
  input: InvitationFacts,
  profile: LiveProfile,
  now: Date,
  timeZone: string,
): Faults {
  const received = input.receivedAt.getTime();
  if (received > now.getTime()) return { receivedAt: `This is in the future: it is now ${utc(now)}.` };
  if (received < profile.submittedAt.getTime()) {
    return {
      receivedAt: `An invitation cannot come before the profile, which was submitted ${utc(profile.submittedAt)}.`,
    };
  }
  if (received >= profile.expiresAt.getTime()) {
    return { receivedAt: `The profile had ended by then, on ${utc(profile.expiresAt)}.` };
  }
  const window = windowOf(input, timeZone);
  if (input.shownExpiry !== null && input.shownExpiry < window.issueDate) {
    return { shownExpiry: "IRCC's last day cannot be before the invitation itself." };
  }
  return {};
}

/** The 60-day window in the firm's zone: the earlier of computed and shown wins, a difference is a warning. */
export function windowOf(input: InvitationFacts, timeZone: string): InvitationWindow {
  return invitationWindow({ issuedAt: input.receivedAt, shownExpiry: input.shownExpiry, zone: timeZone });
}

/** The formula of the 60 days in words, and whether both keys stand behind it (docs/decisions/two-keys.md). */
export function windowRule({
  dueOn,
  computedDeadline,
  shownExpiry,
  confirmed,
}: {
  dueOn: IsoDate;
  computedDeadline: IsoDate;
  shownExpiry: IsoDate | null;
  confirmed: boolean;
}): string {
  const how = dueOn === computedDeadline ? "counted" : dueOn === shownExpiry ? "shown" : "read";
  const formula = formulaOf("ita", how);
  return confirmed ? formula : `${formula}. Date not confirmed`;
}

/** The ruleset in force on a date, also where nobody has entered its values yet: IRCC ranked under it (0.2). */
export function rulesetIdOn(on: string, tables: RuleTables = shippedTables): string {
  const selection = selectRuleset(on, { tables });
  return selection.kind === "none" ? selection.latest.id : selection.ruleset.id;
}

export const PROGRAMS: readonly Program[] = ["PNP", "CEC", "FSW", "FST"];

/** Programs and categories a person could be invited under on a day. */
export function classesOn(facts: CaseFacts, on: string, tables: RuleTables): string[] {
  const { verdicts } = assessEligibility(facts, on, { tables });
  const programs = PROGRAMS.filter((program) => verdicts[program] === "eligible");
  const categories = categoriesOn(facts, on, { tables })
    .filter(({ verdict }) => verdict === "met")
    .map(({ category }) => category);
  // A nominee is invited as a nominee only (IRPA 10.1(1.1)).
  return programs.includes("PNP") ? ["PNP"] : [...programs, ...categories];
}

/** The two kinds of names that a profile's classes mix: programs and categories are disjoint. */
export function splitClasses(classes: readonly string[]): { programs: Program[]; categories: Category[] } {
  return {
    programs: PROGRAMS.filter((program) => classes.includes(program)),
    categories: CATEGORIES.filter((category) => classes.includes(category)),
  };
}

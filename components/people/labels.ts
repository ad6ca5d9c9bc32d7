import type {
  ArrangedEmployment,
  EducationLevel,
  LanguageTestKind,
  MaritalStatus,
  PersonRole,
  StatusInCanada,
} from "@/lib/express-entry/facts";
import { PROVINCE_LABELS } from "@/lib/people/rules";

/** Facts in the words of the screens. */
export const ROLE_LABELS: Readonly<Record<PersonRole, string>> = {
  principal: "principal",
  spouse: "spouse or partner",
  child: "child",
};

export const MARITAL_LABELS: Readonly<Record<MaritalStatus, string>> = {
  single: "Single",
  married: "Married",
  common_law: "Common-law",
  separated: "Separated",
  divorced: "Divorced",
  widowed: "Widowed",
  annulled: "Annulled",
};

export const STATUS_LABELS: Readonly<Record<StatusInCanada, string>> = {
  none: "None",
  visitor: "Visitor",
  student: "Study permit",
  worker: "Work permit",
  protected_person: "Protected person",
  permanent_resident: "Permanent resident",
  citizen: "Citizen",
};

export const TEST_LABELS: Readonly<Record<LanguageTestKind, string>> = {
  ielts_general: "IELTS General",
  celpip_general: "CELPIP",
  pte_core: "PTE Core",
  tef_canada: "TEF Canada",
  tcf_canada: "TCF Canada",
};

export const LEVEL_LABELS: Readonly<Record<EducationLevel, string>> = {
  less_than_secondary: "Below secondary",
  secondary: "Secondary",
  one_year_post_secondary: "One-year program",
  two_year_post_secondary: "Two-year program",
  bachelor_or_three_plus_year: "Bachelor's, or three years or more",
  two_or_more_credentials_one_three_plus_year: "Two or more credentials",
  master_or_entry_to_practice_professional: "Master's, or professional degree",
  doctorate: "Doctorate",
};

export const SHORT_LEVEL_LABELS: Readonly<Record<EducationLevel, string>> = {
  ...LEVEL_LABELS,
  bachelor_or_three_plus_year: "Bachelor",
  master_or_entry_to_practice_professional: "Master",
};

export const ARRANGEMENT_LABELS: Readonly<Record<ArrangedEmployment, string>> = {
  lmia_permit_same_employer: "LMIA-based permit, works for this employer",
  exempt_permit_same_employer_one_year: "LMIA-exempt permit, a year with this employer",
  lmia_no_permit: "LMIA for this offer, no permit",
  other_permit_with_lmia: "Permit for another job, LMIA for this offer",
};

/** `Ontario` of `ON`; a code nobody knows is shown as it is. */
export function provinceName(code: string): string {
  return code in PROVINCE_LABELS ? PROVINCE_LABELS[code as keyof typeof PROVINCE_LABELS] : code;
}

/** The choices of a select from a table of labels. */
export function optionsOf<Value extends string>(
  labels: Readonly<Record<Value, string>>,
  values: readonly Value[] = Object.keys(labels) as Value[],
): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: labels[value] }));
}

export const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;

export function yesNo(answer: boolean | null): string {
  return answer === null ? "" : answer ? "yes" : "no";
}

/** `TEER 1, skilled`: work of TEER 0 to 3 counts (IRPR 73(1)). */
export function teerWords(teer: number): string {
  return `TEER ${teer}, ${teer <= 3 ? "skilled" : "not skilled"}`;
}

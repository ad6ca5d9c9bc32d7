/** The facts as their client reads them before they are sent: plain words, and what each of them means. */
import type {
  Ability,
  EducationLevel,
  LanguageTestKind,
  MaritalStatus,
  PersonRole,
  StatusInCanada,
} from "@/lib/express-entry/facts";

export const FACTS_WORDS = {
  title: "Your facts",
  lead: "This is what your application says. Read it slowly: a wrong date or a missing month can get an application refused.",
  wrong: "Something is wrong or missing?",
  writeToUs: "Write to us",
  wrongText: "Do not confirm. Tell us what it is; we correct it, and ask you again.",
  checkbox: "I have read everything above. It is true and complete, for me and for my family.",
  button: "Confirm the facts",
  pending: "Confirming…",
  after: "After that we send your application.",
  confirmed: (when: string) => `You confirmed these facts ${when}.`,
  thanks: "Thank you. What happens next is on your page.",
  backHome: "Back to your page",
  changed: "If something was changed meanwhile, read the facts as they are now.",
  reread: "Show the facts as they are now",
  family: "The family",
  none: "None",
  notAsked: "Not asked",
} as const;

export const ROLE_WORDS: Readonly<Record<PersonRole, string>> = {
  principal: "you",
  spouse: "spouse or partner",
  child: "child",
};

export const FACT_LABELS = {
  birthDate: "Born",
  citizenship: "Citizen of",
  passport: "Passport",
  residence: "Lives in",
  status: "Status in Canada",
  marital: "Family status",
  otherNames: "Other names",
  accompanying: "Comes along to Canada",
  addresses: "Addresses",
  jobs: "Work",
  tests: "Language tests",
  credentials: "Education",
  province: "Province you want to live in",
  funds: "Money for the start",
  sibling: "Brother or sister in Canada",
  relative: "Other relative in Canada",
  jobOffer: "Job offer",
  certificate: "Trade certificate",
  nomination: "Nomination by a province",
} as const;

export const MARITAL_WORDS: Readonly<Record<MaritalStatus, string>> = {
  single: "Never married",
  married: "Married",
  common_law: "Living together as a couple (common-law)",
  separated: "Married, but separated",
  divorced: "Divorced",
  widowed: "Widowed",
  annulled: "Marriage annulled",
};

export const STATUS_WORDS: Readonly<Record<StatusInCanada, string>> = {
  none: "Not in Canada",
  visitor: "Visitor",
  student: "Student, with a study permit",
  worker: "Worker, with a work permit",
  protected_person: "Protected person",
  permanent_resident: "Permanent resident",
  citizen: "Canadian citizen",
};

export const TEST_WORDS: Readonly<Record<LanguageTestKind, string>> = {
  ielts_general: "IELTS General Training, English",
  celpip_general: "CELPIP-General, English",
  pte_core: "PTE Core, English",
  tef_canada: "TEF Canada, French",
  tcf_canada: "TCF Canada, French",
};

export const ABILITY_WORDS: readonly (readonly [Ability, string])[] = [
  ["listening", "listening"],
  ["reading", "reading"],
  ["writing", "writing"],
  ["speaking", "speaking"],
];

export const LEVEL_WORDS: Readonly<Record<EducationLevel, string>> = {
  less_than_secondary: "Less than high school",
  secondary: "High school",
  one_year_post_secondary: "One-year program after high school",
  two_year_post_secondary: "Two-year program after high school",
  bachelor_or_three_plus_year: "Bachelor’s degree, or a program of three years or more",
  two_or_more_credentials_one_three_plus_year: "Two or more programs, one of three years or more",
  master_or_entry_to_practice_professional:
    "Master’s degree, or a degree for a profession such as law or medicine",
  doctorate: "Doctorate",
};

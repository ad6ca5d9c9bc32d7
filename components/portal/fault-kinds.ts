/** Which of our drawings shows what is wrong, by the reviewer's code; for own words, by what they speak of. */

export const FAULT_KINDS = [
  "cut_off",
  "unreadable",
  "missing_page",
  "wrong_document",
  "expired",
  "untranslated",
  "unsigned",
  "mismatch",
  "missing_line",
  "photo",
  "copy",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** The codes of the usual faults (lib/express-entry/documents), each under the drawing that shows it. */
const CODES: Readonly<Record<FaultKind, readonly string[]>> = {
  cut_off: ["cut_off"],
  unreadable: ["unreadable"],
  missing_page: [
    ...["pages_missing", "old_passports_missing", "no_completion", "link_missing", "slot_empty"],
    ...["no_proof_of_request", "no_lmia", "no_residence"],
  ],
  wrong_document: [
    ...["wrong_document", "academic_test", "wrong_body", "other_credential", "wrong_trade", "local_police"],
    ...["not_panel", "religious_only", "own_statement", "one_form_for_all", "old_version"],
  ],
  expired: [
    "expired",
    "too_old",
    "expires_before_submission",
    "too_early",
    "under_twelve_months",
    "too_short",
  ],
  untranslated: ["no_translation"],
  unsigned: ["unsigned", "not_sworn", "not_notarized", "no_consent", "not_final"],
  mismatch: ["name_mismatch", "names_missing", "one_name", "dates_clash", "age_miscounted"],
  missing_line: [
    ...["no_hours", "no_duties", "copied_duties", "no_debts", "no_opening_date", "no_average", "no_parents"],
    ...["no_membership_number", "wrong_tef_column", "no_start", "unexplained_deposit", "too_little"],
    ...["gap_unexplained", "gap_left", "change_left", "not_full_time", "underpaid"],
  ],
  photo: ["too_small", "head_size"],
  copy: ["copy"],
};

/** What a reviewer's own words speak of, where a drawing says it at a glance. */
const WORDS: readonly (readonly [FaultKind, RegExp])[] = [
  ["cut_off", /\bcut off\b|\bedges?\b|\bcorners?\b|\bwhole page\b/i],
  ["unreadable", /\bblur|\bglare\b|\breadable\b|\bcannot be read\b|\bout of focus\b|\bdark\b/i],
  ["missing_page", /\bpages? (?:is|are) missing\b|\bmissing pages?\b|\ball pages\b/i],
  ["untranslated", /\btranslat/i],
  ["expired", /\bexpired\b|\bout of date\b/i],
];

/** The drawing for a returned document; null where none of ours shows it. */
export function faultKindOf(code: string | null, reason: string): FaultKind | null {
  const known = FAULT_KINDS.find((kind) => code !== null && CODES[kind].includes(code));
  return known ?? WORDS.find(([, words]) => words.test(reason))?.[0] ?? null;
}

/**
 * Every clock of a case: whether something is lost for good after its last day, how that day is found, and where the
 * rule is written. Rules reference 2, 3.4, 4, 5, 7.2 and 8; what its sources only remember says so. Whoever sets a clock
 * reads its class and its formula here, and so does every screen that shows its rule. Pure.
 */

/** What a clock is of; a nomination has several. */
export type ClockKind =
  | "ita"
  | "profile"
  | "language_test"
  | "eca"
  | "passport"
  | "nomination"
  | "biometrics"
  | "adr"
  | "pfl"
  | "work_permit"
  | "medical"
  | "passport_request"
  | "decision"
  | "court_leave"
  | "copr"
  | "pr_card"
  | "closing"
  | "file_transfer";

interface CataloguedClock {
  kind: ClockKind;
  /** Hard: after its last day something is lost for good. Soft: it warns, and what it costs can be had back. */
  class: "hard" | "soft";
  /** How the last day is found, in words. `{day}` and `{months}` are filled in by who sets the clock. */
  formulas: Readonly<Record<string, string>>;
  /** Where the rule is written. */
  source: string;
}

/** Letters of IRCC: the day that the letter names rules (4.3). */
const LETTER_FORMULAS = {
  named: "The date in the letter",
  counted: "Date of the letter + 30 days",
  extended: "Extended by IRCC, asked for on {day}",
} as const;

export const CLOCKS = {
  ita: {
    kind: "ita",
    class: "hard",
    formulas: {
      counted: "Date of the invitation + 60 calendar days",
      shown: "Last day shown in IRCC's account, earlier than 60 days",
      read: "The earlier of two readings of the letter",
    },
    source: "IRCC, Express Entry completeness check; IRPA 10.1(6)",
  },
  profile: {
    kind: "profile",
    class: "hard",
    formulas: { counted: "Submission + 1 year, to the same time of day" },
    source: "Ministerial Instructions 4(1)(b)",
  },
  language_test: {
    kind: "language_test",
    class: "soft",
    formulas: { counted: "Counts while less than two years old: not any more on {day}" },
    source: "IRPR 75(2)(d); Ministerial Instructions 3(4)",
  },
  eca: {
    kind: "eca",
    class: "soft",
    formulas: { counted: "Counts while less than five years old: not any more on {day}" },
    source: "IRPR 75(2)(e), 73(1); Ministerial Instructions 3(4)",
  },
  passport: {
    kind: "passport",
    class: "soft",
    formulas: { printed: "The last day printed in it; a visa or a confirmation never outlives it" },
    source: "IRPR 50",
  },
  work_permit: {
    kind: "work_permit",
    class: "soft",
    formulas: { printed: "The last day printed on it; an extension has to be asked for before" },
    source: "The permit or the stamp itself",
  },
  medical: {
    kind: "medical",
    class: "soft",
    formulas: {
      counted: "Day of the exam + {months}, that day not counted any more",
      proof: "The last day taken from the proof, at most {months} after the exam",
    },
    source: "IRPR 30(3): 12 months, or what the firm's document rules say",
  },
  nomination_interest: {
    kind: "nomination",
    class: "hard",
    formulas: { named: "The day that the notification names" },
    source: "The province's notification",
  },
  nomination_offer: {
    kind: "nomination",
    class: "hard",
    formulas: { counted: "Day the account showed it + 30 calendar days" },
    source: "IRCC, Get or confirm a nomination: not accepted in time, it lapses",
  },
  nomination_expiry: {
    kind: "nomination",
    class: "soft",
    formulas: { named: "The date on the certificate" },
    source: "The province's certificate",
  },
  nomination_withdrawal: {
    kind: "nomination",
    class: "soft",
    formulas: { at_once: "At once: changes go to IRCC by web form" },
    source: "IRPA 10.1(1.1); IRPR 87",
  },
  biometrics: {
    kind: "biometrics",
    class: "hard",
    formulas: LETTER_FORMULAS,
    source: "IRPR 12.2; IRCC, After you apply",
  },
  adr: {
    kind: "adr",
    class: "hard",
    formulas: LETTER_FORMULAS,
    source: "The letter; 30 days are usual where it names none",
  },
  pfl: {
    kind: "pfl",
    class: "hard",
    formulas: LETTER_FORMULAS,
    source: "The letter; more time only if asked for before its day",
  },
  passport_request: {
    kind: "passport_request",
    class: "hard",
    formulas: LETTER_FORMULAS,
    source: "The letter; 30 days are usual where it names none",
  },
  decision: {
    kind: "decision",
    class: "soft",
    formulas: { counted: "Day of receipt + 6 months, a standard for 80 % of cases" },
    source: "IRCC's service standard, from the completeness check page",
  },
  court_leave: {
    kind: "court_leave",
    class: "hard",
    formulas: {
      in_canada: "Day the refusal was read + 15 days, as read in Canada; check with counsel",
      abroad: "Day the refusal was read + 60 days, as read abroad; check with counsel",
    },
    source: "IRPA 72(2)(b), as remembered",
  },
  copr: {
    kind: "copr",
    class: "hard",
    formulas: { named: "The date on the confirmation; it cannot be used after" },
    source: "The confirmation; as remembered, the earlier end of medical and passport",
  },
  pr_card: {
    kind: "pr_card",
    class: "soft",
    formulas: { counted: "Landing + 180 days" },
    source: "IRPR 71.1; the days as remembered",
  },
  closing: {
    kind: "closing",
    class: "hard",
    formulas: {
      ended: "End of the work + 30 days",
      government: "End of the retainer + 10 days",
    },
    source: "Code of Professional Conduct, s. 36",
  },
  file_transfer: {
    kind: "file_transfer",
    class: "hard",
    formulas: {
      asked: "Day it was asked for + 10 business days, general holidays of the Canada Labour Code left out",
    },
    source: "Code of Professional Conduct, s. 36; 30 days where that is impossible",
  },
} as const satisfies Readonly<Record<string, CataloguedClock>>;

/** A clock of the catalogue: its kind, or which of a nomination's it is. */
export type ClockName = keyof typeof CLOCKS;

export type FormulaName<N extends ClockName> = keyof (typeof CLOCKS)[N]["formulas"] & string;

/**
 * A formula in words, with what it names filled in. RangeError where something that it names is left out: half a
 * sentence beside a date would be worse than none.
 */
export function formulaOf<N extends ClockName>(
  name: N,
  formula: FormulaName<N>,
  values: Readonly<Record<string, string>> = {},
): string {
  const formulas: Readonly<Record<string, string>> = CLOCKS[name].formulas;
  return (formulas[formula] ?? "").replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new RangeError(`the formula of ${name} names its ${key}`);
    return value;
  });
}

/** Is something lost for good after the last day of a clock? */
export function isHard(name: ClockName): boolean {
  return CLOCKS[name].class === "hard";
}

const NOMINATION_CLOCKS = [
  "nomination_interest",
  "nomination_offer",
  "nomination_expiry",
  "nomination_withdrawal",
] as const satisfies readonly ClockName[];

/** Which clock of the catalogue a clock of a case is. A nomination's are told apart by what set them. */
export function clockNameOf({ kind, sourceKind }: { kind: ClockKind; sourceKind: string }): ClockName {
  if (kind !== "nomination") return kind;
  return NOMINATION_CLOCKS.find((name) => name === sourceKind) ?? "nomination_offer";
}

/** Where the rules are written: the text, its address, how fresh our copy is, and how far it can be trusted. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** The marks of the rules reference (section 0.1). */
export type Confidence = "P" | "M" | "S" | "D" | "K" | "U";

export interface RuleSource {
  name: string;
  href: string;
  /** The date of the copy that was read. */
  asOf: IsoDate;
  confidence: Confidence;
}

/** A rule in one or two plain sentences. */
export interface RuleNote {
  rule: string;
  /** What we decided where the text is silent. */
  interpretation?: string;
  sources: readonly RuleSource[];
}

const CANADA = "https://www.canada.ca/en/immigration-refugees-citizenship";
const EXPRESS_ENTRY = `${CANADA}/services/immigrate-canada/express-entry`;
const LAWS = "https://laws-lois.justice.gc.ca/eng";

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  P: "read in the official text",
  M: "several independent copies of IRCC’s page agree",
  S: "one secondary source only: confirm it before relying on it",
  D: "worked out from confirmed figures",
  K: "our interpretation: no source states it",
  U: "not confirmed",
};

/** How sure a rule is, in words. A mark such as `P/M` is as sure as its weaker half. */
export function confidenceInWords(mark: string): string {
  const marks = [...mark].filter((letter): letter is Confidence => letter in CONFIDENCE);
  return CONFIDENCE[marks.at(-1) ?? "U"];
}

export const CRS_PAGE: RuleSource = {
  name: "IRCC, CRS criteria",
  href: `${EXPRESS_ENTRY}/check-score/crs-criteria.html`,
  asOf: "2026-09-16",
  confidence: "M",
};

const INSTRUCTIONS = `${CANADA}/corporate/mandate/policies-operational-instructions-agreements/ministerial-instructions`;

/** The Ministerial Instructions respecting the Express Entry system. */
export const INSTRUCTIONS_PAGE: RuleSource = {
  name: "Ministerial Instructions respecting the Express Entry system",
  href: `${INSTRUCTIONS}/express-entry-application-management-system/current.html`,
  asOf: "2024-08-09",
  confidence: "P",
};

export const LANGUAGE_PAGE: RuleSource = {
  name: "IRCC, language test results",
  href: `${EXPRESS_ENTRY}/documents/language-requirements/language-testing.html`,
  asOf: "2026-09-16",
  confidence: "M",
};

export const FUNDS_PAGE: RuleSource = {
  name: "IRCC, proof of funds",
  href: `${EXPRESS_ENTRY}/documents/proof-funds.html`,
  asOf: "2025-07-07",
  confidence: "M",
};

export const CATEGORY_PAGE: RuleSource = {
  name: "IRCC, category-based selection",
  href: `${EXPRESS_ENTRY}/rounds-invitations/category-based-selection.html`,
  asOf: "2026-02-18",
  confidence: "M",
};

export const NOMINEE_PAGE: RuleSource = {
  name: "IRCC, get or confirm a nomination",
  href: `${CANADA}/services/immigrate-canada/provincial-nominees/express-entry/nomination.html`,
  asOf: "2026-11-23",
  confidence: "P",
};

/** A section of the Immigration and Refugee Protection Regulations, by the number its page has: `87.1`. */
export function regulation(section: string): RuleSource {
  return {
    name: `Immigration and Refugee Protection Regulations, s. ${section}`,
    href: `${LAWS}/regulations/SOR-2002-227/section-${section}.html`,
    asOf: "2026-06-14",
    confidence: "P",
  };
}

/** A section of the Immigration and Refugee Protection Act. */
export function act(section: string): RuleSource {
  return {
    name: `Immigration and Refugee Protection Act, s. ${section}`,
    href: `${LAWS}/acts/I-2.5/section-${section}.html`,
    asOf: "2026-03-31",
    confidence: "P",
  };
}

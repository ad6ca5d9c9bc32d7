/** The rules of the programs' criteria and of what stands beside them, by the engine's ids. */
import { ECA_RULE, TEST_RULE } from "./rule-sentences";
import {
  act,
  CATEGORY_PAGE,
  FUNDS_PAGE,
  INSTRUCTIONS_PAGE,
  LANGUAGE_PAGE,
  NOMINEE_PAGE,
  regulation,
  type RuleNote,
} from "./rule-sources";

const OUTSIDE_QUEBEC: RuleNote = {
  rule: "The federal programs are for people who intend to live outside Quebec, which selects its own immigrants.",
  sources: [regulation("75")],
};
const FUNDS_RULE =
  "Enough money for the whole family, available, transferable and free of debt, unless an exemption applies. Family members count even if they stay behind or are citizens.";

export const CRITERION_NOTES: Readonly<Record<string, RuleNote>> = {
  "cec.work": {
    rule: "A year (1,560 hours, at most 30 a week) of skilled, authorized work in Canada within the last three years, in one or more occupations. Full-time study, self-employment and unauthorized work do not count.",
    sources: [regulation("87.1")],
  },
  "cec.language": {
    rule: "All four abilities of one language: a higher level for TEER 0 and 1 than for 2 and 3, by where most of the hours are.",
    sources: [regulation("87.1"), LANGUAGE_PAGE],
  },
  "cec.outside-quebec": { ...OUTSIDE_QUEBEC, sources: [regulation("87.1")] },
  "fsw.work": {
    rule: "A year (1,560 hours) without a break in one skilled occupation within the last ten years, in Canada or abroad; part-time adds up.",
    interpretation:
      "Students’ and self-employed work counts if it was paid; up to three days between two jobs are no break.",
    sources: [regulation("75")],
  },
  "fsw.language": {
    rule: `All four abilities of one language. ${TEST_RULE}`,
    sources: [regulation("75"), LANGUAGE_PAGE],
  },
  "fsw.education": { rule: `Secondary school or more. ${ECA_RULE}`, sources: [regulation("75")] },
  "fsw.grid": {
    rule: "The selection grid below must reach the pass mark, on the day of the application and of the visa.",
    sources: [regulation("76")],
  },
  "fsw.funds": { rule: FUNDS_RULE, sources: [regulation("76"), FUNDS_PAGE] },
  "fsw.outside-quebec": OUTSIDE_QUEBEC,
  "fst.work": {
    rule: "Two years (3,120 hours) in one listed trade within the last five years, after qualifying to work in it independently.",
    interpretation: "When the person qualified is not a fact here: the consultant decides it.",
    sources: [regulation("87.2")],
  },
  "fst.language": {
    rule: "One language: a lower level in reading and writing than in speaking and listening.",
    sources: [regulation("87.2"), LANGUAGE_PAGE],
  },
  "fst.certificate-or-offer": {
    rule: "A Canadian certificate of qualification in the trade, or a full-time offer of a year or more in one of the permit or LMIA situations of the section.",
    sources: [regulation("87.2")],
  },
  "fst.funds": { rule: FUNDS_RULE, sources: [regulation("87.2"), FUNDS_PAGE] },
  "fst.outside-quebec": { ...OUTSIDE_QUEBEC, sources: [regulation("87.2")] },
  "pnp.nomination": {
    rule: "A nomination through Express Entry, confirmed by the province and accepted in the account within 30 days. A nominee can be invited as a nominee only.",
    sources: [act("10.1"), regulation("87"), NOMINEE_PAGE],
  },
  "pnp.federal-program": {
    rule: "A nominee must still qualify for one of the three federal programs.",
    sources: [INSTRUCTIONS_PAGE],
  },
  "pnp.residence": {
    rule: "The nominee intends to live in the province that nominates; the province alone judges it.",
    sources: [regulation("87")],
  },
};

/** The rules of what stands beside score and programs. */
export const OTHER_NOTES: Readonly<Record<string, RuleNote>> = {
  "money.funds": {
    rule: `${FUNDS_RULE} The table is revised every year.`,
    sources: [regulation("76"), FUNDS_PAGE],
  },
  "change-test": {
    rule: "An invited person must still meet the class and hold the qualifications they were ranked on when they apply. A birthday after the invitation never counts against them. If something else changed, the class must still be met and the new score must not be below the lowest one invited.",
    interpretation: "At the lowest score with a later timestamp than the tie-break we advise to decline.",
    sources: [act("11.2"), act("10.1")],
  },
  "category.french": {
    rule: "Rounds for French speakers: the level in all four abilities of one test that counts.",
    sources: [CATEGORY_PAGE, act("10.3")],
  },
};

/** The rule of every category that is a list of occupations. */
export const CATEGORY_NOTE: RuleNote = {
  rule: "Rounds for a list of occupations: enough paid work in one of them within the last three years, in Canada where the list says so.",
  interpretation: "Students’ and self-employed work counts; work in Canada must have been authorized.",
  sources: [CATEGORY_PAGE, act("10.3")],
};

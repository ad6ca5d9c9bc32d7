/** The rules of the score's lines and of the grid's factors, by the engine's ids. Words only: figures come from the tables. */
import { ECA_RULE, TEST_RULE } from "./rule-sentences";
import {
  act,
  CRS_PAGE,
  INSTRUCTIONS_PAGE,
  LANGUAGE_PAGE,
  NOMINEE_PAGE,
  regulation,
  type RuleNote,
} from "./rule-sources";

const PAIRS = "Two strengths together earn points; the pairs of one group are capped together.";

/** A factor of newer rules, which only their own table describes. */
const HIGH_WAGE: RuleNote = {
  rule: "Points for occupations that pay well, by the levels of the list that the administrator entered with the rules.",
  interpretation: "A year at a high level is also one at each level below it.",
  sources: [],
};

export const CRS_NOTES: Readonly<Record<string, RuleNote>> = {
  "core.age": {
    rule: "Age on the day of the calculation. On the day of an invitation it is frozen: a later birthday takes nothing.",
    interpretation: "A birthday counts from the day itself.",
    sources: [CRS_PAGE, act("11.2")],
  },
  "core.education": {
    rule: `The highest completed level, never a sum. ${ECA_RULE}`,
    sources: [CRS_PAGE, regulation("73")],
  },
  "core.firstLanguage": {
    rule: `Whichever of English and French gives more points first. ${TEST_RULE}`,
    interpretation: "Where both orders give the same, English is taken first.",
    sources: [CRS_PAGE, LANGUAGE_PAGE],
  },
  "core.secondLanguage": {
    rule: `The other official language, up to its own maximum. ${TEST_RULE}`,
    sources: [CRS_PAGE, LANGUAGE_PAGE],
  },
  "core.canadianWork": {
    rule: "Skilled (TEER 0 to 3), paid, authorized work in Canada in the last ten years: a year is 1,560 hours, of which at most 30 count a week. Self-employment does not count.",
    interpretation:
      "Work during full-time study does not count here either, as under the Canadian Experience Class.",
    sources: [CRS_PAGE, INSTRUCTIONS_PAGE],
  },
  "core.highWageWork": HIGH_WAGE,
  "additional.highWageWork": HIGH_WAGE,
  "core.highWageOffer": HIGH_WAGE,
  "additional.highWageOffer": HIGH_WAGE,
  "spouse.education": {
    rule: `The education of the spouse or partner who comes along. ${ECA_RULE}`,
    sources: [CRS_PAGE],
  },
  "spouse.language": {
    rule: `One language of the spouse or partner, the better test. ${TEST_RULE}`,
    sources: [CRS_PAGE, LANGUAGE_PAGE],
  },
  "spouse.canadianWork": {
    rule: "Skilled, authorized work of the spouse or partner in Canada, in whole years of 1,560 hours.",
    sources: [CRS_PAGE],
  },
  "transferability.educationLanguage": {
    rule: `${PAIRS} Here: education, and the first language in all four abilities.`,
    sources: [CRS_PAGE],
  },
  "transferability.educationCanadianWork": {
    rule: `${PAIRS} Here: education and years of work in Canada.`,
    sources: [CRS_PAGE],
  },
  "transferability.foreignWorkLanguage": {
    rule: `${PAIRS} Here: years of skilled work abroad in the last ten years, and the first language.`,
    interpretation: "Years abroad are added up; whether they must be unbroken for the CRS is not stated.",
    sources: [CRS_PAGE],
  },
  "transferability.foreignWorkCanadianWork": {
    rule: `${PAIRS} Here: years of skilled work abroad and in Canada.`,
    interpretation: "Years abroad are added up; whether they must be unbroken for the CRS is not stated.",
    sources: [CRS_PAGE],
  },
  "transferability.certificate": {
    rule: "A valid certificate of qualification in a trade, issued in Canada, together with the first language.",
    sources: [CRS_PAGE],
  },
  "additional.sibling": {
    rule: "A brother or sister of 18 or over, citizen or permanent resident, living in Canada; of the client or of the accompanying spouse. Once.",
    interpretation: "Half, step and adoptive siblings are taken as siblings.",
    sources: [CRS_PAGE],
  },
  "additional.french": {
    rule: "NCLC 7 or more in all four abilities of French; more points if English is CLB 5 or more in all four.",
    interpretation: "English below CLB 5 in some abilities is taken as below: the smaller bonus.",
    sources: [CRS_PAGE],
  },
  "additional.canadianStudy": {
    rule: "A post-secondary credential earned in Canada, full-time and there in person for at least eight months. Language study and distance learning do not count.",
    sources: [CRS_PAGE],
  },
  "additional.nomination": {
    rule: "A nomination through Express Entry, confirmed by the province and accepted in the account within 30 days.",
    sources: [CRS_PAGE, NOMINEE_PAGE],
  },
};

export const GRID_NOTES: Readonly<Record<string, RuleNote>> = {
  "grid.firstLanguage": {
    rule: `Points for each ability of the first language. ${TEST_RULE}`,
    sources: [regulation("79")],
  },
  "grid.secondLanguage": {
    rule: "The second language counts only if all four abilities reach the level.",
    sources: [regulation("79")],
  },
  "grid.education": { rule: `The highest completed level. ${ECA_RULE}`, sources: [regulation("78")] },
  "grid.experience": {
    rule: "Skilled work (TEER 0 to 3) of any mix in the last ten years, at most 30 hours a week.",
    sources: [regulation("80")],
  },
  "grid.age": { rule: "Age on the day of the application.", sources: [regulation("81")] },
  "grid.arrangedEmployment": {
    rule: "A continuous full-time offer of a year or more after the visa, in one of the four permit or LMIA situations of the section.",
    sources: [regulation("82")],
  },
  "grid.adaptability": {
    rule: "Study and work in Canada, a relative there, the spouse’s language, study and work, arranged employment: added up to the maximum.",
    sources: [regulation("83")],
  },
};

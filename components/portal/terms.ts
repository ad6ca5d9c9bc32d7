/** What the terms mean that stand in the rules' own texts. */
export interface Term {
  term: string;
  meaning: string;
}

const TERMS: readonly (Term & { pattern: RegExp })[] = [
  {
    term: "IRCC",
    pattern: /\bIRCC\b/,
    meaning: "Immigration, Refugees and Citizenship Canada, which decides the application",
  },
  {
    term: "NOC",
    pattern: /\bNOC\b/,
    meaning: "Canada’s list of occupations; each has a code and its usual duties",
  },
  {
    term: "T4",
    pattern: /\bT4s?\b/,
    meaning: "the slip on which an employer in Canada reports your pay for taxes",
  },
  {
    term: "Notice of assessment",
    pattern: /notices? of assessment/i,
    meaning: "the letter of Canada’s tax office after your tax return",
  },
  {
    term: "ECA",
    pattern: /\bECA\b|educational credential assessment/i,
    meaning: "a report that says what your foreign diploma equals in Canada",
  },
  { term: "CLB, NCLC", pattern: /\b(?:CLB|NCLC)\b/, meaning: "Canada’s levels for English and for French" },
  { term: "LMIA", pattern: /\bLMIA\b/, meaning: "the employer’s permission to hire somebody from abroad" },
  {
    term: "Panel physician",
    pattern: /panel physician/i,
    meaning: "a doctor whom IRCC has chosen; others do not count",
  },
  { term: "Upfront medical", pattern: /upfront medical/i, meaning: "a medical exam before you apply" },
  {
    term: "IMM 1017, IME",
    pattern: /\bIMM 1017|\bIME\b/,
    meaning: "the form or sheet, with its number, that the doctor gives you after the exam",
  },
  {
    term: "Settlement funds",
    pattern: /settlement funds|proof of funds/i,
    meaning: "money to live on at the start, which is yours and not borrowed",
  },
  {
    term: "Common-law",
    pattern: /common-law/i,
    meaning: "living together as a couple for at least a year without being married",
  },
  { term: "IMM 5476", pattern: /\bIMM 5476\b/, meaning: "the form by which you let us act for you" },
  {
    term: "Notary, commissioner",
    pattern: /\bnotary|commissioner\b/i,
    meaning: "an official before whom one signs under oath",
  },
];

/** The terms that stand in these texts, each with its meaning. */
export function termsIn(texts: readonly string[]): Term[] {
  const all = texts.join("\n");
  return TERMS.filter(({ pattern }) => pattern.test(all)).map(({ term, meaning }) => ({ term, meaning }));
}

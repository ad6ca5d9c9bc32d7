/** Which terms stand in the rules' own texts, in English; what they mean is in the language files, `portal.terms`. */
const TERMS = {
  ircc: /\bIRCC\b/,
  noc: /\bNOC\b/,
  t4: /\bT4s?\b/,
  assessmentNotice: /notices? of assessment/i,
  eca: /\bECA\b|educational credential assessment/i,
  clb: /\b(?:CLB|NCLC)\b/,
  lmia: /\bLMIA\b/,
  panel: /panel physician/i,
  upfront: /upfront medical/i,
  ime: /\bIMM 1017|\bIME\b/,
  funds: /settlement funds|proof of funds/i,
  commonLaw: /common-law/i,
  imm5476: /\bIMM 5476\b/,
  notary: /\bnotary|commissioner\b/i,
} as const;

type Term = keyof typeof TERMS;

/** The terms that stand in these English texts, in the order of the list. */
export function termsIn(texts: readonly string[]): Term[] {
  const all = texts.join("\n");
  return (Object.keys(TERMS) as Term[]).filter((term) => TERMS[term].test(all));
}

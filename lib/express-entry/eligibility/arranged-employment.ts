/** Offers of employment under IRPR 82(2) and 87.2(3)(d) and what they exempt from (3.2, 3.3, 3.5). */
import type { ArrangedEmployment, JobOffer } from "../facts";
import { isSkilled } from "../work/noc";

/** IRPR 82(2): continuous full-time, at least one year after the visa, TEER 0–3, in one of the four situations. */
export function qualifyingOffer(offer: JobOffer | null): ArrangedEmployment | null {
  if (offer === null || !offer.fullTime || !offer.oneYearAfterVisa) return null;
  return isSkilled(offer.nocCode) === true ? offer.arrangedEmployment : null;
}

/**
 * Situations with authorization to work: 82(2)(a), (b), (d) and 87.2(3)(d)(ii), (iii), (v). Only these exempt from
 * settlement funds; an LMIA offer without a permit, 82(2)(c) or 87.2(3)(d)(iv), does not.
 */
const EXEMPTING: Partial<Record<ArrangedEmployment, string>> = {
  lmia_permit_same_employer: "works on an LMIA-based permit with an offer from that employer",
  exempt_permit_same_employer_one_year:
    "works on an LMIA-exempt permit, a year or more, with an offer from that employer",
  other_permit_with_lmia: "holds a work permit, with an offer backed by an LMIA",
};

/** Why the offer exempts from settlement funds, in words; null where it does not. */
export function fundsExemption(offer: JobOffer | null): string | null {
  const situation = qualifyingOffer(offer);
  return situation === null ? null : (EXEMPTING[situation] ?? null);
}

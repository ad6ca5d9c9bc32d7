/** A nomination, funds, and whether the spouse comes along. */
import { partnerOn, familySizeOn, isCitizenOrPermanentResident } from "../family";
import { settlementFundsOn } from "../funds-and-fees/settlement-funds";
import { plainDollars } from "../eligibility/criterion";
import { likelyProvince, readyOn, type Candidate, type Circumstances } from "./candidate";

function nomination(around: Circumstances): Candidate[] {
  if (around.now.crs.factors.provincialNomination) return [];
  return [
    {
      id: "nomination",
      kind: "nomination",
      group: "nomination",
      title: "Provincial nomination",
      changes: [
        {
          kind: "nomination",
          province: likelyProvince(around),
          on: readyOn(around, "nomination"),
        },
      ],
    },
  ];
}

/** The figure of the table for the family, where less is held or nobody has asked. */
function funds(around: Circumstances): Candidate[] {
  const { facts, from, tables } = around;
  const needed = settlementFundsOn(from, familySizeOn(facts, from), { tables });
  const held = facts.family.settlementFunds;
  if (!needed || (held !== null && held.cents >= needed.cents)) return [];
  return [
    {
      id: "settlement_funds",
      kind: "settlement_funds",
      group: "settlement_funds",
      title: `Funds of ${plainDollars(needed.cents)} shown`,
      changes: [{ kind: "settlement_funds", cents: needed.cents, on: readyOn(around, "settlement_funds") }],
    },
  ];
}

function company(around: Circumstances): Candidate[] {
  const { facts, from } = around;
  const partner = partnerOn(facts, from);
  if (partner === null || isCitizenOrPermanentResident(partner)) return [];
  const kind = partner.accompanying ? "spouse_stays" : "spouse_comes";
  return [
    {
      id: kind,
      kind,
      group: "spouse company",
      title: partner.accompanying ? "Spouse does not come along" : "Spouse comes along",
      changes: [
        { kind: "spouse_accompanies", accompanying: !partner.accompanying, on: readyOn(around, kind) },
      ],
    },
  ];
}

export function familyCandidates(around: Circumstances): Candidate[] {
  return [...nomination(around), ...funds(around), ...company(around)];
}

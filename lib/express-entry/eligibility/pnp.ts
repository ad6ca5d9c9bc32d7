/** Provincial nominee through Express Entry (IRPA 10.1(1.1), IRPR 87; rules reference 3.4). */
import type { CaseFacts } from "../facts";
import { nominationAcceptanceDeadline } from "../crs/factors-on";
import type { IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import { concludeProgram, type CriterionDraft, type ProgramAssessment, type Verdict } from "./criterion";

function nominationCriterion(facts: CaseFacts, on: IsoDate): CriterionDraft {
  const { nomination } = facts.family;
  const answer = (verdict: Verdict, figure: string): CriterionDraft => ({
    id: "pnp.nomination",
    program: "PNP",
    label: "Nomination",
    verdict,
    figure,
    needs: "An enhanced (Express Entry) nomination, confirmed and accepted in the account",
    section: "IRPA 10.1(1.1), IRPR 87(2)",
  });
  if (nomination === null || nomination.confirmedOn > on) return answer("not_met", "No nomination");
  if (!nomination.enhanced) return answer("not_met", "Base nomination, outside Express Entry");
  if (nomination.expiresOn !== null && nomination.expiresOn < on) {
    return answer("not_met", `Expired on ${plainDate(nomination.expiresOn)}`);
  }
  const until = nominationAcceptanceDeadline(nomination.confirmedOn);
  if (nomination.acceptedOn !== null && nomination.acceptedOn > until) {
    return answer("not_met", `Accepted after ${plainDate(until)}: lapsed`);
  }
  if (nomination.acceptedOn === null || nomination.acceptedOn > on) {
    return answer(
      "not_met",
      on <= until ? `To be accepted by ${plainDate(until)}` : `Not accepted by ${plainDate(until)}: lapsed`,
    );
  }
  return answer("met", `${nomination.province}, accepted ${plainDate(nomination.acceptedOn)}`);
}

function residenceCriterion(facts: CaseFacts): CriterionDraft {
  const { nomination, intendedProvince } = facts.family;
  const same = nomination !== null && intendedProvince === nomination.province;
  return {
    id: "pnp.residence",
    program: "PNP",
    label: "Lives in the nominating province",
    verdict: intendedProvince === null ? "unknown" : same ? "met" : "not_met",
    figure: intendedProvince === null ? "Not asked" : `Intends to live in ${intendedProvince}`,
    needs: nomination ? `Intends to live in ${nomination.province}` : "Intends to live where nominated",
    section: "IRPR 87(2)(b)",
  };
}

/** A nominee must still qualify for one of the three federal programs (3.4, M). */
function underlyingCriterion(federal: readonly ProgramAssessment[]): CriterionDraft {
  const eligible = federal.filter(({ verdict }) => verdict === "eligible").map(({ program }) => program);
  const open = federal.some(({ verdict }) => verdict === "unknown");
  return {
    id: "pnp.federal-program",
    program: "PNP",
    label: "Federal program",
    verdict: eligible.length > 0 ? "met" : open ? "unknown" : "not_met",
    figure: eligible.length > 0 ? `Qualifies for ${eligible.join(", ")}` : "Qualifies for none yet",
    needs: "Qualifies for CEC, FSW or FST",
    section: "Ministerial Instructions respecting the Express Entry system",
  };
}

/** `federal` are the answers of CEC, FSW and FST on the same date. */
export function assessPnp(
  facts: CaseFacts,
  on: IsoDate,
  federal: readonly ProgramAssessment[],
): ProgramAssessment {
  return concludeProgram(
    "PNP",
    [nominationCriterion(facts, on), underlyingCriterion(federal), residenceCriterion(facts)],
    null,
  );
}

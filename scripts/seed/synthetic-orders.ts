import type { CaseStage } from "@/lib/db/schema/cases";
import type { WindowRisk } from "@/lib/deadlines/types";
import type { CaseOrder, SeedOwner } from "./case-context";
import { ORIGINS } from "./origins";
import { Random } from "./random";
import type { RowOf } from "./rows";

/**
 * Per mille of the files at each stage: a firm that has worked for four years at one pace, so that a stage holds as
 * many files as it lasts; one in 220 is in its 60 days.
 */
const STAGES: Readonly<Record<CaseStage, number>> = {
  ENQUIRY: 20,
  CONSULTATION: 12,
  RETAINER_PENDING: 8,
  RETAINED: 8,
  ASSESSMENT: 25,
  PROFILE_PREPARATION: 20,
  IN_POOL: 80,
  NOMINATION_OFFERED: 3,
  ITA_RECEIVED: 0.3,
  APPLICATION_PREPARATION: 3.9,
  READY_TO_SUBMIT: 0.3,
  SUBMITTED: 1.5,
  IN_PROCESS: 13,
  APPROVED: 2,
  CONFIRMATION_ISSUED: 4,
  LANDED: 3,
  ITA_EXPIRED: 0.5,
  REJECTED_INCOMPLETE: 0.5,
  REFUSED: 3,
  WITHDRAWN: 30,
  CLOSED: 762,
};

const RISKS: Readonly<Record<WindowRisk, number>> = { on_track: 72, at_risk: 20, past_saving: 8 };

/** Sequences of one seed, so that adding a person does not move the files. */
const SEQUENCE = { orders: 11, people: 12 } as const;

/** The `index`th file of a seed. Some have twice as many files as others. */
export function syntheticOrder(seed: number, index: number, owners: readonly SeedOwner[]): CaseOrder {
  const random = new Random(seed, SEQUENCE.orders, index);
  const busiest = owners.slice(0, Math.ceil(owners.length / 3));
  return {
    index,
    stage: random.weighted(STAGES),
    risk: random.weighted(RISKS),
    owner: random.pick(random.chance(0.3) ? busiest : owners),
  };
}

/** Consultants of an imagined larger firm; nobody can sign in as one of them. */
export function syntheticConsultants(seed: number, count: number): RowOf<"app_user">[] {
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(seed, SEQUENCE.people, index);
    const { women, men, families } = random.pick(ORIGINS);
    return {
      id: random.id(),
      email: `consultant.s${seed}.${index}@newjain.example`,
      name: `${random.pick(random.chance(0.5) ? women : men)} ${random.pick(families)}`,
      role: "consultant",
      status: "active",
      demo: 1,
      licenceNumber: `R${600_000 + random.whole(0, 99_999)}`,
    };
  });
}

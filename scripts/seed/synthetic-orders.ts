import type { CaseStage } from "@/lib/db/schema/cases";
import type { WindowRisk } from "@/lib/deadlines/types";
import type { CaseOrder, SeedOwner } from "./case-context";
import { ORIGINS } from "./origins";
import { Random } from "./random";
import type { RowOf } from "./rows";

/** Per mille of the files at each stage: a firm that has worked for years, with one file in 200 in its 60 days. */
const STAGES: Readonly<Record<CaseStage, number>> = {
  ENQUIRY: 20,
  CONSULTATION: 12,
  RETAINER_PENDING: 8,
  RETAINED: 8,
  ASSESSMENT: 25,
  PROFILE_PREPARATION: 20,
  IN_POOL: 120,
  NOMINATION_OFFERED: 4,
  ITA_RECEIVED: 0.5,
  APPLICATION_PREPARATION: 3.7,
  READY_TO_SUBMIT: 0.3,
  SUBMITTED: 20,
  IN_PROCESS: 120,
  APPROVED: 20,
  CONFIRMATION_ISSUED: 25,
  LANDED: 20,
  ITA_EXPIRED: 3,
  REJECTED_INCOMPLETE: 3,
  REFUSED: 10,
  WITHDRAWN: 40,
  CLOSED: 517.5,
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

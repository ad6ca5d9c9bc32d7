import type { CaseStage } from "@/lib/db/schema/cases";
import type { WindowRisk } from "@/lib/deadlines/types";
import type { RequiredDocument } from "@/lib/express-entry/documents/required-document";
import type { CaseOrder, SeedOwner } from "./case-context";
import type { SeededLine } from "./checklist";
import type { Random } from "./random";

/** The client who can be signed in as: an open window in mid-course, with one document sent back. */
export const DEMO_CLIENT = {
  givenName: "Neha",
  familyName: "Kulkarni",
  email: "neha.kulkarni@mail.example",
} as const;

/** How many files stand at each stage, open windows apart. */
const STAGES: Readonly<Partial<Record<CaseStage, number>>> = {
  ENQUIRY: 9,
  CONSULTATION: 6,
  RETAINER_PENDING: 5,
  RETAINED: 5,
  ASSESSMENT: 8,
  PROFILE_PREPARATION: 8,
  IN_POOL: 17,
  NOMINATION_OFFERED: 2,
  SUBMITTED: 5,
  IN_PROCESS: 10,
  APPROVED: 4,
  CONFIRMATION_ISSUED: 3,
  LANDED: 3,
  ITA_EXPIRED: 1,
  REJECTED_INCOMPLETE: 1,
  REFUSED: 1,
  WITHDRAWN: 2,
  CLOSED: 4,
};

/** Open windows: stage, days since the invitation, and how the board is to judge them. */
const WINDOWS: readonly { stage: CaseStage; risk: WindowRisk; days: readonly number[] }[] = [
  { stage: "ITA_RECEIVED", risk: "on_track", days: [1, 2, 4, 5] },
  {
    stage: "APPLICATION_PREPARATION",
    risk: "on_track",
    days: [6, 9, 12, 15, 18, 21, 25, 28, 30, 33, 38, 43, 48],
  },
  { stage: "APPLICATION_PREPARATION", risk: "at_risk", days: [24, 31, 36, 41, 46] },
  { stage: "APPLICATION_PREPARATION", risk: "past_saving", days: [45, 53] },
  { stage: "READY_TO_SUBMIT", risk: "on_track", days: [40, 47, 53] },
];

/** Up to so many days after the invitation, nobody has read its letter as the second key yet: two files. */
const LATELY_INVITED = 2;

/** Days since the invitation of the client one can be signed in as. */
const SHOWN_DAY = 34;

/** One of each thing a client can see: accepted, looked at, sent back, still to do. */
function shownState({ kind }: RequiredDocument, nthOfKind: number): SeededLine["state"] {
  if (kind === "reference_letter") return nthOfKind === 0 ? "returned" : "received";
  const states: Partial<Record<RequiredDocument["kind"], SeededLine["state"]>> = {
    passport: "accepted",
    language: "accepted",
    imm5476: "accepted",
    eca: "accepted",
    diploma: "in_review",
    police: "requested",
  };
  return states[kind] ?? "requested";
}

/** Every file of the demonstration, told as far as it matters; the rest is chance. */
export function demoOrders(random: Random, owners: readonly SeedOwner[]): CaseOrder[] {
  const consultants = owners.filter(({ role }) => role === "consultant");
  const [first = owners[0]] = consultants;
  if (!first) throw new RangeError("somebody has to own the files");
  // Managers keep a file now and then.
  const anyone = () => random.pick(random.chance(0.06) ? owners : consultants);
  const orders: Omit<CaseOrder, "index">[] = [
    {
      stage: "APPLICATION_PREPARATION",
      owner: first,
      ...{
        origin: "IN",
        life: "student_worker",
        strength: 0.9,
        name: DEMO_CLIENT,
        windowDay: SHOWN_DAY,
        states: shownState,
      },
    },
    ...WINDOWS.flatMap(({ stage, risk, days }) =>
      days.map((windowDay) => ({
        ...{ stage, owner: anyone(), risk, windowDay },
        waitsForKey: windowDay <= LATELY_INVITED,
      })),
    ),
    ...(Object.entries(STAGES) as [CaseStage, number][]).flatMap(([stage, count]) =>
      Array.from({ length: count }, () => ({
        stage,
        owner: anyone(),
        // Those in the pool do well: some lie just under the last cut-offs, some just over.
        ...(stage === "IN_POOL" ? { strength: 0.55 + 0.4 * random.fraction() } : {}),
      })),
    ),
  ];
  return orders.map((order, index) => ({ ...order, index }));
}

import type { CaseFacts } from "@/lib/express-entry/facts";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { CLOCKS, formulaOf, isHard, type ClockName } from "@/lib/express-entry/timing/clock-catalogue";
import { factClocks } from "@/lib/express-entry/timing/fact-clocks";
import { profileExpiresAt } from "@/lib/express-entry/timing/profile-life";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { rulesetIdOn } from "@/lib/profiles/rules";
import { log, type CaseDraft } from "./case-context";
import type { StageEntry } from "./journey";
import type { Standing } from "./pool";
import type { RowOf } from "./rows";

type DeadlineRow = RowOf<"deadline">;

/** Adds a clock of the file. */
export function addDeadline(
  { random, setting, ids, rows }: CaseDraft,
  {
    clock,
    ...row
  }: Pick<DeadlineRow, "title" | "sourceKind" | "sourceId" | "rule" | "dueOn"> & {
    clock: ClockName;
    startDate: IsoDate | null;
    state: NonNullable<DeadlineRow["state"]>;
    createdAt: Date;
    closedAt: Date | null;
  },
): void {
  const { kind } = CLOCKS[clock];
  const { timeZone } = setting;
  rows.deadline.push({
    ...{ id: random.id(), ...ids, timeZone, kind, hard: isHard(clock), sourceDocumentId: null },
    ...row,
  });
}

/** The Express Entry profile of a file, with the clock of its year. Returns the profile's id. */
export function addProfile(
  draft: CaseDraft,
  standing: Standing,
  inPool: StageEntry,
  end: { status: "live" | "invited" | "expired" | "withdrawn"; at: Date | null },
): string {
  const { random, setting, order, ids, rows } = draft;
  const id = random.id();
  const submittedAt = new Date(inPool.at.getTime() - random.whole(300, 3_000) * 1000);
  const expiresAt = profileExpiresAt(submittedAt);
  const number = setting.profileNumber(order.index);
  rows.express_entry_profile.push({
    id,
    ...ids,
    profileNumber: number,
    submittedAt,
    expiresAt,
    crsScore: standing.score,
    rulesetId: rulesetIdOn(inPool.on),
    classes: [...standing.programs, ...standing.categories],
    status: end.status,
    withdrawnAt: end.status === "withdrawn" ? end.at : null,
    recordedBy: order.owner.id,
    recordedAt: inPool.at,
  });
  addDeadline(draft, {
    clock: "profile",
    title: "Profile leaves the pool",
    sourceKind: "profile",
    sourceId: id,
    startDate: inPool.on,
    rule: formulaOf("profile", "counted"),
    dueOn: dateInZone(expiresAt, setting.timeZone),
    state: end.status === "live" ? "open" : "void",
    createdAt: inPool.at,
    closedAt: end.at,
  });
  log(
    draft,
    inPool.at,
    "profile.recorded",
    { kind: "profile", id },
    {
      number,
      submittedAt: submittedAt.toISOString(),
      score: standing.score,
    },
  );
  return id;
}

/** Clocks of the facts of an open file that run out within half a year, as the product derives them. */
export function addExpiries(draft: CaseDraft, facts: CaseFacts, since: Date): void {
  const { today } = draft.setting;
  const horizon = addDays(today, 180);
  for (const { kind, title, rule, sourceId, startDate, dueOn } of factClocks(facts, today)) {
    if (dueOn < today || dueOn > horizon) continue;
    addDeadline(draft, {
      ...{ clock: kind, title, rule, sourceKind: "fact", sourceId, startDate, dueOn },
      ...{ state: "open", createdAt: since, closedAt: null },
    });
  }
}

/** What IRCC asks for after a submission: fingerprints within 30 days, and sometimes a letter to answer. */
export function addRequestsOfIrcc(
  draft: CaseDraft,
  submissionId: string,
  submitted: StageEntry,
  isOpen: boolean,
): void {
  const { random, setting } = draft;
  const source = { sourceKind: "submission", sourceId: submissionId, createdAt: submitted.at };
  if (random.chance(0.5)) {
    const startDate = addDays(submitted.on, random.whole(4, 20));
    const dueOn = addDays(startDate, 30);
    const waits = isOpen && startDate < setting.today && dueOn >= setting.today;
    const closedAt = waits ? null : new Date(`${addDays(startDate, 12)}T16:00:00Z`);
    addDeadline(draft, {
      ...{
        ...source,
        clock: "biometrics",
        title: "Give biometrics",
        rule: formulaOf("biometrics", "counted"),
      },
      ...{ startDate, dueOn, state: waits ? "open" : "met", closedAt },
    });
  }
  if (isOpen && random.chance(0.08)) {
    const startDate = addDays(setting.today, -random.whole(2, 9));
    addDeadline(draft, {
      ...{
        ...source,
        clock: "adr",
        title: "Answer IRCC's request for documents",
        rule: formulaOf("adr", "counted"),
      },
      ...{ startDate, dueOn: addDays(startDate, 30), state: "open", closedAt: null },
    });
  }
}

import type { CaseFacts } from "@/lib/express-entry/facts";
import { principalOf } from "@/lib/express-entry/family";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { languageTestLastDay } from "@/lib/express-entry/timing/document-validity";
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
  clock: Pick<DeadlineRow, "kind" | "title" | "sourceKind" | "sourceId" | "rule" | "dueOn" | "hard"> & {
    startDate: IsoDate | null;
    state: NonNullable<DeadlineRow["state"]>;
    createdAt: Date;
    closedAt: Date | null;
  },
): void {
  const unread = { sourceDocumentId: null };
  rows.deadline.push({ id: random.id(), ...ids, timeZone: setting.timeZone, ...unread, ...clock });
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
    kind: "profile",
    title: "Profile leaves the pool",
    sourceKind: "profile",
    sourceId: id,
    startDate: inPool.on,
    rule: "Submission + 1 year, to the same time of day",
    dueOn: dateInZone(expiresAt, setting.timeZone),
    hard: true,
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

/** Dates on which a fact of an open file runs out within half a year: they warn, and stop nothing. */
export function addExpiries(draft: CaseDraft, facts: CaseFacts, since: Date): void {
  const { today } = draft.setting;
  const horizon = addDays(today, 180);
  const isNear = (day: IsoDate) => day >= today && day <= horizon;
  const principal = principalOf(facts);
  const open = { startDate: null, hard: false, state: "open", createdAt: since, closedAt: null } as const;
  for (const test of principal.languageTests) {
    const dueOn = languageTestLastDay(test);
    if (!isNear(dueOn)) continue;
    const source = { sourceKind: "language_test", sourceId: test.id };
    const words = { title: "Language test ends", rule: "Date of the test + 2 years, less one day" };
    addDeadline(draft, {
      ...open,
      ...source,
      ...words,
      kind: "language_test",
      startDate: test.takenOn,
      dueOn,
    });
  }
  const { passport } = principal;
  if (passport && isNear(passport.expiresOn)) {
    const source = { sourceKind: "person", sourceId: principal.id };
    const words = { title: "Passport ends", rule: "The date printed in the passport" };
    addDeadline(draft, { ...open, ...source, ...words, kind: "passport", dueOn: passport.expiresOn });
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
  const source = { sourceKind: "submission", sourceId: submissionId, hard: true, createdAt: submitted.at };
  if (random.chance(0.5)) {
    const startDate = addDays(submitted.on, random.whole(4, 20));
    const dueOn = addDays(startDate, 30);
    const waits = isOpen && startDate < setting.today && dueOn >= setting.today;
    const closedAt = waits ? null : new Date(`${addDays(startDate, 12)}T16:00:00Z`);
    addDeadline(draft, {
      ...{ ...source, kind: "biometrics", title: "Give biometrics", rule: "Date of the letter + 30 days" },
      ...{ startDate, dueOn, state: waits ? "open" : "met", closedAt },
    });
  }
  if (isOpen && random.chance(0.08)) {
    const startDate = addDays(setting.today, -random.whole(2, 9));
    addDeadline(draft, {
      ...{
        ...source,
        kind: "adr",
        title: "Answer IRCC's request for documents",
        rule: "Date of the letter + 30 days",
      },
      ...{ startDate, dueOn: addDays(startDate, 30), state: "open", closedAt: null },
    });
  }
}

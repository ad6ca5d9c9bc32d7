import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { DeadlineKind, DeadlineState } from "@/lib/deadlines/types";
import type { InvitationClass, InvitationStatus, ProfileStatus } from "@/lib/profiles/types";
import { caseFile } from "./cases";
import { createdAt, instant, rowId, rowVersion } from "./columns";
import { document } from "./documents";
import { appUser } from "./users";

export type { DeadlineKind, DeadlineState } from "@/lib/deadlines/types";
export type { InvitationClass, InvitationStatus, ProfileStatus } from "@/lib/profiles/types";

export const expressEntryProfile = pgTable(
  "express_entry_profile",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    profileNumber: text().notNull(),
    jobSeekerCode: text(),
    /** As IRCC shows it, to the second: the tie-break. */
    submittedAt: instant().notNull(),
    /** One year later, to the same time of day (MI 4(1)(b)). */
    expiresAt: instant().notNull(),
    crsScore: integer().notNull(),
    rulesetId: text().notNull(),
    /** Programs and categories the profile could be invited under when last scored. */
    classes: jsonb().$type<string[]>().notNull().default([]),
    status: text().$type<ProfileStatus>().notNull().default("live"),
    /** When it left the pool by its owner's wish. */
    withdrawnAt: instant(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    uniqueIndex("profile_one_live")
      .on(t.caseId)
      .where(sql`${t.status} = 'live'`),
    index("profile_case").on(t.caseId),
    index("profile_replayed").on(t.caseId, t.submittedAt.desc()),
    check("express_entry_profile_withdrawn", sql`${t.status} <> 'withdrawn' or ${t.withdrawnAt} is not null`),
    uniqueIndex("profile_number").on(t.profileNumber),
  ],
);

/** Rounds of invitations, as IRCC published them. Public facts: no client in here. */
export const round = pgTable(
  "round",
  {
    id: text().primaryKey(),
    number: integer(),
    date: date({ mode: "string" }).notNull(),
    /** Instant of the round where IRCC published one. */
    at: instant(),
    name: text().notNull(),
    /** general, CEC, FSW, FST, PNP or a category key. */
    program: text().notNull(),
    categoryBased: boolean().notNull().default(false),
    invitations: integer().notNull(),
    lowestCrs: integer().notNull(),
    tieBreakAt: instant(),
    poolTotal: integer(),
    /** The programs a round covered, as published. */
    covers: text(),
    /** Day of the pool's figures, and candidates by band of scores: `{ "501-600": 21013 }`. */
    poolAsOf: date({ mode: "string" }),
    pool: jsonb().$type<Record<string, number>>(),
    source: text().notNull(),
    recordedBy: uuid(),
    createdAt: createdAt(),
    version: rowVersion(),
  },
  (t) => [index("round_date").on(t.date.desc()), index("round_program").on(t.program, t.date.desc())],
);

/** What a round said before it was put right, field by field. Appended to, never changed. */
export const roundCorrection = pgTable(
  "round_correction",
  {
    id: rowId(),
    roundId: text().notNull(),
    field: text().notNull(),
    before: text(),
    after: text(),
    reason: text().notNull(),
    changedBy: uuid().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.roundId], foreignColumns: [round.id] }),
    index("round_correction_round").on(t.roundId, t.changedAt.desc()),
  ],
);

export const invitation = pgTable(
  "invitation",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    profileId: uuid()
      .notNull()
      .references(() => expressEntryProfile.id),
    roundId: text().references(() => round.id),
    /** Instant of IRCC's message (IRPR 9.3(2): received when sent). */
    receivedAt: instant().notNull(),
    /** Calendar date of that instant in `timeZone`: day 0. */
    issueDate: date({ mode: "string" }).notNull(),
    timeZone: text().notNull(),
    invitationClass: text().$type<InvitationClass>().notNull(),
    category: text(),
    /** Score and ruleset at the ITA: an invited person is judged on these (IRPA 11.2). */
    crsScore: integer().notNull(),
    rulesetId: text().notNull(),
    /** issueDate + 60. */
    computedDeadline: date({ mode: "string" }).notNull(),
    /** Last day as IRCC's account shows it. */
    shownExpiry: date({ mode: "string" }),
    /** The earlier of the two. */
    deadlineDate: date({ mode: "string" }).notNull(),
    status: text().$type<InvitationStatus>().notNull().default("open"),
    factsAtInvitation: jsonb().notNull(),
    declinedReason: text(),
    /** Who entered the date that stands: the first key. */
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    /** The letter that both keys are read from. */
    letterDocumentId: uuid(),
    /** Who read the same date in the letter: the second key. Null: not confirmed. */
    confirmedBy: uuid().references(() => appUser.id),
    confirmedAt: instant(),
    /** What the second person read, where it differs from what was entered. */
    disputedIssueDate: date({ mode: "string" }),
    disputedDeadline: date({ mode: "string" }),
    disputedBy: uuid().references(() => appUser.id),
    disputedAt: instant(),
    closedAt: instant(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    uniqueIndex("invitation_one_open")
      .on(t.caseId)
      .where(sql`${t.status} = 'open'`),
    index("invitation_case").on(t.caseId),
    index("invitation_open")
      .on(t.deadlineDate)
      .where(sql`${t.status} = 'open'`),
    index("invitation_round").on(t.roundId),
    index("invitation_deadline").on(t.deadlineDate),
    index("invitation_unconfirmed")
      .on(t.caseId)
      .where(sql`${t.status} = 'open' and ${t.confirmedAt} is null`),
    foreignKey({
      columns: [t.letterDocumentId, t.caseId, t.clientId],
      foreignColumns: [document.id, document.caseId, document.clientId],
    }),
    check(
      "invitation_confirmed",
      sql`(${t.confirmedBy} is null) = (${t.confirmedAt} is null) and (${t.confirmedBy} is null or ${t.letterDocumentId} is not null)`,
    ),
    check(
      "invitation_disputed",
      sql`num_nulls(${t.disputedIssueDate}, ${t.disputedDeadline}, ${t.disputedBy}, ${t.disputedAt}) in (0, 4) and (${t.disputedBy} is null or ${t.confirmedBy} is null)`,
    ),
    check("invitation_deadline", sql`${t.deadlineDate} <= ${t.computedDeadline}`),
  ],
);

/** Every clock of every case: a calendar date in a named zone, with the fact or letter it follows from (6.5). */
export const deadline = pgTable(
  "deadline",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    kind: text().$type<DeadlineKind>().notNull(),
    title: text().notNull(),
    sourceKind: text().notNull(),
    sourceId: uuid().notNull(),
    /** The letter that it was read from, where there is one. */
    sourceDocumentId: uuid().references(() => document.id),
    /** Who answers for it; null: the owner of the case. Active while it is open and hard (drizzle/0034). */
    ownerId: uuid().references(() => appUser.id),
    startDate: date({ mode: "string" }),
    timeZone: text().notNull(),
    /** The formula in words, shown beside the date. */
    rule: text().notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    hard: boolean().notNull(),
    state: text().$type<DeadlineState>().notNull().default("open"),
    createdAt: createdAt(),
    closedAt: instant(),
    version: rowVersion(),
    /** When its version last grew; kept by trigger. */
    changedAt: instant().notNull().defaultNow(),
    /** Which version its reminders are of (lib/reminders); less than `version` where they are yet to be written. */
    ladderVersion: integer().notNull().default(0),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    uniqueIndex("deadline_source").on(t.sourceKind, t.sourceId, t.kind),
    index("deadline_case").on(t.caseId),
    index("deadline_owner")
      .on(t.ownerId)
      .where(sql`${t.ownerId} is not null`),
    index("deadline_document")
      .on(t.sourceDocumentId)
      .where(sql`${t.sourceDocumentId} is not null`),
    index("deadline_open")
      .on(t.kind, t.dueOn)
      .where(sql`${t.state} = 'open'`),
  ],
);

import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { ReplayReasonAsked, ReplayState } from "@/lib/draws/replay/types";
import type { ReplayCriterion, ReplayOutcome, ReplayReason } from "@/lib/express-entry/draws/replay";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import { caseFile } from "./cases";
import { instant, rowId } from "./columns";
import { expressEntryProfile, round } from "./pool";
import { appUser } from "./users";

/** A round against every client as of its instant: what was asked, and how far the job is. */
export const roundReplay = pgTable(
  "round_replay",
  {
    id: rowId(),
    roundId: text()
      .notNull()
      .references(() => round.id),
    roundVersion: integer().notNull(),
    reason: text().$type<ReplayReasonAsked>().notNull(),
    /** The round's figures as they were when it was asked for. */
    onDate: date({ mode: "string" }).notNull(),
    at: instant().notNull(),
    program: text().$type<RoundProgram>().notNull(),
    lowestCrs: integer().notNull(),
    tieBreakAt: instant(),
    state: text().$type<ReplayState>().notNull().default("waiting"),
    cursorCaseId: uuid(),
    total: integer().notNull().default(0),
    done: integer().notNull().default(0),
    requestedBy: uuid().references(() => appUser.id),
    requestedAt: instant().notNull(),
    judgedAt: instant(),
    finishedAt: instant(),
    /** Consultants and clients were told of the round because of this replay. */
    toldAt: instant(),
  },
  (t) => [index("round_replay_round").on(t.roundId, t.requestedAt.desc())],
);

/** One client of a replay: the verdict of the rules with what it was made of. */
export const roundReplayLine = pgTable(
  "round_replay_line",
  {
    replayId: uuid()
      .notNull()
      .references(() => roundReplay.id, { onDelete: "cascade" }),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    profileId: uuid()
      .notNull()
      .references(() => expressEntryProfile.id),
    outcome: text().$type<ReplayOutcome>().notNull(),
    reason: text().$type<ReplayReason>().notNull(),
    /** By the facts and the rules of the day; null where nothing was scored. */
    score: integer(),
    /** As the firm had recorded it from IRCC's account. */
    recordedScore: integer().notNull(),
    rulesetId: text(),
    superseded: boolean().notNull().default(false),
    margin: integer(),
    secondsLate: integer(),
    weeksShort: integer(),
    invitationClass: text().$type<Program>(),
    failing: jsonb().$type<ReplayCriterion>(),
    doubt: jsonb().$type<ReplayCriterion>(),
    submittedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** The facts are those known at this instant. */
    knownAt: instant().notNull(),
    /** What would have been enough, in words; null until the job has come to it. */
    enough: text(),
  },
  (t) => [
    primaryKey({ columns: [t.replayId, t.caseId] }),
    foreignKey({
      columns: [t.caseId, t.clientId],
      foreignColumns: [caseFile.id, caseFile.clientId],
    }).onDelete("cascade"),
    index("round_replay_line_list").on(t.replayId, t.outcome, t.margin.desc(), t.submittedAt),
    index("round_replay_line_case").on(t.caseId),
  ],
);

/** Somebody has looked in the account: the round did not invite this client, whatever the rules say. */
export const roundNoInvitation = pgTable(
  "round_no_invitation",
  {
    roundId: text()
      .notNull()
      .references(() => round.id),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    reason: text().notNull(),
    notedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    notedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.caseId] }),
    foreignKey({
      columns: [t.caseId, t.clientId],
      foreignColumns: [caseFile.id, caseFile.clientId],
    }).onDelete("cascade"),
  ],
);

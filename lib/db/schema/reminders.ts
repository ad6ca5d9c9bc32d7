import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { EscalationCause, EscalationState, NoticeKind, ReminderState } from "@/lib/reminders/types";
import { createdAt, instant, rowId } from "./columns";
import { deadline } from "./pool";
import { appUser } from "./users";

/** One rung of a clock's ladder: exactly one row for each (deadline, version, rung) (SECURITY.md 6.3). */
export const reminder = pgTable(
  "reminder",
  {
    id: rowId(),
    deadlineId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    deadlineVersion: integer().notNull(),
    /** Days before the date; 0: the day itself, -1: it has passed. */
    rung: integer().notNull(),
    onlyIfTight: boolean().notNull().default(false),
    dueOn: date({ mode: "string" }).notNull(),
    remindAt: instant().notNull(),
    state: text().$type<ReminderState>().notNull().default("waiting"),
    settledAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      columns: [t.deadlineId, t.caseId, t.clientId],
      foreignColumns: [deadline.id, deadline.caseId, deadline.clientId],
    }).onDelete("cascade"),
    uniqueIndex("reminder_once").on(t.deadlineId, t.deadlineVersion, t.rung),
    index("reminder_waiting")
      .on(t.remindAt)
      .where(sql`${t.state} = 'waiting'`),
  ],
);

/** What the app itself tells one person, once. */
export const notice = pgTable(
  "notice",
  {
    id: rowId(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id, { onDelete: "cascade" }),
    kind: text().$type<NoticeKind>().notNull(),
    /** What it tells of, once for each person: `reminder:<id>`, `escalation:<id>:<date>`. */
    key: text().notNull(),
    deadlineId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.deadlineId, t.caseId, t.clientId],
      foreignColumns: [deadline.id, deadline.caseId, deadline.clientId],
    }).onDelete("cascade"),
    uniqueIndex("notice_once").on(t.userId, t.key),
    index("notice_newest").on(t.userId, t.createdAt.desc(), t.id.desc()),
    index("notice_unread")
      .on(t.userId)
      .where(sql`${t.readAt} is null`),
    index("notice_deadline").on(t.deadlineId),
  ],
);

/** A date in danger, told to the managers every day until somebody has acted or decided. */
export const escalation = pgTable(
  "escalation",
  {
    id: rowId(),
    deadlineId: uuid().notNull(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    cause: text().$type<EscalationCause>().notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    raisedAt: instant().notNull(),
    nextTellAt: instant().notNull(),
    /** How often it was told again. */
    told: integer().notNull().default(0),
    state: text().$type<EscalationState>().notNull().default("open"),
    settledAt: instant(),
    decidedBy: uuid().references(() => appUser.id),
    decision: text(),
  },
  (t) => [
    foreignKey({
      columns: [t.deadlineId, t.caseId, t.clientId],
      foreignColumns: [deadline.id, deadline.caseId, deadline.clientId],
    }).onDelete("cascade"),
    uniqueIndex("escalation_once").on(t.deadlineId, t.dueOn, t.cause),
    index("escalation_open")
      .on(t.nextTellAt)
      .where(sql`${t.state} = 'open'`),
  ],
);

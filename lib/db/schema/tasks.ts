import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  pgTable,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import type { TaskOrigin, TaskRepeat, TaskState } from "@/lib/tasks/types";
import { caseFile } from "./cases";
import { instant, rowId, rowVersion } from "./columns";
import { requirement } from "./documents";
import { deadline } from "./pool";
import { appUser } from "./users";

/** What somebody has to do on a file, on one item of its checklist or on one of its clocks. */
export const task = pgTable(
  "task",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    requirementId: uuid(),
    deadlineId: uuid(),
    title: text().notNull(),
    note: text(),
    assigneeId: uuid()
      .notNull()
      .references(() => appUser.id),
    /** A calendar date in the firm's zone. */
    dueOn: date({ mode: "string" }),
    repeat: text().$type<TaskRepeat>().notNull().default("none"),
    /** The first date of the series. */
    repeatFrom: date({ mode: "string" }),
    repeatUntil: date({ mode: "string" }),
    /** The task of the series that made this one. */
    previousId: uuid()
      .unique()
      .references((): AnyPgColumn => task.id),
    origin: text().$type<TaskOrigin>().notNull(),
    /** What made it, once. */
    originKey: text(),
    state: text().$type<TaskState>().notNull().default("open"),
    settledAt: instant(),
    settledBy: uuid().references(() => appUser.id),
    settledReason: text(),
    /** Null: the product itself. */
    createdBy: uuid().references(() => appUser.id),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    foreignKey({
      columns: [t.requirementId, t.caseId, t.clientId],
      foreignColumns: [requirement.id, requirement.caseId, requirement.clientId],
    }),
    foreignKey({
      columns: [t.deadlineId, t.caseId, t.clientId],
      foreignColumns: [deadline.id, deadline.caseId, deadline.clientId],
    }),
    uniqueIndex("task_origin_key")
      .on(t.originKey)
      .where(sql`${t.originKey} is not null`),
    index("task_of_assignee")
      .on(t.assigneeId, t.dueOn)
      .where(sql`${t.state} = 'open'`),
    index("task_case").on(t.caseId, t.state, t.dueOn),
    index("task_settled_by")
      .on(t.settledBy, t.settledAt.desc())
      .where(sql`${t.state} <> 'open'`),
    check("task_settled", sql`(${t.state} = 'open') = (${t.settledAt} is null)`),
  ],
);

/** A thing of somebody's queue that they put off until a day, with the reason. */
export const taskSnooze = pgTable(
  "task_snooze",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    /** Which thing: its kind and the id of its row, as the queue names it. */
    queueKey: text().notNull(),
    /** How it stood: as soon as it stands otherwise, it is back. */
    mark: text().notNull(),
    untilOn: date({ mode: "string" }).notNull(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    uniqueIndex("task_snooze_one")
      .on(t.userId, t.queueKey)
      .where(sql`${t.endedAt} is null`),
    index("task_snooze_case").on(t.caseId),
  ],
);

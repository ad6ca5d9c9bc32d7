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
  uuid,
} from "drizzle-orm/pg-core";
import type { StandingChange, StandingStep } from "@/lib/profiles/pool/types";
import { caseFile } from "./cases";
import { instant } from "./columns";
import { expressEntryProfile } from "./pool";

/** Where a profile in the pool stands by facts and rules; a row for each live profile, kept by triggers. */
export const poolStanding = pgTable(
  "pool_standing",
  {
    profileId: uuid()
      .primaryKey()
      .references(() => expressEntryProfile.id, { onDelete: "cascade" }),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    submittedAt: instant().notNull(),
    score: integer().notNull(),
    rulesetId: text().notNull(),
    superseded: boolean().notNull().default(false),
    /** null: nothing computed yet, the score is the one recorded from IRCC's account. */
    scoredOn: date({ mode: "string" }),
    classes: jsonb().$type<string[]>().notNull().default([]),
    steps: jsonb().$type<StandingStep[]>().notNull().default([]),
    changes: jsonb().$type<StandingChange[]>().notNull().default([]),
    /** The last day that the steps tell of. */
    horizon: date({ mode: "string" }),
    factsVersion: integer(),
    /** The first day within the horizon on which a recent round no longer reaches it. */
    fallsOn: date({ mode: "string" }),
    /** Points that would make up for it; null where no score does, as at the end of the profile's year. */
    fallsBy: integer(),
    /** The first day within the horizon on which a recent round begins to reach it. */
    risesOn: date({ mode: "string" }),
    /** The one thing that would help against it; null while nobody has worked it out. */
    advice: text(),
  },
  (t) => [
    foreignKey({
      columns: [t.caseId, t.clientId],
      foreignColumns: [caseFile.id, caseFile.clientId],
    }).onDelete("cascade"),
    index("pool_standing_rank").on(t.score.desc(), t.submittedAt, t.profileId),
    index("pool_standing_case").on(t.caseId),
    index("pool_standing_falls")
      .on(t.fallsOn)
      .where(sql`${t.fallsOn} is not null`),
    index("pool_standing_rises")
      .on(t.risesOn)
      .where(sql`${t.risesOn} is not null`),
    index("pool_standing_advice")
      .on(t.fallsOn)
      .where(sql`${t.fallsBy} is not null and ${t.advice} is null`),
    index("pool_standing_waiting")
      .on(t.profileId)
      .where(sql`${t.horizon} is null`),
    check("pool_standing_falls_by", sql`${t.fallsBy} > 0`),
  ],
);

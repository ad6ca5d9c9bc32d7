import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
  bigint,
} from "drizzle-orm/pg-core";
import type {
  CertificateOfQualification,
  EducationLevel,
  JobOffer,
  LanguageTestKind,
  MaritalStatus,
  Nomination,
  PersonRole,
  StatusInCanada,
} from "@/lib/express-entry/facts";
import type { ChangeVerb, RecordedKind } from "@/lib/people/history/types";
import { caseFile } from "./cases";
import { anyJson, createdAt, instant, rowId, rowVersion } from "./columns";
import { appUser } from "./users";

/** The people in a file. Column for column the facts of lib/express-entry/facts.ts. */
export const person = pgTable(
  "person",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    role: text().$type<PersonRole>().notNull(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    birthDate: date({ mode: "string" }),
    accompanying: boolean().notNull().default(true),
    statusInCanada: text().$type<StatusInCanada>(),
    statusExpiresOn: date({ mode: "string" }),
    countryOfResidence: text(),
    citizenship: text(),
    passportNumber: text(),
    passportCountry: text(),
    passportExpiresOn: date({ mode: "string" }),
    maritalStatus: text().$type<MaritalStatus>(),
    unionSince: date({ mode: "string" }),
    earlierUnionEnded: boolean(),
    otherNames: text(),
    dependentByCondition: boolean().notNull().default(false),
    adoptedOrSharedCustody: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    unique("person_with_case").on(t.id, t.caseId, t.clientId),
    index("person_case").on(t.caseId),
    uniqueIndex("person_one_principal")
      .on(t.caseId)
      .where(sql`${t.role} = 'principal'`),
    uniqueIndex("person_one_spouse")
      .on(t.caseId)
      .where(sql`${t.role} = 'spouse'`),
  ],
);

const personKey = () => ({
  caseId: uuid().notNull(),
  clientId: uuid().notNull(),
  personId: uuid().notNull(),
});

export const address = pgTable(
  "address",
  {
    id: rowId(),
    ...personKey(),
    country: text().notNull(),
    city: text(),
    fromDate: date({ mode: "string" }).notNull(),
    toDate: date({ mode: "string" }),
    createdAt: createdAt(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({
      columns: [t.personId, t.caseId, t.clientId],
      foreignColumns: [person.id, person.caseId, person.clientId],
    }).onDelete("cascade"),
    index("address_case").on(t.caseId),
    check("address_order", sql`${t.toDate} is null or ${t.toDate} >= ${t.fromDate}`),
  ],
);

export const job = pgTable(
  "job",
  {
    id: rowId(),
    ...personKey(),
    employer: text().notNull(),
    title: text().notNull(),
    nocCode: text(),
    country: text().notNull(),
    city: text(),
    hoursPerWeek: numeric({ precision: 5, scale: 2, mode: "number" }).notNull(),
    fromDate: date({ mode: "string" }).notNull(),
    toDate: date({ mode: "string" }),
    paid: boolean().notNull().default(true),
    selfEmployed: boolean().notNull().default(false),
    authorized: boolean(),
    duringFullTimeStudy: boolean(),
    createdAt: createdAt(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({
      columns: [t.personId, t.caseId, t.clientId],
      foreignColumns: [person.id, person.caseId, person.clientId],
    }).onDelete("cascade"),
    index("job_case").on(t.caseId),
    check("job_order", sql`${t.toDate} is null or ${t.toDate} >= ${t.fromDate}`),
    check("job_hours", sql`${t.hoursPerWeek} > 0 and ${t.hoursPerWeek} <= 168`),
  ],
);

export const languageTest = pgTable(
  "language_test",
  {
    id: rowId(),
    ...personKey(),
    kind: text().$type<LanguageTestKind>().notNull(),
    takenOn: date({ mode: "string" }).notNull(),
    resultOn: date({ mode: "string" }),
    listening: numeric({ precision: 5, scale: 1, mode: "number" }).notNull(),
    reading: numeric({ precision: 5, scale: 1, mode: "number" }).notNull(),
    writing: numeric({ precision: 5, scale: 1, mode: "number" }).notNull(),
    speaking: numeric({ precision: 5, scale: 1, mode: "number" }).notNull(),
    reportNumber: text(),
    createdAt: createdAt(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({
      columns: [t.personId, t.caseId, t.clientId],
      foreignColumns: [person.id, person.caseId, person.clientId],
    }).onDelete("cascade"),
    index("language_test_case").on(t.caseId),
  ],
);

export const credential = pgTable(
  "credential",
  {
    id: rowId(),
    ...personKey(),
    level: text().$type<EducationLevel>().notNull(),
    field: text(),
    institution: text().notNull(),
    country: text().notNull(),
    programMonths: integer(),
    fromDate: date({ mode: "string" }),
    awardedOn: date({ mode: "string" }),
    fullTime: boolean().notNull().default(true),
    distanceLearning: boolean().notNull().default(false),
    ecaBody: text(),
    ecaIssuedOn: date({ mode: "string" }),
    ecaReference: text(),
    createdAt: createdAt(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({
      columns: [t.personId, t.caseId, t.clientId],
      foreignColumns: [person.id, person.caseId, person.clientId],
    }).onDelete("cascade"),
    index("credential_case").on(t.caseId),
    check("credential_eca", sql`(${t.ecaBody} is null) = (${t.ecaIssuedOn} is null)`),
  ],
);

/** Facts of the family as a whole; one row a case, made with the case. */
export const familyFact = pgTable(
  "family_fact",
  {
    caseId: uuid().primaryKey(),
    clientId: uuid().notNull(),
    intendedProvince: text(),
    fundsCents: bigint({ mode: "number" }),
    fundsAsOf: date({ mode: "string" }),
    siblingInCanada: boolean(),
    relativeInCanada: boolean(),
    jobOffer: jsonb().$type<JobOffer>(),
    certificateOfQualification: jsonb().$type<CertificateOfQualification>(),
    nomination: jsonb().$type<Nomination>(),
    updatedAt: instant().notNull().defaultNow(),
    version: rowVersion(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    check("family_fact_funds", sql`(${t.fundsCents} is null) = (${t.fundsAsOf} is null)`),
  ],
);

/** What each field of each fact said before and after; append-only, and closed to the portal. */
export const factChange = pgTable(
  "fact_change",
  {
    id: rowId(),
    caseId: uuid().notNull(),
    clientId: uuid().notNull(),
    /** null: a fact of the family as a whole. */
    personId: uuid(),
    factKind: text().$type<RecordedKind>().notNull(),
    factId: uuid().notNull(),
    verb: text().$type<ChangeVerb>().notNull(),
    field: text().notNull(),
    before: anyJson(),
    after: anyJson(),
    /** null: the product itself. */
    changedBy: uuid().references(() => appUser.id),
    changedAt: instant().notNull(),
    factsVersion: integer().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.clientId], foreignColumns: [caseFile.id, caseFile.clientId] }),
    index("fact_change_case").on(t.caseId, t.changedAt),
    index("fact_change_fact").on(t.factId, t.changedAt),
  ],
);

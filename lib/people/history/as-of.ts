/** The facts of a case as they stood before changes that are known. Pure. */
import type { CaseFacts, PersonFacts, PersonRole } from "@/lib/express-entry/facts";
import {
  addressFieldsOf,
  byPerson,
  credentialFieldsOf,
  familyRowOf,
  jobFieldsOf,
  languageTestFieldsOf,
  personFieldsOf,
  toFamilyFacts,
  toPersonFacts,
  type AddressRow,
  type CredentialRow,
  type FamilyRow,
  type JobRow,
  type LanguageTestRow,
  type PersonRow,
} from "../fact-rows";
import { undoChanges, type FactRecord, type RowChange } from "./rules";
import type { FieldChange, RecordedKind } from "./types";

const ROLE_ORDER: readonly PersonRole[] = ["principal", "spouse", "child"];

/** Every row that hangs on a person, the person first. */
function recordsOf(person: PersonFacts): FactRecord[] {
  const own = <Row extends { id: string }>(
    kind: RecordedKind,
    rows: readonly Row[],
    fieldsOf: (row: Row) => object,
  ): FactRecord[] =>
    rows.map((row) => ({ kind, personId: person.id, id: row.id, fields: { ...fieldsOf(row) } }));
  return [
    ...own("person", [person], (row) => ({ role: row.role, ...personFieldsOf(row) })),
    ...own("address", person.addresses, addressFieldsOf),
    ...own("job", person.jobs, jobFieldsOf),
    ...own("language_test", person.languageTests, languageTestFieldsOf),
    ...own("credential", person.credentials, credentialFieldsOf),
  ];
}

/** What goes with a person who is removed: every row of theirs. */
export function removalsOf(person: PersonFacts): RowChange[] {
  return recordsOf(person).map(({ fields, ...row }) => ({ ...row, before: fields, after: null }));
}

/** What a row may leave empty: a line is kept of what said something, so a row that comes back has the rest as null. */
const EMPTY: Readonly<Record<RecordedKind, object>> = {
  person: {
    ...{ birthDate: null, statusInCanada: null, statusExpiresOn: null, countryOfResidence: null },
    ...{ citizenship: null, passportNumber: null, passportCountry: null, passportExpiresOn: null },
    ...{ maritalStatus: null, unionSince: null, earlierUnionEnded: null, otherNames: null },
  } satisfies Partial<PersonRow>,
  address: { city: null, toDate: null } satisfies Partial<AddressRow>,
  job: {
    ...{ nocCode: null, city: null, toDate: null, authorized: null, duringFullTimeStudy: null },
  } satisfies Partial<JobRow>,
  language_test: { resultOn: null, reportNumber: null } satisfies Partial<LanguageTestRow>,
  credential: {
    ...{ field: null, programMonths: null, fromDate: null, awardedOn: null },
    ...{ ecaBody: null, ecaIssuedOn: null, ecaReference: null },
  } satisfies Partial<CredentialRow>,
  family: {},
};

/** Fields whose names are the columns': what was written by one place and is read by another. */
function rowsOf<Row>(records: readonly FactRecord[], kind: RecordedKind): Row[] {
  return records
    .filter((record) => record.kind === kind)
    .map(({ id, personId, fields }) => ({ ...EMPTY[kind], ...fields, id, personId }) as Row);
}

/** The facts as they stood before the changes, which are given newest first. */
export function factsBefore(
  facts: CaseFacts,
  caseId: string,
  newestFirst: readonly FieldChange[],
): CaseFacts {
  const family: FactRecord = {
    kind: "family",
    personId: null,
    id: caseId,
    fields: { ...familyRowOf(facts.family) },
  };
  const records = undoChanges([...facts.people.flatMap(recordsOf), family], newestFirst);
  const rows = byPerson({
    addresses: rowsOf<AddressRow>(records, "address"),
    jobs: rowsOf<JobRow>(records, "job"),
    tests: rowsOf<LanguageTestRow>(records, "language_test"),
    credentials: rowsOf<CredentialRow>(records, "credential"),
  });
  return {
    people: rowsOf<PersonRow>(records, "person")
      .map((row) => toPersonFacts(row, rows))
      .sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role)),
    family: toFamilyFacts(rowsOf<FamilyRow>(records, "family")[0] ?? familyRowOf(facts.family)),
  };
}

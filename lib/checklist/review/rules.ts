/** Which facts a document has to bear out, who may have it in front of them, and how the queue is gone through. Pure. */
import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import type { CountryName } from "@/lib/express-entry/documents/required-document";
import type {
  CaseFacts,
  Credential,
  Job,
  LanguageTest,
  OfficialLanguage,
  PersonFacts,
} from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { RequirementRow } from "../types";
import type { ComparedFact, ComparedKind } from "./types";

/** Minutes without a sign of life after which a hold no longer keeps anybody away. */
export const HOLD_MINUTES = 10;

export function holdIsAlive(activeAt: Date, now: Date): boolean {
  return now.getTime() - activeAt.getTime() < HOLD_MINUTES * 60_000;
}

interface Draft {
  field: string;
  label: string;
  /** null: the file does not say, so there is nothing to compare. */
  says: string | null;
  columns?: readonly string[];
}

function comparedOf(kind: ComparedKind, factId: string, drafts: readonly Draft[]): ComparedFact[] {
  return drafts.flatMap(({ field, label, says, columns = [field] }) => {
    if (says === null || says === "") return [];
    const key = `${kind}:${factId}:${field}`;
    return [{ kind, factId, field, label, says, columns, key, token: `${key}=${says}` }];
  });
}

const dateOf = (date: IsoDate | null) => (date === null ? null : plainDate(date));

type PersonField =
  "name" | "birthDate" | "passportNumber" | "passportCountry" | "passportExpiresOn" | "unionSince";

/** What kind of document bears out which facts of the person; kinds that are not here show the name alone. */
const OF_PERSON: Readonly<Partial<Record<DocumentKind, readonly PersonField[]>>> = {
  passport: ["name", "birthDate", "passportNumber", "passportCountry", "passportExpiresOn"],
  police: ["name", "birthDate", "passportNumber"],
  medical: ["name", "birthDate", "passportNumber"],
  birth_certificate: ["name", "birthDate"],
  marriage_certificate: ["name", "unionSince"],
  imm5409: ["name", "unionSince"],
  // Neither carries a name that could be wrong.
  photo: [],
  letter_of_explanation: [],
  cohabitation: [],
};

function personDraft(person: PersonFacts, field: PersonField, countryName: CountryName): Draft {
  const { passport } = person;
  switch (field) {
    case "name": {
      const says = [person.givenName, person.familyName].filter((part) => part !== "").join(" ");
      return { field, label: "Name", says, columns: ["givenName", "familyName"] };
    }
    case "birthDate":
      return { field, label: "Birth date", says: dateOf(person.birthDate) };
    case "passportNumber":
      return { field, label: "Passport number", says: passport?.number ?? null };
    case "passportCountry":
      return { field, label: "Issued by", says: passport ? countryName(passport.country) : null };
    case "passportExpiresOn":
      return { field, label: "Passport expiry", says: dateOf(passport?.expiresOn ?? null) };
    case "unionSince":
      return { field, label: "Since", says: dateOf(person.unionSince) };
  }
}

const TESTS: Readonly<Record<LanguageTest["kind"], { name: string; language: OfficialLanguage }>> = {
  ielts_general: { name: "IELTS General Training", language: "en" },
  celpip_general: { name: "CELPIP-General", language: "en" },
  pte_core: { name: "PTE Core", language: "en" },
  tef_canada: { name: "TEF Canada", language: "fr" },
  tcf_canada: { name: "TCF Canada", language: "fr" },
};

function testDrafts({ kind, takenOn, scores, reportNumber }: LanguageTest): Draft[] {
  const { listening, reading, writing, speaking } = scores;
  return [
    { field: "kind", label: "Test", says: TESTS[kind].name },
    { field: "takenOn", label: "Test taken", says: plainDate(takenOn) },
    {
      field: "scores",
      label: "Results",
      // Listening, reading, writing, speaking: as every report abbreviates them.
      says: `L ${listening}, R ${reading}, W ${writing}, S ${speaking}`,
      columns: ["listening", "reading", "writing", "speaking"],
    },
    { field: "reportNumber", label: "Report number", says: reportNumber },
  ];
}

function jobDrafts({ employer, title, from, to, hoursPerWeek }: Job): Draft[] {
  const until = to === null ? "still there" : `to ${plainDate(to)}`;
  return [
    { field: "employer", label: "Employer", says: employer },
    { field: "title", label: "Position", says: title },
    {
      field: "dates",
      label: "Dates",
      says: `${plainDate(from)}, ${until}`,
      columns: ["fromDate", "toDate"],
    },
    { field: "hoursPerWeek", label: "Hours a week", says: String(hoursPerWeek) },
  ];
}

function diplomaDrafts({ institution, field, awardedOn }: Credential): Draft[] {
  return [
    { field: "institution", label: "Institution", says: institution },
    { field: "field", label: "Field of study", says: field },
    { field: "awardedOn", label: "Awarded", says: dateOf(awardedOn) },
  ];
}

function ecaDrafts({ institution, eca }: Credential): Draft[] {
  return [
    { field: "institution", label: "Institution", says: institution },
    { field: "ecaBody", label: "Assessed by", says: eca?.body ?? null },
    { field: "ecaIssuedOn", label: "Issued", says: dateOf(eca?.issuedOn ?? null) },
    { field: "ecaReference", label: "Reference", says: eca?.reference ?? null },
  ];
}

function newest(tests: readonly LanguageTest[]): LanguageTest | undefined {
  return [...tests].sort((a, b) => b.takenOn.localeCompare(a.takenOn))[0];
}

type ComparedLine = Pick<RequirementRow, "kind" | "personId" | "subject">;

/** What the line is about beside the person: the test, the job, the credential. */
function ofSubject(line: ComparedLine, person: PersonFacts): ComparedFact[] {
  switch (line.kind) {
    case "language": {
      const test = newest(person.languageTests.filter(({ kind }) => TESTS[kind].language === line.subject));
      return test ? comparedOf("language_test", test.id, testDrafts(test)) : [];
    }
    case "reference_letter":
    case "self_employment": {
      const job = person.jobs.find(({ id }) => id === line.subject);
      return job ? comparedOf("job", job.id, jobDrafts(job)) : [];
    }
    case "eca":
    case "diploma": {
      const credential = person.credentials.find(({ id }) => id === line.subject);
      if (!credential) return [];
      const drafts = line.kind === "eca" ? ecaDrafts(credential) : diplomaDrafts(credential);
      return comparedOf("credential", credential.id, drafts);
    }
    default:
      return [];
  }
}

/**
 * The facts of the case that this document has to say too, in the order in which they are looked for. What the file does
 * not say is left out; a line of nobody's has none.
 */
export function comparedFacts(
  line: ComparedLine,
  facts: CaseFacts,
  countryName: CountryName,
): ComparedFact[] {
  const person = facts.people.find(({ id }) => id === line.personId);
  if (!person) return [];
  const known: Readonly<Record<string, readonly PersonField[] | undefined>> = OF_PERSON;
  const fields = known[line.kind] ?? ["name"];
  const drafts = fields.map((field) => personDraft(person, field, countryName));
  return [...comparedOf("person", person.id, drafts), ...ofSubject(line, person)];
}

/** Facts that nobody has said anything about yet: neither found on the document nor flagged. */
export function openFacts(
  facts: readonly ComparedFact[],
  agreed: readonly string[],
  flagged: readonly Pick<ComparedFact, "key">[],
): ComparedFact[] {
  return facts.filter(
    ({ token, key }) => !agreed.includes(token) && !flagged.some((flag) => flag.key === key),
  );
}

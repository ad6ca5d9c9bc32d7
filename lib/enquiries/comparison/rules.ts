/**
 * What a visitor told against what a file says, item by item. The same list opens a new file (every item) and imports
 * into one that is there (those a consultant chose). Nothing that was not told replaces anything. Pure.
 */
import type { CaseFacts, Credential, Job, LanguageTest, PersonFacts } from "@/lib/express-entry/facts";
import { principalOf } from "@/lib/express-entry/family";
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { NOT_GIVEN } from "../rules";
import type { ComparisonItem, FactKind, Operation, RowFields } from "./types";

const ABOUT: Readonly<Record<PersonFacts["role"], string>> = {
  principal: "Principal",
  spouse: "Spouse or partner",
  child: "Child",
};

/** Facts of a person that the assessment asks, with their labels. */
const PERSON_FIELDS = {
  birthDate: "Birth date",
  citizenship: "Citizenship",
  countryOfResidence: "Lives in",
  statusInCanada: "Status in Canada",
  statusExpiresOn: "Status ends on",
  maritalStatus: "Marital status",
  unionSince: "Union since",
} as const satisfies Partial<Record<keyof PersonFacts, string>>;

/** As staff read it. */
function inWords(value: unknown): string {
  if (value === true) return "Yes";
  if (value === false) return "No";
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return JSON.stringify(value);
  return isIsoDate(value) ? plainDate(value) : value.replaceAll("_", " ");
}

/** What of the told fields says something, and something else. */
function patchOf(now: RowFields, told: RowFields): RowFields {
  const says = Object.entries(told).filter(
    ([field, value]) =>
      value !== null && value !== NOT_GIVEN && JSON.stringify(value) !== JSON.stringify(now[field] ?? null),
  );
  return Object.fromEntries(says);
}

const columnsOfJob = ({ id: _id, from, to, ...rest }: Job): RowFields => ({
  ...rest,
  fromDate: from,
  toDate: to,
});
const columnsOfTest = ({ id: _id, scores, ...rest }: LanguageTest): RowFields => ({ ...rest, ...scores });
const columnsOfCredential = ({ id: _id, from, eca, ...rest }: Credential): RowFields => ({
  ...rest,
  fromDate: from,
  ecaBody: eca?.body ?? null,
  ecaIssuedOn: eca?.issuedOn ?? null,
  ecaReference: eca?.reference ?? null,
});

function wordsOfJob(job: Job): string {
  const until = job.to === null ? "still there" : `to ${plainDate(job.to)}`;
  const code = job.nocCode === null ? "no NOC code" : `NOC ${job.nocCode}`;
  return `${job.title}, ${code}, ${job.country}, ${job.hoursPerWeek} h a week, ${plainDate(job.from)} ${until}`;
}

function wordsOfTest({ kind, takenOn, scores }: LanguageTest): string {
  const { listening, reading, writing, speaking } = scores;
  return `${inWords(kind)}, ${plainDate(takenOn)}: listening ${listening}, reading ${reading}, writing ${writing}, speaking ${speaking}`;
}

function wordsOfCredential({ level, country, awardedOn, eca }: Credential): string {
  const when = awardedOn === null ? "not completed" : plainDate(awardedOn);
  const assessed = eca === null ? "" : `, assessed ${plainDate(eca.issuedOn)}`;
  return `${inWords(level)}, ${country}, ${when}${assessed}`;
}

/** One kind of fact in a list: how it is found again, written and read. */
interface ListRule<Fact> {
  kind: Extract<FactKind, "job" | "language_test" | "credential">;
  label: string;
  rows: (person: PersonFacts) => readonly Fact[];
  same: (one: Fact, other: Fact) => boolean;
  columns: (fact: Fact) => RowFields;
  words: (fact: Fact) => string;
}

const JOBS: ListRule<Job> = {
  kind: "job",
  label: "Job",
  rows: ({ jobs }) => jobs,
  same: (one, other) => one.country === other.country && one.from === other.from,
  columns: columnsOfJob,
  words: wordsOfJob,
};
const TESTS: ListRule<LanguageTest> = {
  kind: "language_test",
  label: "Language test",
  rows: ({ languageTests }) => languageTests,
  same: (one, other) => one.kind === other.kind && one.takenOn === other.takenOn,
  columns: columnsOfTest,
  words: wordsOfTest,
};
const CREDENTIALS: ListRule<Credential> = {
  kind: "credential",
  label: "Education",
  rows: ({ credentials }) => credentials,
  same: (one, other) =>
    one.level === other.level && one.country === other.country && one.awardedOn === other.awardedOn,
  columns: columnsOfCredential,
  words: wordsOfCredential,
};

interface Pair {
  now: PersonFacts | null;
  told: PersonFacts;
}

const needsOf = ({ now, told }: Pair) => (now === null ? `person.${told.id}` : null);

function listItems<Fact extends { id: string }>(pair: Pair, rule: ListRule<Fact>): ComparisonItem[] {
  const { now, told } = pair;
  return rule.rows(told).map((fact) => {
    const known = now === null ? undefined : rule.rows(now).find((one) => rule.same(one, fact));
    const before = known ? rule.columns(known) : null;
    const fields = before === null ? rule.columns(fact) : patchOf(before, rule.columns(fact));
    const same = before !== null && Object.keys(fields).length === 0;
    const head = { kind: rule.kind, who: told.id, role: null };
    return {
      key: `${rule.kind}.${fact.id}`,
      about: ABOUT[told.role],
      label: rule.label,
      now: known ? rule.words(known) : null,
      told: rule.words(fact),
      change: same ? "same" : known ? "change" : "add",
      needs: needsOf(pair),
      operation: same ? null : { ...head, id: known?.id ?? null, before, fields },
    };
  });
}

function fieldItem(
  pair: Pair & { now: PersonFacts },
  field: string,
  label: string,
  told: unknown,
): ComparisonItem {
  const current = (pair.now as unknown as Record<string, unknown>)[field] ?? null;
  const same = current === told;
  const operation: Operation = {
    kind: "person",
    id: pair.now.id,
    who: pair.told.id,
    role: null,
    before: { [field]: current },
    fields: { [field]: told },
  };
  return {
    key: `person.${pair.told.id}.${field}`,
    about: ABOUT[pair.told.role],
    label,
    now: current === null ? null : inWords(current),
    told: inWords(told),
    change: same ? "same" : current === null ? "add" : "change",
    needs: null,
    operation: same ? null : operation,
  };
}

/** A person who is not in the file: one item, with everything that is known of them but their lists. */
function newPerson({ told }: Pair): ComparisonItem {
  const { id, role, givenName, familyName, birthDate, accompanying, statusInCanada } = told;
  const fields = { givenName, familyName, birthDate, accompanying, statusInCanada };
  const status = statusInCanada === null ? "" : `, ${inWords(statusInCanada)}`;
  return {
    key: `person.${id}`,
    about: ABOUT[role],
    label: ABOUT[role],
    now: null,
    told: `${givenName}${accompanying ? "" : ", not accompanying"}${status}`,
    change: "add",
    needs: null,
    operation: { kind: "person", id: null, who: id, role, before: null, fields },
  };
}

function personItems(pair: Pair): ComparisonItem[] {
  const { now, told } = pair;
  if (now === null) return [newPerson(pair)];
  const known = { now, told };
  const asked = Object.entries(PERSON_FIELDS).flatMap(([field, label]) => {
    const value = told[field as keyof typeof PERSON_FIELDS];
    return value === null ? [] : [fieldItem(known, field, label, value)];
  });
  const comes =
    told.role === "spouse" ? [fieldItem(known, "accompanying", "Comes along", told.accompanying)] : [];
  return [...asked, ...comes];
}

/** Who of the answers is who in the file: one principal, one spouse, children by their order. */
function pairsOf(now: CaseFacts, told: CaseFacts): Pair[] {
  const spouse = now.people.find(({ role }) => role === "spouse") ?? null;
  const children = now.people.filter(({ role }) => role === "child");
  let child = 0;
  return told.people.map((person) => {
    if (person.role === "principal") return { told: person, now: principalOf(now) };
    if (person.role === "spouse") return { told: person, now: spouse };
    return { told: person, now: children[child++] ?? null };
  });
}

interface FamilyPart {
  key: string;
  label: string;
  fields: RowFields;
  words: (fields: RowFields) => string;
}

const joined = (fields: RowFields) =>
  Object.values(fields)
    .flatMap((value): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value) : [value],
    )
    .filter((value) => value !== null && value !== NOT_GIVEN && typeof value !== "boolean")
    .map(inWords)
    .join(", ");
const first = (fields: RowFields) => inWords(Object.values(fields)[0]);

function familyParts({ family }: CaseFacts): FamilyPart[] {
  const { settlementFunds: funds } = family;
  return [
    { key: "place", label: "Province", fields: { intendedProvince: family.intendedProvince }, words: first },
    {
      key: "funds",
      label: "Settlement funds",
      fields: { fundsCents: funds?.cents ?? null, fundsAsOf: funds?.asOf ?? null },
      words: ({ fundsCents, fundsAsOf }) =>
        `$${Math.floor(Number(fundsCents) / 100).toLocaleString("en-CA")} on ${inWords(fundsAsOf)}`,
    },
    {
      key: "sibling",
      label: "Sibling in Canada",
      fields: { siblingInCanada: family.siblingInCanada },
      words: first,
    },
    {
      key: "relative",
      label: "Relative in Canada",
      fields: { relativeInCanada: family.relativeInCanada },
      words: first,
    },
    { key: "offer", label: "Job offer", fields: { jobOffer: family.jobOffer }, words: joined },
    {
      key: "certificate",
      label: "Certificate of qualification",
      fields: { certificateOfQualification: family.certificateOfQualification },
      words: joined,
    },
    { key: "nomination", label: "Nomination", fields: { nomination: family.nomination }, words: joined },
  ];
}

const isEmpty = (fields: RowFields) => Object.values(fields).every((value) => value === null);

function familyItems(now: CaseFacts, told: CaseFacts): ComparisonItem[] {
  const current = familyParts(now);
  return familyParts(told).flatMap((part, index): ComparisonItem[] => {
    const before = current[index]?.fields ?? {};
    if (isEmpty(part.fields)) return [];
    const same = JSON.stringify(before) === JSON.stringify(part.fields);
    const head = { kind: "family", id: null, who: null, role: null } as const;
    return [
      {
        key: `family.${part.key}`,
        about: "Family",
        label: part.label,
        now: isEmpty(before) ? null : part.words(before),
        told: part.words(part.fields),
        change: same ? "same" : isEmpty(before) ? "add" : "change",
        needs: null,
        operation: same ? null : { ...head, before, fields: part.fields },
      },
    ];
  });
}

/** Everything that was told, against the file: what is new, what differs, what is the same. */
export function compareFacts(now: CaseFacts, told: CaseFacts): ComparisonItem[] {
  const people = pairsOf(now, told).flatMap((pair) => {
    // A child is known by its name and date alone, and the assessment asks neither.
    if (pair.told.role === "child" && pair.now !== null) return [];
    return [
      ...personItems(pair),
      ...listItems(pair, TESTS),
      ...listItems(pair, CREDENTIALS),
      ...listItems(pair, JOBS),
    ];
  });
  return [...people, ...familyItems(now, told)];
}

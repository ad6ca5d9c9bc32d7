/** Facts as lines of plain text, in their order in time. Pure. */
import type {
  Address,
  Credential,
  FamilyFacts,
  Job,
  LanguageTest,
  PersonFacts,
} from "@/lib/express-entry/facts";
import { countryName } from "@/lib/format/countries";
import { formatDate, formatDateRange } from "@/lib/format/dates";
import { formatDollars } from "@/lib/format/money";
import { PROVINCE_LABELS } from "@/lib/people/rules";
import {
  ABILITY_WORDS,
  FACT_LABELS,
  FACTS_WORDS,
  LEVEL_WORDS,
  MARITAL_WORDS,
  STATUS_WORDS,
  TEST_WORDS,
} from "./facts-words";

export interface FactLine {
  label: string;
  /** One or several; each is a line of its own. */
  values: string[];
}

const { none, notAsked } = FACTS_WORDS;

function line(label: string, ...values: (string | null | false)[]): FactLine {
  const known = values.filter((value) => value !== null && value !== false && value !== "");
  return { label, values: known.length > 0 ? (known as string[]) : [notAsked] };
}

function lines(label: string, values: string[]): FactLine {
  return { label, values: values.length > 0 ? values : [none] };
}

function addressLine({ city, country, from, to }: Address): string {
  return `${formatDateRange(from, to)}: ${city === null ? "" : `${city}, `}${countryName(country)}`;
}

function jobLine(job: Job): string {
  const place = `${job.city === null ? "" : `${job.city}, `}${countryName(job.country)}`;
  const kind = [
    `${job.hoursPerWeek} hours a week`,
    !job.paid && "unpaid",
    job.selfEmployed && "self-employed",
    job.duringFullTimeStudy === true && "while studying",
    job.nocCode !== null && `job code (NOC) ${job.nocCode}`,
  ].filter(Boolean);
  return `${formatDateRange(job.from, job.to)}: ${job.title}, ${job.employer}, ${place}; ${kind.join(", ")}`;
}

function testLine({ kind, takenOn, scores, reportNumber }: LanguageTest): string {
  const figures = ABILITY_WORDS.map(([ability, word]) => `${word} ${scores[ability]}`).join(", ");
  const report = reportNumber === null ? "" : `; report ${reportNumber}`;
  return `${formatDate(takenOn)}: ${TEST_WORDS[kind]}; ${figures}${report}`;
}

function credentialLine(credential: Credential): string {
  const { level, field, institution, country, from, awardedOn, eca } = credential;
  const when =
    awardedOn === null
      ? "Not finished"
      : from === null
        ? formatDate(awardedOn)
        : formatDateRange(from, awardedOn);
  const subject = field === null ? "" : `, ${field}`;
  const assessed = eca === null ? "" : `; assessed by ${eca.body} on ${formatDate(eca.issuedOn)}`;
  return `${when}: ${LEVEL_WORDS[level]}${subject}, ${institution}, ${countryName(country)}${assessed}`;
}

function yesNo(answer: boolean | null): string | null {
  return answer === null ? null : answer ? "Yes" : "No";
}

function statusLine({ statusInCanada: status, statusExpiresOn: end }: PersonFacts): string | null {
  if (status === null) return null;
  return end === null ? STATUS_WORDS[status] : `${STATUS_WORDS[status]}, valid until ${formatDate(end)}`;
}

/** Everything that is known of one person. Work, education and tests are asked of adults. */
export function personLines(person: PersonFacts): FactLine[] {
  const { passport, maritalStatus, unionSince } = person;
  const union =
    maritalStatus !== null &&
    `${MARITAL_WORDS[maritalStatus]}${unionSince === null ? "" : `, since ${formatDate(unionSince)}`}`;
  const isChild = person.role === "child";
  return [
    line(FACT_LABELS.birthDate, person.birthDate && formatDate(person.birthDate)),
    line(FACT_LABELS.citizenship, person.citizenship && countryName(person.citizenship)),
    line(
      FACT_LABELS.passport,
      passport &&
        `${passport.number}, ${countryName(passport.country)}, valid until ${formatDate(passport.expiresOn)}`,
    ),
    line(FACT_LABELS.residence, person.countryOfResidence && countryName(person.countryOfResidence)),
    line(FACT_LABELS.status, statusLine(person)),
    ...(isChild ? [] : [line(FACT_LABELS.marital, union)]),
    lines(FACT_LABELS.otherNames, person.otherNames === null ? [] : [person.otherNames]),
    ...(person.role === "principal"
      ? []
      : [line(FACT_LABELS.accompanying, person.accompanying ? "Yes" : "No")]),
    ...(isChild && person.addresses.length === 0
      ? []
      : [lines(FACT_LABELS.addresses, person.addresses.map(addressLine))]),
    ...(isChild
      ? []
      : [
          lines(FACT_LABELS.jobs, person.jobs.map(jobLine)),
          lines(FACT_LABELS.tests, person.languageTests.map(testLine)),
          lines(FACT_LABELS.credentials, person.credentials.map(credentialLine)),
        ]),
  ];
}

function provinceName(code: string): string {
  return code in PROVINCE_LABELS ? PROVINCE_LABELS[code as keyof typeof PROVINCE_LABELS] : code;
}

/** What belongs to the family as a whole. */
export function familyLines(family: FamilyFacts): FactLine[] {
  const { settlementFunds: funds, jobOffer, certificateOfQualification: certificate, nomination } = family;
  return [
    line(FACT_LABELS.province, family.intendedProvince && provinceName(family.intendedProvince)),
    line(FACT_LABELS.funds, funds && `${formatDollars(funds.cents)} on ${formatDate(funds.asOf)}`),
    line(FACT_LABELS.sibling, yesNo(family.siblingInCanada)),
    line(FACT_LABELS.relative, yesNo(family.relativeInCanada)),
    lines(FACT_LABELS.jobOffer, jobOffer === null ? [] : [jobOffer.employer]),
    lines(
      FACT_LABELS.certificate,
      certificate === null
        ? []
        : [`${provinceName(certificate.province)}, ${formatDate(certificate.issuedOn)}`],
    ),
    lines(
      FACT_LABELS.nomination,
      nomination === null
        ? []
        : [`${provinceName(nomination.province)}, ${formatDate(nomination.confirmedOn)}`],
    ),
  ];
}

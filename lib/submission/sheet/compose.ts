/** The facts of a family as sections and lines of plain words, in a language; the same facts give the same sheet. */
import type {
  Address,
  Credential,
  FamilyFacts,
  Job,
  LanguageTest,
  PersonFacts,
} from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { countryName } from "@/lib/format/countries";
import { formatDate, formatDateRange } from "@/lib/format/dates";
import { formatDollars } from "@/lib/format/money";
import { personName } from "@/lib/format/names";
import { languageOf, type Locale } from "@/lib/i18n/languages";
import type { ConfirmedSheet, SheetGroup, SheetInput, SheetLine, SheetSection } from "./types";
import { sheetWords, type SheetWords } from "./words";

/** Words, dates and names in the language of the sheet. */
interface Pen {
  t: SheetWords;
  date: (day: IsoDate) => string;
  range: (from: IsoDate, to: IsoDate | null) => string;
  country: (code: string) => string;
  dollars: (cents: number) => string;
  province: (code: string) => string;
}

function penOf(locale: Locale): Pen {
  const provinces = new Map<string, string>(Object.entries(languageOf(locale).messages.assess.provinces));
  return {
    t: sheetWords(locale),
    date: (day) => formatDate(day, locale),
    range: (from, to) => formatDateRange(from, to, locale),
    country: (code) => countryName(code, locale),
    dollars: (cents) => formatDollars(cents, locale),
    province: (code) => provinces.get(code) ?? code,
  };
}

/** One answer; not asked where there is none. */
function one({ t }: Pen, label: string, value: string | null): SheetLine {
  return { label, values: [value ?? t("notAsked")] };
}

/** Several answers; none is an answer too. */
function several({ t }: Pen, label: string, values: string[]): SheetLine {
  return { label, values: values.length > 0 ? values : [t("none")] };
}

function yesNo({ t }: Pen, answer: boolean | null): string | null {
  return answer === null ? null : t(answer ? "yes" : "no");
}

function place({ country }: Pen, { city, country: code }: Pick<Address, "city" | "country">): string {
  return city === null ? country(code) : `${city}, ${country(code)}`;
}

function jobText(pen: Pen, job: Job): string {
  const { t, range } = pen;
  const details = [
    t("hours", { hours: String(job.hoursPerWeek) }),
    ...(job.paid ? [] : [t("unpaid")]),
    ...(job.selfEmployed ? [t("selfEmployed")] : []),
    ...(job.duringFullTimeStudy === true ? [t("studying")] : []),
    ...(job.authorized === false ? [t("noPermit")] : []),
    ...(job.nocCode === null ? [] : [t("noc", { code: job.nocCode })]),
  ];
  return t("jobValue", {
    range: range(job.from, job.to),
    ...{ title: job.title, employer: job.employer, place: place(pen, job), details: details.join(", ") },
  });
}

function testText({ t, date }: Pen, { kind, takenOn, scores, reportNumber }: LanguageTest): string {
  const { listening, reading, writing, speaking } = scores;
  const figures = {
    ...{ listening: String(listening), reading: String(reading) },
    ...{ writing: String(writing), speaking: String(speaking) },
  };
  const test = t("testValue", { date: date(takenOn), test: t(`kinds.${kind}`), ...figures });
  return reportNumber === null ? test : t("testReport", { test, number: reportNumber });
}

function credentialText({ t, date, range, country }: Pen, credential: Credential): string {
  const { level, institution, from, awardedOn, field, eca } = credential;
  const finished =
    awardedOn === null ? t("unfinished") : from === null ? date(awardedOn) : range(from, awardedOn);
  let text = t("credentialValue", {
    ...{ when: finished, level: t(`levels.${level}`), institution, country: country(credential.country) },
  });
  if (field !== null) text = t("credentialField", { credential: text, field });
  if (!credential.fullTime) text = t("partTime", { credential: text });
  if (credential.distanceLearning) text = t("distance", { credential: text });
  return eca === null
    ? text
    : t("credentialEca", { credential: text, body: eca.body, date: date(eca.issuedOn) });
}

function statusText({ t, date }: Pen, { statusInCanada, statusExpiresOn }: PersonFacts): string | null {
  if (statusInCanada === null) return null;
  const status = t(`statuses.${statusInCanada}`);
  return statusExpiresOn === null ? status : t("statusUntil", { status, date: date(statusExpiresOn) });
}

function unionText({ t, date }: Pen, { maritalStatus, unionSince }: PersonFacts): string | null {
  if (maritalStatus === null) return null;
  const status = t(`maritals.${maritalStatus}`);
  return unionSince === null ? status : t("maritalSince", { status, date: date(unionSince) });
}

function aboutLines(pen: Pen, person: PersonFacts): SheetLine[] {
  const { t, date, country } = pen;
  const { passport, role, birthDate, citizenship, countryOfResidence, otherNames } = person;
  const document =
    passport &&
    t("passportValue", {
      ...{ number: passport.number, country: country(passport.country), date: date(passport.expiresOn) },
    });
  const childLines = [
    one(pen, t("custody"), yesNo(pen, person.adoptedOrSharedCustody)),
    ...(person.dependentByCondition ? [one(pen, t("dependent"), t("yes"))] : []),
  ];
  return [
    one(pen, t("born"), birthDate && date(birthDate)),
    one(pen, t("citizenship"), citizenship && country(citizenship)),
    one(pen, t("passport"), document),
    one(pen, t("residence"), countryOfResidence && country(countryOfResidence)),
    one(pen, t("status"), statusText(pen, person)),
    ...(role === "child"
      ? childLines
      : [
          one(pen, t("marital"), unionText(pen, person)),
          one(pen, t("earlierUnion"), yesNo(pen, person.earlierUnionEnded)),
        ]),
    several(pen, t("otherNames"), otherNames === null ? [] : [otherNames]),
    ...(role === "principal" ? [] : [one(pen, t("accompanying"), yesNo(pen, person.accompanying))]),
  ];
}

/** Work, education and tests are asked of adults; a child has them only where they were entered. */
function personSections(pen: Pen, person: PersonFacts): SheetSection[] {
  const { t, range } = pen;
  const isAdult = person.role !== "child";
  const history = (id: string, title: string, label: string, values: string[]): SheetSection[] =>
    isAdult || values.length > 0
      ? [{ id: `${person.id}.${id}`, title, lines: [several(pen, label, values)] }]
      : [];
  const addresses = person.addresses.map((address) =>
    t("addressValue", { range: range(address.from, address.to), place: place(pen, address) }),
  );
  const jobs = person.jobs.map((job) => jobText(pen, job));
  const studies = person.credentials.map((credential) => credentialText(pen, credential));
  const tests = person.languageTests.map((test) => testText(pen, test));
  return [
    { id: `${person.id}.about`, title: t("section.about"), lines: aboutLines(pen, person) },
    ...history("addresses", t("section.addresses"), t("address"), addresses),
    ...history("work", t("section.work"), t("jobs"), jobs),
    ...history("education", t("section.education"), t("credentials"), studies),
    ...history("languages", t("section.languages"), t("tests"), tests),
  ];
}

function familyGroup(pen: Pen, family: FamilyFacts): SheetGroup {
  const { t, date, dollars, province } = pen;
  const { settlementFunds: funds, jobOffer, certificateOfQualification: certificate, nomination } = family;
  const dated = (code: string, on: IsoDate) => t("onDate", { name: province(code), date: date(on) });
  const lines = [
    one(pen, t("province"), family.intendedProvince && province(family.intendedProvince)),
    one(pen, t("funds"), funds && t("fundsValue", { amount: dollars(funds.cents), date: date(funds.asOf) })),
    one(pen, t("sibling"), yesNo(pen, family.siblingInCanada)),
    one(pen, t("relative"), yesNo(pen, family.relativeInCanada)),
    several(
      pen,
      t("jobOffer"),
      jobOffer === null ? [] : [t("jobOfferValue", { employer: jobOffer.employer, code: jobOffer.nocCode })],
    ),
    several(pen, t("certificate"), certificate ? [dated(certificate.province, certificate.issuedOn)] : []),
    several(pen, t("nomination"), nomination ? [dated(nomination.province, nomination.confirmedOn)] : []),
  ];
  return {
    title: t("group.family"),
    sections: [{ id: "family.plans", title: t("section.plans"), lines }],
  };
}

/** Everything that is known of the family, person by person. */
export function composeSheet({ facts, locale, on, rulesetId }: SheetInput): ConfirmedSheet {
  const pen = penOf(locale);
  const people = facts.people.map((person) => ({
    title: pen.t(`group.${person.role}`, { name: personName(person) }),
    sections: personSections(pen, person),
  }));
  return { locale, on, rulesetId, groups: [...people, familyGroup(pen, facts.family)] };
}

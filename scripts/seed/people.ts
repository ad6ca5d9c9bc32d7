import type { Address, Credential, EducationLevel, Job, PersonFacts } from "@/lib/express-entry/facts";
import {
  addDays,
  addMonths,
  addYears,
  dayNumber,
  maxDate,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import { CANADIAN_CITIES, CANADIAN_COLLEGES, CANADIAN_EMPLOYERS, CANADIAN_UNIVERSITIES } from "./canada";
import { languageTest } from "./language-scores";
import { OCCUPATIONS, STUDIES, type Field } from "./occupations";
import type { Origin } from "./origins";
import type { Random } from "./random";

/** The kinds of lives that lead to Express Entry. */
export type Life = "student_worker" | "abroad" | "francophone" | "trades" | "health";

export const LIFE_WEIGHTS: Readonly<Record<Life, number>> = {
  student_worker: 42,
  abroad: 22,
  francophone: 14,
  trades: 10,
  health: 12,
};

export interface LifeSketch {
  origin: Origin;
  life: Life;
  /** 0 to 1: how well the person does under the CRS. */
  strength: number;
  /** The day on which the facts are as they are. */
  on: IsoDate;
}

const FIELDS: Readonly<Record<Life, Partial<Record<Field, number>>>> = {
  student_worker: { software: 5, business: 4, engineering: 2, service: 3, health: 1 },
  abroad: { software: 4, engineering: 3, business: 3, education: 1 },
  francophone: { software: 3, business: 4, education: 2, service: 2, engineering: 1 },
  trades: { trades: 1 },
  health: { health: 1 },
};

/** A life in three parts, worked out backwards from today so that no day is missing. */
interface Course {
  birthDate: IsoDate;
  studyFrom: IsoDate;
  /** First working day abroad. */
  workFrom: IsoDate;
  /** Null: never came to Canada. */
  arrival: IsoDate | null;
  canadianWorkFrom: IsoDate | null;
  canadianStudyMonths: number;
}

function courseOf(random: Random, { life, strength, on }: LifeSketch): Course {
  const isInCanada =
    life === "student_worker" ||
    (life === "trades" && random.chance(0.8)) ||
    (life !== "abroad" && random.chance(0.5));
  const canadianYears = isInCanada ? Math.max(1, Math.round(random.fraction() + 2.4 * strength)) : 0;
  const foreignYears = Math.max(isInCanada ? 0 : 1, Math.round(2 * random.fraction() + 3 * strength));
  const studies = life === "student_worker" || (isInCanada && random.chance(0.4));
  const canadianStudyMonths = studies ? random.pick([12, 16, 20, 24]) : 0;
  const canadianWorkFrom = isInCanada ? addDays(addYears(on, -canadianYears), -random.whole(5, 150)) : null;
  const arrival =
    canadianWorkFrom === null
      ? null
      : addDays(addMonths(canadianWorkFrom, -canadianStudyMonths), -random.whole(3, 20));
  const workEnd = arrival ?? on;
  const workFrom = addDays(addYears(workEnd, -foreignYears), -random.whole(10, 200));
  const studyFrom = addDays(addMonths(workFrom, life === "trades" ? -24 : -48), -random.whole(5, 20));
  // Most turn 18 while they study; the others have a gap to explain.
  const birthDate = addDays(
    addYears(studyFrom, -18),
    random.chance(0.92) ? random.whole(0, 200) : -random.whole(60, 300),
  );
  return { birthDate, studyFrom, workFrom, arrival, canadianWorkFrom, canadianStudyMonths };
}

function addressesOf(random: Random, origin: Origin, course: Course): Address[] {
  const { birthDate, workFrom, arrival } = course;
  const address = (country: string, city: string, from: IsoDate, to: IsoDate | null): Address => ({
    ...{ id: random.id(), country, city, from, to },
  });
  const home = address(origin.country, random.pick(origin.cities), birthDate, addDays(workFrom, -1));
  const leaves = arrival === null ? null : addDays(arrival, -1);
  const middle = addMonths(workFrom, 14);
  const isLong = leaves !== null && addMonths(middle, 9) < leaves;
  const abroad =
    isLong && random.chance(0.3)
      ? [
          address(origin.country, random.pick(origin.cities), workFrom, addDays(middle, -1)),
          address(random.pick(origin.via), "", middle, leaves),
        ]
      : [address(origin.country, random.pick(origin.cities), workFrom, leaves)];
  const here = arrival === null ? [] : [address("CA", random.pick(CANADIAN_CITIES).city, arrival, null)];
  return [home, ...abroad, ...here].map((one) => ({ ...one, city: one.city === "" ? null : one.city }));
}

function jobsOf(random: Random, origin: Origin, field: Field, course: Course, addresses: Address[]): Job[] {
  const { workFrom, arrival, canadianWorkFrom } = course;
  const occupation = random.pick(OCCUPATIONS[field]);
  const job = (over: Pick<Job, "employer" | "country" | "city" | "from" | "to">): Job => ({
    id: random.id(),
    title: random.pick(occupation.titles),
    nocCode: occupation.nocCode,
    hoursPerWeek: random.pick([37.5, 40, 40, 35]),
    paid: true,
    selfEmployed: false,
    authorized: over.country === "CA" ? true : null,
    duringFullTimeStudy: over.country === "CA" ? false : null,
    ...over,
  });
  const before = addresses
    .filter(({ country, from }) => country !== "CA" && from >= workFrom)
    .map(({ country, city, from, to }) =>
      job({
        employer: country === origin.country ? random.pick(origin.employers) : "Crescent International LLC",
        ...{ country, city, from },
        to: to === null ? null : addDays(to, arrival === null ? 0 : -random.whole(0, 20)),
      }),
    )
    .filter(({ from, to }) => to === null || to > from);
  if (canadianWorkFrom === null) return before;
  const here = addresses.find(({ country }) => country === "CA");
  const employer = random.pick(CANADIAN_EMPLOYERS);
  return [
    ...before,
    job({ employer, country: "CA", city: here?.city ?? null, from: canadianWorkFrom, to: null }),
  ];
}

/** An assessment of a foreign credential that still counts, made after the award. */
export function assessmentOf(
  random: Random,
  awardedOn: IsoDate,
  on: IsoDate,
): NonNullable<Credential["eca"]> {
  return {
    body: random.pick(["WES", "WES", "IQAS", "CES", "ICES"]),
    issuedOn: maxDate(addDays(awardedOn, 40), addDays(on, -random.whole(320, 900))),
    reference: String(random.whole(2_000_000, 9_999_999)),
  };
}

function foreignCredential(random: Random, sketch: LifeSketch, field: Field, course: Course): Credential {
  const { life, origin, strength, on } = sketch;
  const degree = life === "trades" ? "two_year_post_secondary" : "bachelor_or_three_plus_year";
  const isMaster = life !== "trades" && course.arrival === null && random.chance(0.2 + 0.7 * strength);
  const level: EducationLevel = isMaster ? "master_or_entry_to_practice_professional" : degree;
  const awardedOn = addDays(course.workFrom, -random.whole(3, 20));
  return {
    id: random.id(),
    level,
    field: random.pick(STUDIES[field]),
    institution: random.pick(origin.universities),
    country: origin.country,
    programMonths: life === "trades" ? 24 : 48,
    from: course.studyFrom,
    awardedOn,
    fullTime: true,
    distanceLearning: false,
    eca: assessmentOf(random, awardedOn, on),
  };
}

function canadianCredential(
  random: Random,
  { strength }: LifeSketch,
  field: Field,
  course: Course,
): Credential[] {
  const { arrival, canadianWorkFrom, canadianStudyMonths } = course;
  if (arrival === null || canadianWorkFrom === null || canadianStudyMonths === 0) return [];
  const isMaster = field !== "trades" && canadianStudyMonths >= 16 && random.chance(0.15 + 0.8 * strength);
  const longCollege: EducationLevel =
    canadianStudyMonths >= 20 ? "two_year_post_secondary" : "one_year_post_secondary";
  return [
    {
      id: random.id(),
      level: isMaster ? "master_or_entry_to_practice_professional" : longCollege,
      field: random.pick(STUDIES[field]),
      institution: random.pick(isMaster ? CANADIAN_UNIVERSITIES : CANADIAN_COLLEGES),
      country: "CA",
      programMonths: canadianStudyMonths,
      from: addDays(arrival, random.whole(1, 10)),
      awardedOn: addDays(canadianWorkFrom, -random.whole(1, 18)),
      fullTime: true,
      distanceLearning: false,
      eca: null,
    },
  ];
}

function testsOf(random: Random, { life, origin, strength, on }: LifeSketch) {
  const takenOn = () => addDays(on, -random.whole(285, 560));
  const level = Math.round(6.6 + 3.2 * strength + 0.6 * random.fraction());
  if (life === "francophone") {
    const french = languageTest(random, "fr", Math.max(7, level), takenOn());
    return random.chance(0.6)
      ? [french, languageTest(random, "en", Math.max(5, level - 2), takenOn())]
      : [french];
  }
  const english = languageTest(random, "en", Math.max(5, level), takenOn());
  const alsoFrench = origin.language === "fr" && random.chance(0.5);
  return alsoFrench ? [english, languageTest(random, "fr", 6, takenOn())] : [english];
}

/** A passport of the country, which some hold almost to its end. */
export function passportOf(
  random: Random,
  country: string,
  on: IsoDate,
): NonNullable<PersonFacts["passport"]> {
  const letter = String.fromCharCode(65 + random.whole(0, 25));
  return {
    number: `${letter}${random.whole(1_000_000, 9_999_999)}`,
    country,
    expiresOn: addDays(on, random.chance(0.06) ? random.whole(90, 200) : random.whole(400, 3_000)),
  };
}

/** Permits are of three years and renewed for two; of a third of the files nobody has asked until when. */
function permitEnd({ canadianWorkFrom, birthDate }: Course, on: IsoDate): IsoDate | null {
  if (canadianWorkFrom === null || dayNumber(birthDate) % 3 === 0) return null;
  const permit = addMonths(canadianWorkFrom, 36);
  return permit > addDays(on, 150) ? permit : addMonths(permit, 24);
}

/** The principal of a file, with ten years without a gap and facts as of the day. Single until a family is made. */
export function makePrincipal(random: Random, sketch: LifeSketch): PersonFacts {
  const { origin, life, on } = sketch;
  const course = courseOf(random, sketch);
  const field = random.weighted(FIELDS[life] as Record<Field, number>);
  const addresses = addressesOf(random, origin, course);
  return {
    id: random.id(),
    role: "principal",
    givenName: random.pick(random.chance(0.5) ? origin.women : origin.men),
    familyName: random.pick(origin.families),
    birthDate: course.birthDate,
    accompanying: true,
    statusInCanada: course.arrival === null ? "none" : "worker",
    statusExpiresOn: permitEnd(course, on),
    countryOfResidence: course.arrival === null ? origin.country : "CA",
    citizenship: origin.country,
    passport: passportOf(random, origin.country, on),
    maritalStatus: "single",
    unionSince: null,
    earlierUnionEnded: false,
    otherNames: null,
    dependentByCondition: false,
    adoptedOrSharedCustody: false,
    addresses,
    jobs: jobsOf(random, origin, field, course, addresses),
    languageTests: testsOf(random, sketch),
    credentials: [
      foreignCredential(random, sketch, field, course),
      ...canadianCredential(random, sketch, field, course),
    ],
  };
}

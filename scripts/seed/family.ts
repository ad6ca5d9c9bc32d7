import type { CaseFacts, FamilyFacts, Job, PersonFacts } from "@/lib/express-entry/facts";
import {
  addDays,
  addMonths,
  addYears,
  maxDate,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import { CANADIAN_CITIES, CANADIAN_EMPLOYERS, PROVINCES_THAT_NOMINATE } from "./canada";
import { languageTest } from "./language-scores";
import { OCCUPATIONS, STUDIES, type Field } from "./occupations";
import { assessmentOf, makePrincipal, passportOf, type LifeSketch } from "./people";
import type { Random } from "./random";

export interface FileSketch extends LifeSketch {
  /** Holds an accepted enhanced nomination: 600 points. */
  nominated: boolean;
}

const SPOUSE_FIELDS: Readonly<Record<Exclude<Field, "trades" | "engineering">, number>> = {
  business: 4,
  software: 2,
  health: 2,
  education: 1,
  service: 1,
};

interface SpouseCourse {
  field: Field;
  /** First working day, after school from 18 on. */
  workFrom: IsoDate;
  /** When they followed to another country; null: they stayed. */
  moved: IsoDate | null;
  home: { country: string; city: string | null };
  here: { country: string; city: string | null };
}

function spouseCourse(
  random: Random,
  { origin, on }: LifeSketch,
  principal: PersonFacts,
  birthDate: IsoDate,
): SpouseCourse {
  const workFrom = addDays(addMonths(birthDate, 22 * 12), random.whole(5, 200));
  const lives = principal.addresses.at(-1);
  const country = lives?.country ?? origin.country;
  const follows = maxDate(lives?.from ?? on, addDays(workFrom, 200));
  return {
    field: random.weighted(SPOUSE_FIELDS),
    workFrom,
    moved: country === origin.country || follows >= addDays(on, -30) ? null : follows,
    home: { country: origin.country, city: random.pick(origin.cities) },
    here: { country, city: lives?.city ?? null },
  };
}

function spouseJobs(random: Random, { origin, on }: LifeSketch, course: SpouseCourse): Job[] {
  const { field, workFrom, moved, home, here } = course;
  const { nocCode, titles } = random.pick(OCCUPATIONS[field]);
  const work = { nocCode, title: random.pick(titles), hoursPerWeek: 40, paid: true, selfEmployed: false };
  const abroad = { authorized: null, duringFullTimeStudy: null };
  const before: Job = {
    ...{ ...work, ...home, ...abroad },
    id: random.id(),
    employer: random.pick(origin.employers),
    from: workFrom,
    to: moved === null ? null : addDays(moved, -random.whole(1, 20)),
  };
  if (workFrom >= on) return [];
  if (moved === null) return [before];
  const since = addDays(moved, random.whole(5, 25));
  const inCanada = here.country === "CA" ? { authorized: true, duringFullTimeStudy: false } : abroad;
  return [
    before,
    {
      ...work,
      ...here,
      ...inCanada,
      id: random.id(),
      employer: random.pick(CANADIAN_EMPLOYERS),
      from: since,
      to: null,
    },
  ];
}

function makeSpouse(random: Random, sketch: LifeSketch, principal: PersonFacts): PersonFacts {
  const { origin, strength, on } = sketch;
  const birthDate = addDays(principal.birthDate ?? on, random.whole(-900, 700));
  const course = spouseCourse(random, sketch, principal, birthDate);
  const { workFrom, moved, home, here } = course;
  const isClaimed = random.chance(0.35 + 0.5 * strength);
  const graduated = addDays(workFrom, -3);
  return {
    ...principal,
    id: random.id(),
    role: "spouse",
    givenName: random.pick(origin.women.includes(principal.givenName) ? origin.men : origin.women),
    familyName: random.chance(0.6) ? principal.familyName : random.pick(origin.families),
    birthDate,
    accompanying: random.chance(0.93),
    statusInCanada: moved !== null && here.country === "CA" ? "worker" : "none",
    statusExpiresOn: moved !== null && here.country === "CA" ? principal.statusExpiresOn : null,
    countryOfResidence: moved === null ? home.country : here.country,
    passport: passportOf(random, origin.country, on),
    addresses: [
      { id: random.id(), ...home, from: birthDate, to: moved === null ? null : addDays(moved, -1) },
      ...(moved === null ? [] : [{ id: random.id(), ...here, from: moved, to: null }]),
    ],
    jobs: spouseJobs(random, sketch, course),
    languageTests: isClaimed
      ? [languageTest(random, origin.language, random.whole(6, 9), addDays(on, -random.whole(285, 560)))]
      : [],
    credentials: [
      {
        id: random.id(),
        level: "bachelor_or_three_plus_year",
        field: random.pick(STUDIES[course.field]),
        institution: random.pick(origin.universities),
        country: origin.country,
        programMonths: 48,
        from: addDays(addYears(birthDate, 18), -random.whole(1, 60)),
        awardedOn: graduated,
        fullTime: true,
        distanceLearning: false,
        eca: isClaimed && graduated < addDays(on, -400) ? assessmentOf(random, graduated, on) : null,
      },
    ],
  };
}

/** Of parents with two family names the child has the father's, and a given name that nobody at home has yet. */
function makeChild(
  random: Random,
  { origin, on }: LifeSketch,
  family: readonly [PersonFacts, ...PersonFacts[]],
  born: IsoDate,
): PersonFacts {
  const [parent] = family;
  const father = family.find(({ role, givenName }) => role !== "child" && origin.men.includes(givenName));
  const taken = family.map(({ givenName }) => givenName);
  const isFree = (name: string) => !taken.includes(name);
  return {
    ...parent,
    id: random.id(),
    role: "child",
    givenName: random.pick((random.chance(0.5) ? origin.women : origin.men).filter(isFree)),
    familyName: (father ?? parent).familyName,
    birthDate: born,
    statusInCanada: parent.statusInCanada === "worker" ? "visitor" : "none",
    maritalStatus: "single",
    unionSince: null,
    passport: passportOf(random, origin.country, on),
    ...{ addresses: [], jobs: [], languageTests: [], credentials: [] },
  };
}

function familyFacts(
  random: Random,
  { nominated, life, on }: FileSketch,
  principal: PersonFacts,
): FamilyFacts {
  const city = principal.addresses.at(-1)?.city;
  const lives = CANADIAN_CITIES.find((one) => one.city === city);
  const province = lives?.province ?? random.pick(CANADIAN_CITIES).province;
  const nominating = PROVINCES_THAT_NOMINATE.find((one) => one === province) ?? "ON";
  const confirmedOn = addDays(on, -random.whole(40, 110));
  return {
    intendedProvince: nominated ? nominating : province,
    settlementFunds: { cents: random.whole(180, 620) * 10_000, asOf: addDays(on, -random.whole(1, 40)) },
    siblingInCanada: random.chance(0.07),
    relativeInCanada: random.chance(0.1),
    jobOffer: null,
    certificateOfQualification: null,
    nomination: nominated
      ? {
          province: nominating,
          enhanced: true,
          confirmedOn,
          acceptedOn: addDays(confirmedOn, random.whole(1, 12)),
          certificateNumber: `${nominating}-${random.whole(10_000, 99_999)}`,
          expiresOn: addDays(confirmedOn, life === "trades" ? 180 : 365),
        }
      : null,
  };
}

/** The dated facts of one file: a principal, and as life has it a spouse and children. Oldest child first. */
export function makeFacts(random: Random, sketch: FileSketch): CaseFacts {
  const single = makePrincipal(random, sketch);
  const family = familyFacts(random, sketch, single);
  const birthDate = single.birthDate ?? sketch.on;
  const adult = addYears(birthDate, 22);
  const mayMarry = adult < addYears(sketch.on, -1);
  // Points are higher for one alone: strong files are more often single.
  if (!mayMarry || random.chance(0.45 + 0.25 * sketch.strength)) return { people: [single], family };
  const unionSince = maxDate(adult, addDays(sketch.on, -random.whole(400, 2_600)));
  const union = { maritalStatus: random.chance(0.9) ? "married" : "common_law", unionSince } as const;
  const principal: PersonFacts = { ...single, ...union };
  const spouse: PersonFacts = { ...makeSpouse(random, sketch, principal), ...union };
  const births = [1.2, 3.4]
    .slice(0, random.whole(0, 2))
    .map((years) => addDays(unionSince, Math.round(years * 365)));
  const people: [PersonFacts, ...PersonFacts[]] = [principal, spouse];
  for (const born of births.filter((date) => date < addDays(sketch.on, -60))) {
    people.push(makeChild(random, sketch, people, born));
  }
  return { people, family };
}

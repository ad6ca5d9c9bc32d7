/**
 * Who gives biometrics (rules reference 4.3; IRPR 12.2, IRCC's instructions as read 2026-02, P): everybody of the
 * application from 14 to 79 years of age, also those whose earlier biometrics are valid. Who does not come along is not
 * of the application. The age is that of the day on which IRCC received the application (K: cautious at 14).
 */
import type { CaseFacts, PersonFacts } from "../facts";
import { ageOn, type IsoDate } from "../timing/calendar-date";

const BIOMETRICS_AGES = { from: 14, to: 79 } as const;

export interface BiometricsPerson {
  id: string;
  name: string;
  /** Null: the birth date is not known, so it has to be asked. */
  needed: boolean | null;
  why: string;
}

function judge(person: PersonFacts, receivedOn: IsoDate): Pick<BiometricsPerson, "needed" | "why"> {
  if (person.birthDate === null) return { needed: null, why: "The birth date is not known" };
  const age = ageOn(person.birthDate, receivedOn);
  const { from, to } = BIOMETRICS_AGES;
  if (age < from) return { needed: false, why: `${age} years old: under ${from}` };
  if (age > to) return { needed: false, why: `${age} years old: over ${to}` };
  return { needed: true, why: `${age} years old` };
}

/** Everybody of the application, with whether they give biometrics and why. */
export function biometricsPeople({ people }: CaseFacts, receivedOn: IsoDate): BiometricsPerson[] {
  return people
    .filter(({ role, accompanying }) => role === "principal" || accompanying)
    .map((person) => ({
      id: person.id,
      name: [person.givenName, person.familyName].filter(Boolean).join(" "),
      ...judge(person, receivedOn),
    }));
}

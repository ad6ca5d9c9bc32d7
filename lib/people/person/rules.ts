/** What is said of a person must be believable, and what their form does not ask stays as it is. Pure. */
import type { PersonRole, StatusInCanada } from "@/lib/express-entry/facts";
import { ageOn, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { faultsOf } from "../rules";
import type { PersonFields } from "../schemas";
import type { FieldFaults } from "../types";

/** Nobody is known to have been older than 122. */
const OLDEST = 120;

/** A status that holds until a day: citizens, permanent residents and people without a status have none. */
function endsSomeDay(status: StatusInCanada | null): boolean {
  return status !== null && status !== "none" && status !== "permanent_resident" && status !== "citizen";
}

/** What the form of a role does not ask: the principal always comes along, and a spouse's union is the principal's. */
const NOT_ASKED: Readonly<Record<PersonRole, readonly (keyof PersonFields)[]>> = {
  principal: ["accompanying", "dependentByCondition", "adoptedOrSharedCustody"],
  spouse: ["maritalStatus", "unionSince", "dependentByCondition", "adoptedOrSharedCustody"],
  child: ["unionSince", "earlierUnionEnded"],
};

/** What was typed, and for what the form of the role does not ask what is there already. */
export function askedFields(role: PersonRole, typed: PersonFields, current: PersonFields): PersonFields {
  const kept = NOT_ASKED[role].map((field) => [field, current[field]]);
  return { ...typed, ...(Object.fromEntries(kept) as Partial<PersonFields>) };
}

export function personFaults(person: PersonFields, role: PersonRole, today: IsoDate): FieldFaults {
  const { birthDate, passportNumber, passportCountry, passportExpiresOn, unionSince } = person;
  const { statusInCanada, statusExpiresOn } = person;
  const inUnion = person.maritalStatus === "married" || person.maritalStatus === "common_law";
  const hasPassport = passportNumber !== null || passportCountry !== null || passportExpiresOn !== null;
  const whole = "A passport needs its number, its country and its expiry date.";
  return faultsOf([
    ["birthDate", birthDate !== null && birthDate > today, "A birth date cannot be in the future."],
    [
      "birthDate",
      birthDate !== null && ageOn(birthDate, today) > OLDEST,
      `This would make them ${birthDate === null ? "" : ageOn(birthDate, today)} years old. Check the year.`,
    ],
    [
      "statusExpiresOn",
      statusExpiresOn !== null && !endsSomeDay(statusInCanada),
      "Only a temporary status ends on a day. Choose the status, or leave this date empty.",
    ],
    [
      "statusExpiresOn",
      statusExpiresOn !== null && birthDate !== null && statusExpiresOn < birthDate,
      "This is before the birth date.",
    ],
    ["passportNumber", hasPassport && passportNumber === null, whole],
    ["passportCountry", hasPassport && passportCountry === null, whole],
    ["passportExpiresOn", hasPassport && passportExpiresOn === null, whole],
    ["unionSince", unionSince !== null && unionSince > today, "This date cannot be in the future."],
    [
      "unionSince",
      unionSince !== null && birthDate !== null && unionSince < birthDate,
      "This is before the birth date.",
    ],
    [
      "unionSince",
      role === "principal" && unionSince !== null && !inUnion,
      "Only a marriage or a common-law union has this date. Choose the status, or leave the date empty.",
    ],
  ]);
}

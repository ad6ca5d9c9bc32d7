/**
 * The facts of a person in the order in which the application for permanent residence asks for them (e-APR: the order
 * of IMM 0008, IMM 5669 and IMM 5406), as they are typed there: days as YYYY-MM-DD, histories by the month as YYYY-MM.
 * Pure.
 */
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { TableOptions } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { personName } from "@/lib/format/names";
import { entry, type Asked } from "./entries";
import { activities, addresses, education, languages, workHistory } from "./histories";
import { family, passport, personalDetails, RELATIONS } from "./identity";
import type { FormSection, Mend, Representative } from "./types";

/** Whole dollars: the form takes no cents. */
function familySections({ facts }: Asked): FormSection[] {
  const { settlementFunds, intendedProvince, nomination } = facts.family;
  const place: Mend = { kind: "family", part: "place" };
  return [
    {
      id: "funds",
      title: "Funds and plans",
      asks: "Of the whole family",
      entries: [
        entry("province", { "Province of destination": intendedProvince }, place),
        entry(
          "funds",
          {
            "Funds, in Canadian dollars": settlementFunds && String(Math.floor(settlementFunds.cents / 100)),
            "Balance of": settlementFunds && settlementFunds.asOf,
          },
          { kind: "family", part: "funds" },
        ),
        ...(nomination === null
          ? []
          : [
              entry(
                "nomination",
                {
                  "Nominating province": nomination.province,
                  "Certificate number": nomination.certificateNumber,
                },
                { kind: "family", part: "nomination" },
              ),
            ]),
      ],
      none: { words: "", mend: null },
    },
  ];
}

function representativeSection({ name, licenceNumber, firm }: Representative): FormSection {
  return {
    id: "representative",
    title: "Representative",
    asks: "IMM 5476",
    entries: [
      entry(
        "representative",
        {
          Name: name,
          "Membership number": licenceNumber,
          "Member of": "College of Immigration and Citizenship Consultants",
          "Firm or organization": firm.name,
          Address: firm.address,
          Telephone: firm.phone,
          "E-mail": firm.email,
        },
        null,
      ),
    ],
    none: { words: "", mend: null },
  };
}

export interface SheetOf {
  facts: CaseFacts;
  personId: string;
  on: IsoDate;
  representative: Representative;
  options?: TableOptions;
}

/** The sections of one person. What belongs to the family stands with the principal alone. Throws for an unknown person. */
export function formSections({ facts, personId, on, representative, options = {} }: SheetOf): FormSection[] {
  const person = facts.people.find(({ id }) => id === personId);
  if (!person) throw new RangeError("this person is not in the facts");
  const asked: Asked = { facts, person, on, options };
  const isAdult = person.role !== "child";
  const history = [education(asked), workHistory(asked), addresses(asked), activities(asked)];
  return [
    ...[personalDetails(asked), passport(asked), family(asked)],
    ...(isAdult ? history : history.filter(({ entries }) => entries.some(({ gap }) => gap === null))),
    ...(isAdult || person.languageTests.length > 0 ? [languages(asked)] : []),
    ...(person.role === "principal" ? [...familySections(asked), representativeSection(representative)] : []),
  ];
}

/** What is still to be mended: gaps in the histories, and values the form wants that the facts do not say. */
export function openPoints(sections: readonly FormSection[]): { gaps: number; missing: number } {
  const entries = sections.flatMap((section) => section.entries);
  return {
    gaps: entries.filter(({ gap }) => gap !== null).length,
    missing: entries.flatMap((one) => one.fields).filter(({ value }) => value === null).length,
  };
}

/** `Neha Kulkarni`, `principal`: the people to choose from, in the order of the file. */
export function sheetPeople({ people }: CaseFacts) {
  return people.map((person) => ({ id: person.id, name: personName(person), role: RELATIONS[person.role] }));
}

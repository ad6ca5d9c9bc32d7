/**
 * From a visitor's answers to the dated facts of a case. What is a guess stays one: with `assume` the guessed level of a
 * language and the undecided province stand in for a result on the screen; without it they are not facts. Pure.
 */
import { languageTables } from "@/lib/express-entry/data/language-tables";
import type {
  CaseFacts,
  Credential,
  CredentialLevel,
  FamilyFacts,
  Job,
  LanguageTest,
  LanguageTestKind,
  PersonFacts,
  PersonRole,
} from "@/lib/express-entry/facts";
import { ABILITIES } from "@/lib/express-entry/language/levels";
import { isIsoDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { readNumber } from "../questionnaire/rules";
import { hasPartner, NOT_GIVEN, stepsFor } from "../rules";
import type { Answers, EducationAnswer, JobAnswer, LanguageAnswer, YesNo } from "../types";

interface Reading {
  today: IsoDate;
  /** Take guesses for facts: for the result alone. */
  assume: boolean;
}

/** The test whose scores a guessed level is written in, for the engine. */
const GUESSED: Readonly<Record<"english" | "french", LanguageTestKind>> = {
  english: "celpip_general",
  french: "tcf_canada",
};
/** For "somewhere outside Quebec": any province does, none of them decides anything. */
const SOME_PROVINCE = "ON";

const yesNo = (answer: YesNo) => (answer === "" ? null : answer === "yes");
const textOrNull = (text: string) => (text.trim() === "" ? null : text.trim());
const dateOrNull = (text: string) => (isIsoDate(text) ? text : null);

/** The lowest scores that reach a level; of a level under the table's, its lowest scores less a bit. */
function guessedTest(id: string, kind: LanguageTestKind, level: number, today: IsoDate): LanguageTest[] {
  const row = languageTables[kind].rows.find((one) => one.level === level);
  if (!row) return [];
  const scores = Object.fromEntries(ABILITIES.map((ability) => [ability, row[ability].min]));
  return [
    {
      id,
      kind,
      takenOn: today,
      resultOn: null,
      scores: scores as LanguageTest["scores"],
      reportNumber: null,
    },
  ];
}

function languageTests(
  id: string,
  answer: LanguageAnswer,
  language: "english" | "french",
  { today, assume }: Reading,
): LanguageTest[] {
  if (answer.source === "estimate" && assume) {
    return guessedTest(id, GUESSED[language], Number(answer.estimate), today);
  }
  if (answer.source !== "test" || answer.kind === "" || !isIsoDate(answer.takenOn)) return [];
  const scores = Object.fromEntries(ABILITIES.map((ability) => [ability, readNumber(answer[ability]) ?? 0]));
  const { kind, takenOn } = answer;
  return [
    { id, kind, takenOn, resultOn: null, scores: scores as LanguageTest["scores"], reportNumber: null },
  ];
}

function credentials(id: string, answers: readonly EducationAnswer[]): Credential[] {
  return answers
    .filter(
      (answer): answer is EducationAnswer & { level: CredentialLevel } =>
        answer.level !== "" && answer.country !== "",
    )
    .map((answer, index) => {
      const issuedOn =
        answer.country !== "CA" && answer.assessed === "yes" ? dateOrNull(answer.assessedOn) : null;
      return {
        id: `${id}-${index}`,
        level: answer.level,
        field: null,
        institution: NOT_GIVEN,
        country: answer.country,
        programMonths: answer.country === "CA" ? readNumber(answer.months) : null,
        from: null,
        awardedOn: dateOrNull(answer.awardedOn),
        fullTime: true,
        distanceLearning: false,
        eca: issuedOn === null ? null : { body: NOT_GIVEN, issuedOn, reference: null },
      };
    });
}

function jobs(id: string, answers: readonly JobAnswer[]): Job[] {
  return answers
    .filter(({ country, from }) => country !== "" && isIsoDate(from))
    .map((answer, index) => {
      const inCanada = answer.country === "CA";
      return {
        id: `${id}-${index}`,
        employer: NOT_GIVEN,
        title: answer.title.trim(),
        nocCode: textOrNull(answer.nocCode),
        country: answer.country,
        city: null,
        hoursPerWeek: readNumber(answer.hours) ?? 0,
        from: answer.from,
        to: dateOrNull(answer.to),
        // The questions ask for paid work.
        paid: true,
        selfEmployed: answer.selfEmployed === "yes",
        authorized: inCanada ? yesNo(answer.authorized) : null,
        duringFullTimeStudy: inCanada ? yesNo(answer.duringStudy) : null,
      };
    });
}

/** A person of whom nothing is known but the role. */
function person(id: string, role: PersonRole, names: { givenName: string; familyName: string }): PersonFacts {
  return {
    ...{ id, role, ...names, birthDate: null, accompanying: true },
    ...{
      statusInCanada: null,
      statusExpiresOn: null,
      countryOfResidence: null,
      citizenship: null,
      passport: null,
    },
    ...{ maritalStatus: null, unionSince: null, earlierUnionEnded: null, otherNames: null },
    ...{ dependentByCondition: false, adoptedOrSharedCustody: false },
    ...{ addresses: [], jobs: [], languageTests: [], credentials: [] },
  };
}

function principal(
  answers: Answers,
  names: { givenName: string; familyName: string },
  reading: Reading,
): PersonFacts {
  const { you, family } = answers;
  const inCanada = you.livesIn === "CA";
  return {
    ...person("you", "principal", names),
    birthDate: dateOrNull(you.birthDate),
    citizenship: textOrNull(you.citizenship),
    countryOfResidence: textOrNull(you.livesIn),
    statusInCanada: inCanada && you.status !== "" ? you.status : null,
    statusExpiresOn: inCanada && isTemporary(you.status) ? dateOrNull(you.statusEndsOn) : null,
    maritalStatus: family.maritalStatus === "" ? null : family.maritalStatus,
    unionSince: hasPartner(answers) ? dateOrNull(family.unionSince) : null,
    jobs: [
      ...(answers.canada.worked === "yes" ? jobs("canada", answers.canada.jobs) : []),
      ...(answers.abroad.worked === "yes" ? jobs("abroad", answers.abroad.jobs) : []),
    ],
    languageTests: [
      ...languageTests("english", answers.english, "english", reading),
      ...languageTests("french", answers.french, "french", reading),
    ],
    credentials: credentials("education", answers.education),
  };
}

/** A status that ends some day. */
export function isTemporary(status: Answers["you"]["status"]): boolean {
  return status === "visitor" || status === "student" || status === "worker" || status === "protected_person";
}

function partner(answers: Answers, reading: Reading): PersonFacts[] {
  if (!hasPartner(answers)) return [];
  const { family } = answers;
  const known = stepsFor(answers).includes("partner");
  const { language, education, jobs: worked } = answers.partner;
  return [
    {
      ...person("partner", "spouse", { givenName: "Spouse or partner", familyName: "" }),
      accompanying: family.partnerComes !== "no",
      statusInCanada: family.partnerStatus === "" ? null : family.partnerStatus,
      jobs: known ? jobs("partner-job", worked) : [],
      languageTests: known ? languageTests("partner-test", language, "english", reading) : [],
      credentials: known ? credentials("partner-education", [education]) : [],
    },
  ];
}

function children({ family }: Answers): PersonFacts[] {
  return Array.from({ length: readNumber(family.children) ?? 0 }, (_, index) =>
    person(`child-${index + 1}`, "child", { givenName: `Child ${index + 1}`, familyName: "" }),
  );
}

function familyFacts({ more }: Answers, { today, assume }: Reading): FamilyFacts {
  const dollars = readNumber(more.funds);
  const undecided = more.province === "ANY";
  return {
    intendedProvince: undecided ? (assume ? SOME_PROVINCE : null) : textOrNull(more.province),
    settlementFunds: dollars === null ? null : { cents: Math.round(dollars * 100), asOf: today },
    siblingInCanada: yesNo(more.sibling),
    relativeInCanada: yesNo(more.relative),
    jobOffer:
      more.offered === "yes" && more.offerNoc !== ""
        ? {
            employer: NOT_GIVEN,
            nocCode: more.offerNoc,
            arrangedEmployment: more.offerKind === "" ? null : more.offerKind,
            // The question asks for a full-time offer of a year or more.
            ...{ fullTime: true, oneYearAfterVisa: true },
          }
        : null,
    certificateOfQualification:
      more.certified === "yes" && more.certificateNoc !== "" && isIsoDate(more.certificateOn)
        ? {
            nocCode: more.certificateNoc,
            province: more.certificateBy,
            issuedOn: more.certificateOn,
            expiresOn: null,
          }
        : null,
    nomination:
      more.nominated === "yes" && isIsoDate(more.nominatedOn)
        ? {
            province: more.nominatedBy,
            // The question asks for a nomination through Express Entry.
            enhanced: true,
            confirmedOn: more.nominatedOn,
            acceptedOn: dateOrNull(more.nominationAcceptedOn),
            ...{ certificateNumber: null, expiresOn: null },
          }
        : null,
  };
}

/** The facts a visitor has told, as of the day they were told. */
export function factsOf(
  answers: Answers,
  reading: Reading,
  names: { givenName: string; familyName: string } = { givenName: "", familyName: "" },
): CaseFacts {
  return {
    people: [principal(answers, names, reading), ...partner(answers, reading), ...children(answers)],
    family: familyFacts(answers, reading),
  };
}

/** The guesses among the answers: what a result rests on that no test has shown. */
export function guessesOf(answers: Answers): { who: "english" | "french" | "partner"; level: number }[] {
  const partnerAsked = stepsFor(answers).includes("partner");
  const asked = [
    ["english", answers.english],
    ["french", answers.french],
    ...(partnerAsked ? [["partner", answers.partner.language] as const] : []),
  ] as const;
  return asked
    .filter(([, answer]) => answer.source === "estimate")
    .map(([who, answer]) => ({ who, level: Number(answer.estimate) }));
}

/** Every occupation the answers name, once. */
export function nocCodesOf({ canada, abroad, partner, more }: Answers): string[] {
  const named = [...canada.jobs, ...abroad.jobs, ...partner.jobs].map(({ nocCode }) => nocCode);
  return [...new Set([...named, more.certificateNoc, more.offerNoc])].filter((code) => code !== "");
}

/**
 * What an answer must say to be used, step by step. The same in the browser, at each "Next", and on the server, before
 * anything is kept. Codes, not sentences: the words are in the messages of each language. Pure.
 */
import type { Ability } from "@/lib/express-entry/facts";
import { languageTables } from "@/lib/express-entry/data/language-tables";
import { ABILITIES, scoreFaults } from "@/lib/express-entry/language/levels";
import { ageOn, isIsoDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { hasPartner, MOST_CHILDREN, stepsFor } from "../rules";
import type {
  AnswerPath,
  Answers,
  EducationAnswer,
  Fault,
  Faults,
  JobAnswer,
  LanguageAnswer,
  StepId,
} from "../types";

const OLDEST = 120;
const LONGEST_TEXT = 120;
const WEEK_HOURS = 168;
const MOST_MONTHS = 180;
const MOST_DOLLARS = 100_000_000;

interface Day {
  today: IsoDate;
  /** Of the person the answer is about; empty while unknown. */
  born: string;
}

type Found = [path: AnswerPath, fault: Fault | null];

const required: Fault = { code: "required" };

function filled(path: AnswerPath, value: string): Found {
  if (value.trim() === "") return [path, required];
  return [path, value.length > LONGEST_TEXT ? { code: "tooLong" } : null];
}

/** A past day, not before the birth; an empty one is fine unless it must be there. */
function pastDate(path: AnswerPath, value: string, { today, born }: Day, must: boolean): Found {
  if (value === "") return [path, must ? required : null];
  if (!isIsoDate(value)) return [path, { code: "date" }];
  if (value > today) return [path, { code: "future" }];
  return [path, isIsoDate(born) && value < born ? { code: "beforeBirth" } : null];
}

/** A figure in a range, decimals allowed; `1,560` and `1 560` are read as people write them. */
function figure(path: AnswerPath, value: string, min: number, max: number, must: boolean): Found {
  if (value.trim() === "") return [path, must ? required : null];
  const amount = readNumber(value);
  if (amount === null) return [path, { code: "number" }];
  return [path, amount < min || amount > max ? { code: "range", values: { min, max } } : null];
}

/** A number as typed in English or French; null for what is none. */
export function readNumber(text: string): number | null {
  const plain = text
    .replace(/[\s$\u00a0\u202f]/g, "")
    .replace(/,(?=\d{3}(?:\D|$))/g, "")
    .replace(",", ".");
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function scores(answer: LanguageAnswer): Record<Ability, number> | null {
  const read = ABILITIES.map((ability) => [ability, readNumber(answer[ability])] as const);
  if (read.some(([, score]) => score === null)) return null;
  return Object.fromEntries(read) as Record<Ability, number>;
}

function scoreFault({ kind }: LanguageAnswer, ability: Ability, score: number): Fault {
  if (kind === "") return required;
  const { scale } = languageTables[kind];
  const { min, max } = "min" in scale ? scale : scale[ability];
  if (kind === "tef_canada" && score > max) return { code: "tefColumn", values: { max } };
  return { code: "score", values: { min, max, step: scale.step } };
}

type LanguagePath = "english" | "french" | "partner.language";

function languageFaults(at: LanguagePath, answer: LanguageAnswer, day: Day, must: boolean): Found[] {
  const source: Found = [`${at}.source`, must && answer.source === "" ? required : null];
  if (answer.source === "estimate") {
    return [source, figure(`${at}.estimate`, answer.estimate, 3, 10, true)];
  }
  if (answer.source !== "test") return [source];
  const typed = ABILITIES.map((ability): Found => {
    const score = readNumber(answer[ability]);
    if (answer[ability].trim() === "") return [`${at}.${ability}`, required];
    return [`${at}.${ability}`, score === null ? { code: "number" } : null];
  });
  const read = scores(answer);
  const wrong: Found[] =
    answer.kind === "" || read === null
      ? []
      : scoreFaults(answer.kind, read, isIsoDate(answer.takenOn) ? answer.takenOn : undefined).map(
          ({ path }) =>
            path === "takenOn"
              ? [`${at}.takenOn`, { code: "testTooEarly" }]
              : [`${at}.${path}`, scoreFault(answer, path, read[path])],
        );
  return [
    source,
    filled(`${at}.kind`, answer.kind),
    pastDate(`${at}.takenOn`, answer.takenOn, day, true),
    ...typed,
    ...wrong,
  ];
}

type EducationPath = `education.${number}` | "partner.education";

function educationFaults(at: EducationPath, answer: EducationAnswer, day: Day, must: boolean): Found[] {
  if (!must && answer.level === "") return [];
  const abroad = answer.country !== "" && answer.country !== "CA";
  return [
    filled(`${at}.level`, answer.level),
    filled(`${at}.country`, answer.country),
    pastDate(`${at}.awardedOn`, answer.awardedOn, day, answer.level !== "less_than_secondary"),
    ...(abroad
      ? [
          filled(`${at}.assessed`, answer.assessed),
          pastDate(
            `${at}.assessedOn`,
            answer.assessed === "yes" ? answer.assessedOn : "",
            day,
            answer.assessed === "yes",
          ),
        ]
      : [figure(`${at}.months`, answer.months, 1, MOST_MONTHS, false)]),
  ];
}

type JobPath = `canada.jobs.${number}` | `abroad.jobs.${number}` | `partner.jobs.${number}`;

function jobFaults(at: JobPath, job: JobAnswer, day: Day): Found[] {
  const inCanada = job.country === "CA";
  const to: Found =
    isIsoDate(job.from) && isIsoDate(job.to) && job.to < job.from
      ? [`${at}.to`, { code: "order" }]
      : pastDate(`${at}.to`, job.to, day, false);
  return [
    filled(`${at}.title`, job.title),
    filled(`${at}.country`, job.country),
    figure(`${at}.hours`, job.hours, 1, WEEK_HOURS, true),
    pastDate(`${at}.from`, job.from, day, true),
    to,
    filled(`${at}.selfEmployed`, job.selfEmployed),
    ...(inCanada
      ? [filled(`${at}.authorized`, job.authorized), filled(`${at}.duringStudy`, job.duringStudy)]
      : []),
  ];
}

function moreFaults({ more }: Answers, day: Day): Found[] {
  const when = (asked: boolean, found: Found[]) => (asked ? found : []);
  return [
    filled("more.province", more.province),
    figure("more.funds", more.funds, 0, MOST_DOLLARS, false),
    ...when(more.nominated === "yes", [
      filled("more.nominatedBy", more.nominatedBy),
      pastDate("more.nominatedOn", more.nominatedOn, day, true),
      more.nominationAcceptedOn !== "" && more.nominationAcceptedOn < more.nominatedOn
        ? ["more.nominationAcceptedOn", { code: "order" }]
        : pastDate("more.nominationAcceptedOn", more.nominationAcceptedOn, day, false),
    ]),
    ...when(more.certified === "yes", [
      filled("more.certificateNoc", more.certificateNoc),
      filled("more.certificateBy", more.certificateBy),
      pastDate("more.certificateOn", more.certificateOn, day, true),
    ]),
    ...when(more.offered === "yes", [filled("more.offerNoc", more.offerNoc)]),
  ];
}

function youFaults({ you }: Answers, { today }: Day): Found[] {
  const born = pastDate("you.birthDate", you.birthDate, { today, born: "" }, true);
  const tooOld = isIsoDate(you.birthDate) && you.birthDate <= today && ageOn(you.birthDate, today) > OLDEST;
  const inCanada = you.livesIn === "CA";
  const ends = inCanada ? you.statusEndsOn : "";
  return [
    tooOld ? ["you.birthDate", { code: "age" }] : born,
    filled("you.livesIn", you.livesIn),
    ...(inCanada ? [filled("you.status", you.status)] : []),
    ["you.statusEndsOn", ends === "" || isIsoDate(ends) ? null : { code: "date" }],
  ];
}

function familyFaults(answers: Answers, day: Day): Found[] {
  const { family } = answers;
  return [
    filled("family.maritalStatus", family.maritalStatus),
    ...(hasPartner(answers)
      ? [
          pastDate("family.unionSince", family.unionSince, day, family.maritalStatus === "common_law"),
          filled("family.partnerComes", family.partnerComes),
          filled("family.partnerStatus", family.partnerStatus),
        ]
      : []),
    figure("family.children", family.children, 0, MOST_CHILDREN, true),
  ];
}

function jobListFaults(list: "canada" | "abroad", answers: Answers, day: Day): Found[] {
  const { worked, jobs } = answers[list];
  if (worked !== "yes") return [filled(`${list}.worked`, worked)];
  // Somebody who worked has at least one job to name.
  if (jobs.length === 0) return [[`${list}.worked`, required]];
  return jobs.flatMap((job, index) => jobFaults(`${list}.jobs.${index}`, job, day));
}

function foundIn(step: StepId, answers: Answers, today: IsoDate): Found[] {
  const day = { today, born: answers.you.birthDate };
  const partnerDay = { today, born: "" };
  switch (step) {
    case "you":
      return youFaults(answers, day);
    case "family":
      return familyFaults(answers, day);
    case "partner":
      return [
        ...languageFaults("partner.language", answers.partner.language, partnerDay, false),
        ...educationFaults("partner.education", answers.partner.education, partnerDay, false),
        ...answers.partner.jobs.flatMap((job, index) => jobFaults(`partner.jobs.${index}`, job, partnerDay)),
      ];
    case "english":
    case "french":
      return languageFaults(step, answers[step], day, true);
    case "education":
      return answers.education.flatMap((one, index) => educationFaults(`education.${index}`, one, day, true));
    case "canada":
    case "abroad":
      return jobListFaults(step, answers, day);
    case "more":
      return moreFaults(answers, day);
  }
}

/** The first fault of each answer of a step, in the order of the screen. */
export function faultsOf(step: StepId, answers: Answers, today: IsoDate): Faults {
  const faults: Partial<Record<AnswerPath, Fault>> = {};
  for (const [path, fault] of foundIn(step, answers, today)) if (fault !== null) faults[path] ??= fault;
  return faults;
}

/** The first step with a fault, or null when everything can be used. */
export function firstFaultyStep(answers: Answers, today: IsoDate): StepId | null {
  return stepsFor(answers).find((step) => Object.keys(faultsOf(step, answers, today)).length > 0) ?? null;
}

/** The free assessment's questions: what is asked when, and how the answers are read and written. Pure. */
import type {
  AnswerPath,
  Answers,
  EducationAnswer,
  JobAnswer,
  LanguageAnswer,
  ListPath,
  StepId,
} from "./types";

/** The wording of the consent: a changed text gets a new version, and both are kept with what was sent. */
export const CONSENT_VERSION = "2026-11";
/** The words of the consent; the page shows these very ones, and they are kept with what was sent. */
export const CONSENT_TEXTS = {
  en: "I agree that the firm named on this page keeps my answers and contacts me about them by e-mail, or by telephone where I gave a number. I can withdraw this at any time by writing to the firm.",
  fr: "J’accepte que le cabinet nommé sur cette page conserve mes réponses et communique avec moi à leur sujet par courriel, ou par téléphone si j’ai donné un numéro. Je peux retirer cet accord en tout temps en écrivant au cabinet.",
} as const;
/** The form's name to the throttle and in its token. */
export const PUBLIC_FORM = "assess";
/** The source of every enquiry that begins here. */
export const PUBLIC_SOURCE = "Public assessment";
/** What an employer, a school or an assessor is called while nobody has said. */
export const NOT_GIVEN = "Not given";
/** Rows of a list that one visitor may fill. */
export const MOST_ROWS = 8;
export const MOST_CHILDREN = 12;
/** Seconds from the page to the contact form below which nobody has read the page. */
export const LEAST_SECONDS = 5;

/** Minutes that a step usually takes. */
const MINUTES: Readonly<Record<StepId, number>> = {
  you: 1,
  family: 0.5,
  partner: 2,
  english: 1,
  french: 0.5,
  education: 1.5,
  canada: 1.5,
  abroad: 1.5,
  more: 1.5,
};

/** Married, or in a common-law union. */
export function hasPartner({ family }: Answers): boolean {
  return family.maritalStatus === "married" || family.maritalStatus === "common_law";
}

/** A partner who earns points: comes along, and is neither a citizen nor a permanent resident. */
function partnerIsAsked(answers: Answers): boolean {
  const { partnerComes, partnerStatus } = answers.family;
  const isCanadian = partnerStatus === "citizen" || partnerStatus === "permanent_resident";
  return hasPartner(answers) && partnerComes !== "no" && !isCanadian;
}

/** The steps in order; the partner's only for who has one that counts. */
export function stepsFor(answers: Answers): StepId[] {
  const partner: StepId[] = partnerIsAsked(answers) ? ["partner"] : [];
  return ["you", "family", ...partner, "english", "french", "education", "canada", "abroad", "more"];
}

/** Whole minutes from this step to the result, at least one. */
export function minutesLeft(steps: readonly StepId[], at: number): number {
  const left = steps.slice(at).reduce((sum, step) => sum + MINUTES[step], 0);
  return Math.max(1, Math.round(left));
}

export function emptyLanguage(): LanguageAnswer {
  return {
    source: "",
    kind: "",
    takenOn: "",
    listening: "",
    reading: "",
    writing: "",
    speaking: "",
    estimate: "",
  };
}

export function emptyEducation(): EducationAnswer {
  return { level: "", country: "", awardedOn: "", months: "", assessed: "", assessedOn: "" };
}

export function emptyJob(country = ""): JobAnswer {
  return {
    ...{ title: "", nocCode: "", country, hours: "", from: "", to: "" },
    ...{ selfEmployed: "", authorized: "", duringStudy: "" },
  };
}

export function emptyAnswers(): Answers {
  return {
    you: { birthDate: "", citizenship: "", livesIn: "", status: "", statusEndsOn: "" },
    family: { maritalStatus: "", unionSince: "", partnerComes: "", partnerStatus: "", children: "" },
    partner: { language: emptyLanguage(), education: emptyEducation(), jobs: [] },
    english: emptyLanguage(),
    french: emptyLanguage(),
    education: [emptyEducation()],
    canada: { worked: "", jobs: [] },
    abroad: { worked: "", jobs: [] },
    more: {
      ...{ province: "", funds: "", sibling: "", relative: "" },
      ...{ nominated: "", nominatedBy: "", nominatedOn: "", nominationAcceptedOn: "" },
      ...{ certified: "", certificateNoc: "", certificateBy: "", certificateOn: "" },
      ...{ offered: "", offerNoc: "", offerKind: "" },
    },
  };
}

/** The answer at a path; empty where nothing is. */
export function answerAt(answers: Answers, path: AnswerPath): string {
  let place: unknown = answers;
  for (const key of path.split(".")) {
    if (typeof place !== "object" || place === null) return "";
    place = (place as Record<string, unknown>)[key];
  }
  return typeof place === "string" ? place : "";
}

/** The answers with one of them changed; the others are the same objects. */
export function withAnswer(answers: Answers, path: AnswerPath, value: string): Answers {
  const [first = "", ...rest] = path.split(".");
  return changed(answers, first, rest, value) as Answers;
}

function changed(place: object, key: string, rest: readonly string[], value: string): object {
  const copy: Record<string, unknown> = Array.isArray(place)
    ? ([...(place as unknown[])] as unknown as Record<string, unknown>)
    : { ...place };
  const [next, ...further] = rest;
  const inner = copy[key];
  copy[key] =
    next === undefined
      ? value
      : typeof inner === "object" && inner !== null
        ? changed(inner, next, further, value)
        : inner;
  return copy;
}

function withJobs(answers: Answers, list: Exclude<ListPath, "education">, jobs: JobAnswer[]): Answers {
  switch (list) {
    case "canada.jobs":
      return { ...answers, canada: { ...answers.canada, jobs } };
    case "abroad.jobs":
      return { ...answers, abroad: { ...answers.abroad, jobs } };
    case "partner.jobs":
      return { ...answers, partner: { ...answers.partner, jobs } };
  }
}

function jobsOf(answers: Answers, list: Exclude<ListPath, "education">): JobAnswer[] {
  const place =
    list === "canada.jobs" ? answers.canada : list === "abroad.jobs" ? answers.abroad : answers.partner;
  return place.jobs;
}

/** One more row in a list, up to the most there may be. */
export function withRow(answers: Answers, list: ListPath): Answers {
  if (list === "education") {
    return { ...answers, education: [...answers.education, emptyEducation()].slice(0, MOST_ROWS) };
  }
  const row = emptyJob(list === "abroad.jobs" ? "" : "CA");
  return withJobs(answers, list, [...jobsOf(answers, list), row].slice(0, MOST_ROWS));
}

export function withoutRow(answers: Answers, list: ListPath, index: number): Answers {
  const keep = (_row: unknown, at: number) => at !== index;
  if (list === "education") return { ...answers, education: answers.education.filter(keep) };
  return withJobs(answers, list, jobsOf(answers, list).filter(keep));
}

/** Documents that prove what the profile claims (rules reference 5, rows 2–5, 17–21). */
import type { Credential, Job, OfficialLanguage, PersonFacts } from "../facts";
import { credentialCountsOn } from "../education/credentials";
import { certificateCountsOn, factorsOn } from "../crs/factors-on";
import { principalOf, scoredPartnerOn } from "../family";
import type { ValidTest } from "../language/valid-tests";
import { thresholdsOn } from "../rule-tables";
import { ecaLastDay } from "../timing/document-validity";
import { plainDate, plainYears } from "../timing/plain-date";
import {
  crsCanadianWork,
  crsForeignWork,
  experienceOn,
  fstWork,
  fswWork,
  type WorkRule,
} from "../work/experience";
import { jobsWithinStatus } from "../work/within-status";
import { requirement, type RequiredDocument, type RequirementsInput } from "./required-document";

const LANGUAGE_NAMES: Record<OfficialLanguage, string> = { en: "English", fr: "French" };

function languageResult(
  input: RequirementsInput,
  person: PersonFacts,
  test: ValidTest | null,
  reason: string,
): RequiredDocument {
  const language = test?.levels.language ?? "en";
  return requirement(input, {
    kind: "language",
    person,
    subject: language,
    title: `Language test result, ${LANGUAGE_NAMES[language]}`,
    reason: test
      ? `${reason}; test of ${plainDate(test.test.takenOn)}`
      : "No test that counts is entered yet",
    rule: "language_two_years",
    lastDay: test?.lastDay ?? null,
  });
}

function languageResults(input: RequirementsInput): RequiredDocument[] {
  const { tests } = factorsOn(input.facts, input.on, { tables: input.tables });
  const principal = principalOf(input.facts);
  const partner = scoredPartnerOn(input.facts, input.on);
  const documents = [languageResult(input, principal, tests.first, "First official language")];
  if (tests.second) {
    documents.push(languageResult(input, principal, tests.second, "Second official language"));
  }
  if (partner && tests.spouse) {
    documents.push(languageResult(input, partner, tests.spouse, "Points claimed for the spouse"));
  }
  return documents;
}

/** An assessment that is issued already is only looked out and sent; a new one takes weeks. */
const EXISTING_REPORT_DAYS = 3;

/** Credentials in the profile: those that count, and under FSW a completed one that still lacks its ECA. */
function claimedCredentials(person: PersonFacts, input: RequirementsInput): Credential[] {
  const completed = person.credentials.filter(({ awardedOn }) => awardedOn !== null && awardedOn <= input.on);
  const counting = completed.filter((credential) => credentialCountsOn(credential, input.on));
  const mustHaveOne = person.role === "principal" && input.invitationClass === "FSW";
  return counting.length === 0 && mustHaveOne ? completed : counting;
}

function education(input: RequirementsInput, person: PersonFacts): RequiredDocument[] {
  return claimedCredentials(person, input).flatMap((credential) => {
    const { id: subject, institution, country, eca } = credential;
    const diploma = requirement(input, {
      kind: "diploma",
      person,
      subject,
      country,
      title: `Diploma and transcripts, ${institution}`,
      reason: country === "CA" ? "Canadian credential claimed" : "Foreign credential claimed",
    });
    if (country === "CA") return [diploma];
    const report = requirement(input, {
      kind: "eca",
      person,
      subject,
      country,
      title: `Educational credential assessment, ${institution}`,
      reason: eca ? `Foreign credential; ${eca.body}, ${plainDate(eca.issuedOn)}` : "Foreign credential",
      rule: "eca_five_years",
      lastDay: eca ? ecaLastDay(eca.issuedOn) : null,
      leadDays: eca ? EXISTING_REPORT_DAYS : undefined,
    });
    return [report, diploma];
  });
}

function workRules(person: PersonFacts, input: RequirementsInput): WorkRule[] {
  // Only Canadian work of a spouse earns anything (1.6).
  if (person.role === "spouse") return [crsCanadianWork];
  const thresholds = thresholdsOn(input.on, input);
  const rules = [crsCanadianWork, crsForeignWork];
  if (input.invitationClass === "FSW") rules.push(fswWork(thresholds));
  if (input.invitationClass === "FST") rules.push(fstWork(thresholds));
  return rules;
}

/** Jobs that count or might count once a missing answer is given. */
function claimedJobs(person: PersonFacts, input: RequirementsInput): Job[] {
  const ids = new Set(
    workRules(person, input).flatMap((rule) => {
      const { countedJobIds, uncertain } = experienceOn(jobsWithinStatus(person), rule, input.on);
      return [...countedJobIds, ...uncertain.map(({ jobId }) => jobId)];
    }),
  );
  return person.jobs.filter(({ id }) => ids.has(id));
}

function work(input: RequirementsInput, person: PersonFacts): RequiredDocument[] {
  return claimedJobs(person, input).map((job) =>
    requirement(input, {
      kind: job.selfEmployed ? "self_employment" : "reference_letter",
      person,
      subject: job.id,
      country: job.country,
      // 5.1: the status of a job that goes on.
      extraPoints: job.to === null && !job.selfEmployed ? ["Says that the job goes on"] : [],
      title: `${job.selfEmployed ? "Proof of self-employment" : "Reference letter"}, ${job.employer}`,
      reason: `Work claimed: ${job.title}, ${plainYears(job.from, job.to)}`,
    }),
  );
}

function backing(input: RequirementsInput): RequiredDocument[] {
  const { nomination, jobOffer, certificateOfQualification: certificate } = input.facts.family;
  const principal = principalOf(input.facts);
  const documents: RequiredDocument[] = [];
  if (input.invitationClass === "PNP") {
    documents.push(
      requirement(input, {
        kind: "nomination",
        person: principal,
        title: "Provincial nomination certificate",
        reason: nomination ? `Nominated by ${nomination.province}` : "Invited as a provincial nominee",
        rule: "until_expiry",
        lastDay: nomination?.expiresOn ?? null,
      }),
    );
  }
  if (jobOffer?.arrangedEmployment && input.invitationClass !== "CEC") {
    documents.push(
      requirement(input, {
        kind: "job_offer",
        person: principal,
        title: `Job offer, ${jobOffer.employer}`,
        reason: "The offer is part of the claim",
        // Row 18: the LMIA, or the permit it rests on, has to be valid still.
        rule: "until_expiry",
        // A nominee's offer supports the nomination, which the province has judged already.
        required: input.invitationClass !== "PNP",
      }),
    );
  }
  if (certificateCountsOn(certificate, input.on) && certificate) {
    documents.push(
      requirement(input, {
        kind: "certificate_of_qualification",
        person: principal,
        title: "Certificate of qualification",
        reason: `Certificate claimed: NOC ${certificate.nocCode}, ${certificate.province}`,
        rule: "until_expiry",
        lastDay: certificate.expiresOn,
      }),
    );
  }
  return documents;
}

function relatives(input: RequirementsInput): RequiredDocument[] {
  const { siblingInCanada, relativeInCanada } = input.facts.family;
  const documents: RequiredDocument[] = [];
  if (siblingInCanada === true) {
    documents.push(
      requirement(input, {
        kind: "sibling",
        person: null,
        title: "Proof of the sibling in Canada",
        reason: "Points claimed for a sibling in Canada",
      }),
    );
  }
  if (relativeInCanada === true && input.invitationClass === "FSW") {
    documents.push(
      requirement(input, {
        kind: "relative",
        person: null,
        title: "Proof of the relative in Canada",
        reason: "Adaptability points for a relative in Canada",
      }),
    );
  }
  return documents;
}

/** Everything that proves a claim: principal, and the spouse where points are claimed for them. */
export function documentsForClaims(input: RequirementsInput): RequiredDocument[] {
  const partner = scoredPartnerOn(input.facts, input.on);
  const claimants = [principalOf(input.facts), ...(partner ? [partner] : [])];
  return [
    ...languageResults(input),
    ...claimants.flatMap((person) => [...education(input, person), ...work(input, person)]),
    ...backing(input),
    ...relatives(input),
  ];
}

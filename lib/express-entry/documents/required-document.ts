/** One line of a personal checklist, and how the rules write it. */
import type { CaseFacts, CountryCode, PersonFacts } from "../facts";
import type { Program } from "../eligibility/criterion";
import { documentRulesOn, type TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import { documentCatalogue } from "./catalogue";
import { validityWords } from "./validity";
import { DOCUMENT_KINDS, type DocumentKind, type KindDetails, type ValidityRule } from "./document-kind";

export interface RequiredDocument extends KindDetails {
  /** Stable for the same facts: kind, person, subject, as in `police:<personId>:IN`. */
  key: string;
  kind: DocumentKind;
  /** null: belongs to the family. */
  personId: string | null;
  /** Country code, language, job, credential or child it is about. */
  subject: string | null;
  /** Where it comes from, for kinds that are asked for by country: its police, its employers, its schools. */
  country: CountryCode | null;
  title: string;
  /** Why it is there, one clause. */
  reason: string;
  required: boolean;
  validity: {
    rule: ValidityRule;
    words: string;
    /** Last day it can be sent, where the facts already tell. */
    lastDay: IsoDate | null;
    /** Set when that day comes before the planned submission. */
    warning: string | null;
  };
  /** Slot order: ascending. */
  order: number;
}

export interface RequirementsContext extends TableOptions {
  on: IsoDate;
  invitationClass: Program;
  plannedSubmission: IsoDate;
  hasRepresentative: true;
  /** The day of the invitation with its facts: what has changed since needs a letter. null: not known. */
  atInvitation?: { on: IsoDate; facts: CaseFacts } | null;
}

/** English short name of a country, given by the caller: this folder imports nothing. */
export type CountryName = (code: CountryCode) => string;

/** What every rule below is given. */
export interface RequirementsInput extends RequirementsContext {
  facts: CaseFacts;
  countryName: CountryName;
}

interface Draft {
  kind: DocumentKind;
  person: PersonFacts | null;
  subject?: string | null;
  country?: CountryCode | null;
  title: string;
  reason: string;
  required?: boolean;
  rule?: ValidityRule;
  /** Last day known from the facts. */
  lastDay?: IsoDate | null;
  /** Instead of the kind's lead time, where the facts say that the paper exists already. */
  leadDays?: number;
  /** What a reviewer ticks for this one only, before the kind's own points. */
  extraPoints?: readonly string[];
}

/** Stable identity of a line: the same facts give the same keys. */
export function requirementKey({
  kind,
  personId,
  subject,
}: Pick<RequiredDocument, "kind" | "personId" | "subject">): string {
  return [kind, personId ?? "family", ...(subject === null ? [] : [subject])].join(":");
}

/** Completes a draft with the defaults of its kind. */
export function requirement(input: RequirementsInput, draft: Draft): RequiredDocument {
  const { kind, person, subject = null, rule = "none", lastDay = null, extraPoints = [] } = draft;
  const { country = null } = draft;
  const details = documentCatalogue[kind];
  const rules = documentRulesOn(input.plannedSubmission, input);
  const leadDays = draft.leadDays ?? rules.lead_days[kind];
  const personIndex = person ? input.facts.people.indexOf(person) : input.facts.people.length;
  const early = lastDay !== null && lastDay < input.plannedSubmission;
  return {
    ...details,
    leadDays,
    key: requirementKey({ kind, personId: person?.id ?? null, subject }),
    kind,
    personId: person?.id ?? null,
    subject,
    country,
    title: draft.title,
    reason: draft.reason,
    required: draft.required ?? true,
    acceptancePoints: [...extraPoints, ...details.acceptancePoints],
    validity: {
      rule,
      words: validityWords(rule, rules),
      lastDay,
      warning: early
        ? `Runs out on ${plainDate(lastDay)}, before the planned submission on ${plainDate(input.plannedSubmission)}`
        : null,
    },
    order: DOCUMENT_KINDS.indexOf(kind) * 100 + personIndex,
  };
}

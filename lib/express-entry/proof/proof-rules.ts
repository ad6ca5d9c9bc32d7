/**
 * Which documents prove which fact (rules reference 5 and 5.1). A document proves a claim where a reviewer can read the
 * claim off it; what a client states and no paper shows (where they mean to live, where they lived) is declared, and
 * stands by their word.
 */
import type { DocumentKind } from "../documents/document-kind";
import { requirementKey } from "../documents/required-document";
import type { Credential, Job, MaritalStatus } from "../facts";

export const FACT_KINDS = [
  "birth_date",
  "language_test",
  "credential",
  "job",
  "union",
  "dependent",
  "nomination",
  "job_offer",
  "certificate",
  "sibling",
  "relative",
  "funds",
  "intended_province",
  "address",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Where the rule is written, and what helps beside the paper that proves. */
export const PROOF_SOURCES: Readonly<Record<FactKind, { section: string; supports: string | null }>> = {
  birth_date: { section: "5, row 1", supports: "The birth certificate says it too" },
  language_test: { section: "5, row 2", supports: null },
  credential: { section: "5, rows 3 and 4", supports: null },
  job: {
    section: "5, row 5, and 5.1",
    supports: "For work in Canada, T4s and notices of assessment of the same years support it",
  },
  union: { section: "5, rows 11 and 13", supports: null },
  dependent: { section: "5, row 10", supports: null },
  nomination: { section: "5, row 17", supports: null },
  job_offer: { section: "5, row 18", supports: null },
  certificate: { section: "5, row 19", supports: null },
  sibling: { section: "5, row 20", supports: null },
  relative: { section: "5, row 21", supports: null },
  funds: { section: "5, row 8, and 5.3", supports: null },
  intended_province: { section: "3 (intent to live outside Quebec)", supports: null },
  address: {
    section: "5 (personal history)",
    supports: "The police certificate of a country supports a stay of six months or more there",
  },
};

/** One paper that has to be there, whichever of the kinds it is. */
export interface ProofNeed {
  /** Stable within the fact: the first of the kinds. */
  id: DocumentKind;
  kinds: readonly DocumentKind[];
  /** The lines of a checklist that ask for it, by their stable keys. */
  lineKeys: readonly string[];
}

interface About {
  personId: string | null;
  subject?: string | null;
}

function need(about: About, ...kinds: [DocumentKind, ...DocumentKind[]]): ProofNeed {
  const { personId, subject = null } = about;
  return {
    id: kinds[0],
    kinds,
    lineKeys: kinds.map((kind) => requirementKey({ kind, personId, subject })),
  };
}

/** The bio page of the passport; a birth certificate serves where there is one. */
export function birthDateNeeds(personId: string): ProofNeed[] {
  return [need({ personId }, "passport", "birth_certificate")];
}

export function languageTestNeeds(personId: string, language: string): ProofNeed[] {
  return [need({ personId, subject: language }, "language")];
}

/** The diploma always; for a foreign credential the assessment too, since the level claimed is the one it states. */
export function credentialNeeds(personId: string, { id: subject, country }: Credential): ProofNeed[] {
  const diploma = need({ personId, subject }, "diploma");
  return country === "CA" ? [diploma] : [need({ personId, subject }, "eca"), diploma];
}

/** A letter of the employer; for self-employed work ownership, income and payments (5.1). */
export function jobNeeds(personId: string, { id: subject, selfEmployed }: Job): ProofNeed[] {
  return [need({ personId, subject }, selfEmployed ? "self_employment" : "reference_letter")];
}

/** A marriage by its certificate; a common-law union by the declaration and by twelve months together. */
export function unionNeeds(principalId: string, status: MaritalStatus | null): ProofNeed[] {
  const about = { personId: principalId };
  if (status === "common_law") return [need(about, "imm5409"), need(about, "cohabitation")];
  return [need(about, "marriage_certificate")];
}

export function dependentNeeds(personId: string): ProofNeed[] {
  return [need({ personId }, "birth_certificate")];
}

/** What the principal has to show for a fact of the family: certificate, offer, nomination, funds. */
export function backingNeeds(
  principalId: string,
  kind: "nomination" | "job_offer" | "certificate_of_qualification" | "funds",
): ProofNeed[] {
  return [need({ personId: principalId }, kind)];
}

/** A relative in Canada; the line is the family's. */
export function relationNeeds(kind: "sibling" | "relative"): ProofNeed[] {
  return [need({ personId: null }, kind)];
}

import type { RequirementState } from "@/lib/checklist/types";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { FactProof, LineProof, ProgramProof } from "@/lib/express-entry/proof/assess-proof";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/**
 * How a paper stands towards the fact it is to prove. `proposed`: the accepted document of the very kind, person and
 * subject, that nobody has looked at for this fact yet; it proves until somebody says otherwise. `confirmed`: a
 * consultant has. `outdated`: the fact, or the file, is another one since. `refused`: looked at, and it does not.
 */
export type Standing = "confirmed" | "proposed" | "outdated" | "refused" | "waiting" | "waived" | "missing";

/** A stored word on one paper of one fact. */
export interface ProofWord {
  factKey: string;
  need: string;
  holds: boolean;
  requirementId: string | null;
  versionId: string | null;
  page: number | null;
  note: string | null;
  byName: string | null;
  decidedAt: Date;
  version: number;
}

/** A checklist line, as far as proof goes. */
export interface ProofLine {
  id: string;
  ruleKey: string;
  title: string;
  state: RequirementState;
  waivedReason: string | null;
  /** The newest file of it that was accepted. */
  accepted: AcceptedFile | null;
}

export interface AcceptedFile {
  versionId: string;
  fileName: string;
  number: number;
  sha256: string;
  at: Date;
}

/** One paper of a fact, and whether it is there. */
export interface NeedProof {
  need: string;
  /** What it is: `Reference letter`. */
  title: string;
  standing: Standing;
  proves: boolean;
  /** Why it stands like that, in a few words. */
  words: string;
  line: { id: string; title: string } | null;
  file: AcceptedFile | null;
  page: number | null;
  /** The stored word, for whoever looks again. */
  word: { holds: boolean; byName: string | null; at: Date; note: string | null } | null;
  /** Version of the stored word; 0 while there is none. */
  version: number;
}

export interface LedgerFact extends FactProof {
  /** Whose it is; null: the family's. */
  personName: string | null;
  papers: NeedProof[];
  /** Where the rule is written, and what else helps. */
  section: string;
  supports: string | null;
}

/** The score to stay above: of the invitation that is open, or of the last round this file could have been in. */
export interface CutOff {
  score: number;
  label: string;
  date: IsoDate;
  /** Of the round this case was invited in. */
  ofInvitation: boolean;
}

/** What a sign-off rests on. */
export interface ProofFigures {
  on: IsoDate;
  rulesetId: string;
  claimed: number;
  proven: number;
  cutOff: CutOff | null;
  /** The class of the open invitation; null: none is open. */
  invitationClass: Program | null;
  /** The figures are of rules that do not cover the day, in a sentence; null: they do. */
  notice: string | null;
  /** That class is met as claimed, and would not be by the proven facts alone. */
  classUnproven: boolean;
  facts: LedgerFact[];
  lines: LineProof[];
  programs: ProgramProof[];
}

/** An accepted document to choose as the proof of a fact. */
export interface ProofChoice {
  requirementId: string;
  versionId: string;
  label: string;
}

export interface ProofLedger extends ProofFigures {
  caseId: string;
  number: string;
  today: IsoDate;
  timeZone: string;
  choices: ProofChoice[];
  allowed: { decide: boolean };
}

/** The ledger as a sign-off keeps it. */
export interface SignedLedger {
  on: IsoDate;
  rulesetId: string;
  facts: {
    key: string;
    label: string;
    proven: boolean;
    stake: number;
    papers: {
      need: string;
      standing: Standing;
      title: string | null;
      versionId: string | null;
      sha256: string | null;
      page: number | null;
    }[];
  }[];
}

/** Claimed and proven as somebody signed them. */
export interface SignedFigures {
  claimedPoints: number;
  provenPoints: number;
  cutOff: number | null;
  reason: string | null;
}

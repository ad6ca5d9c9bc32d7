/** What proves a fact, by the checklist as it stands and by what consultants have said. Pure. */
import type { RequirementState } from "@/lib/checklist/types";
import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import type { ClaimedFact } from "@/lib/express-entry/proof/claimed-facts";
import type { FactKind, ProofNeed } from "@/lib/express-entry/proof/proof-rules";
import type { NeedProof, ProofFigures, ProofLine, ProofWord, SignedLedger } from "./types";

/** The papers by name; only kinds that prove something are asked for one. */
const PAPER_TITLES: Partial<Record<DocumentKind, string>> = {
  passport: "Passport",
  language: "Language test result",
  eca: "Educational credential assessment",
  diploma: "Diploma and transcripts",
  reference_letter: "Reference letter",
  self_employment: "Proof of self-employment",
  marriage_certificate: "Marriage certificate",
  imm5409: "IMM 5409, declaration of common-law union",
  cohabitation: "Proof of twelve months together",
  birth_certificate: "Birth certificate",
  nomination: "Provincial nomination certificate",
  job_offer: "Job offer",
  certificate_of_qualification: "Certificate of qualification",
  sibling: "Proof of the sibling in Canada",
  relative: "Proof of the relative in Canada",
  funds: "Proof of settlement funds",
};

const OPEN_STATES: Readonly<Record<Exclude<RequirementState, "accepted" | "waived">, string>> = {
  to_request: "Not requested yet",
  requested: "Requested, not received",
  received: "Received, waits for review",
  in_review: "In review",
  returned: "Returned to the client",
};

/** The columns of the facts that a fact of the ledger says something by; every column where none are named. */
export const FIELDS_OF: Partial<Record<FactKind, readonly string[]>> = {
  birth_date: ["birthDate"],
  union: ["maritalStatus", "unionSince"],
  dependent: ["birthDate", "maritalStatus"],
  nomination: ["nomination"],
  job_offer: ["jobOffer"],
  certificate: ["certificateOfQualification"],
  sibling: ["siblingInCanada"],
  relative: ["relativeInCanada"],
  funds: ["fundsCents", "fundsAsOf"],
};

/** Everything one paper is judged by. */
export interface Judged {
  need: ProofNeed;
  lines: readonly ProofLine[];
  word: ProofWord | null;
  /** When the fact last changed; null: not since changes are kept. */
  changedAt: Date | null;
  /** Another fact has the better claim to the same document: it is not proposed for this one. */
  taken: boolean;
}

type Answer = Pick<NeedProof, "standing" | "proves" | "words"> & {
  line: ProofLine | null;
  page?: number | null;
};

function unread(line: ProofLine | null): Answer {
  if (line === null) {
    return { standing: "missing", proves: false, words: "No line of the checklist asks for it", line };
  }
  if (line.state === "waived") {
    return {
      standing: "waived",
      proves: false,
      words: `Waived: ${line.waivedReason ?? "no reason kept"}`,
      line,
    };
  }
  const words = line.state === "accepted" ? "Accepted without a file" : OPEN_STATES[line.state];
  return { standing: "waiting", proves: false, words, line };
}

const isAccepted = (
  line: ProofLine | null,
): line is ProofLine & { accepted: NonNullable<ProofLine["accepted"]> } =>
  line !== null && line.state === "accepted" && line.accepted !== null;

/** The line that asks for it: an accepted one before any other. */
function lineFor({ need, lines }: Judged): ProofLine | null {
  const asked = need.lineKeys.flatMap((key) => lines.filter(({ ruleKey }) => ruleKey === key));
  return asked.find(isAccepted) ?? asked[0] ?? null;
}

/** By kind, person and subject alone. */
function proposal(judged: Judged): Answer {
  const line = lineFor(judged);
  if (!isAccepted(line)) return unread(line);
  if (judged.taken) {
    return {
      standing: "missing",
      proves: false,
      words: "Its line proves another one of the same kind",
      line,
    };
  }
  if (judged.changedAt !== null && judged.changedAt > line.accepted.at) {
    return {
      standing: "outdated",
      proves: false,
      words: "The fact was changed after the document was accepted: look again",
      line,
    };
  }
  return { standing: "proposed", proves: true, words: "Accepted; page not read for this fact yet", line };
}

function byWord(judged: Judged, word: ProofWord): Answer {
  const line = judged.lines.find(({ id }) => id === word.requirementId) ?? null;
  if (!word.holds) {
    const proposed = lineFor(judged);
    const newer = isAccepted(proposed) && proposed.accepted.at > word.decidedAt;
    if (newer) return proposal(judged);
    return {
      standing: "refused",
      proves: false,
      words: word.note ?? "Does not show it",
      line: line ?? proposed,
    };
  }
  if (!isAccepted(line)) return unread(line);
  if (line.accepted.versionId !== word.versionId) {
    return {
      standing: "outdated",
      proves: false,
      words: "A newer file was accepted since: look again",
      line,
    };
  }
  if (judged.changedAt !== null && judged.changedAt > word.decidedAt) {
    return { standing: "outdated", proves: false, words: "The fact was changed since: look again", line };
  }
  return { standing: "confirmed", proves: true, words: "Read and confirmed", line, page: word.page };
}

/** How one paper of a fact stands. */
export function judgeNeed(judged: Judged): NeedProof {
  const { need, word } = judged;
  const {
    standing,
    proves,
    words,
    line,
    page = null,
  } = word === null ? proposal(judged) : byWord(judged, word);
  return {
    need: need.id,
    title: PAPER_TITLES[need.id] ?? need.id,
    ...{ standing, proves, words, page },
    line: line && { id: line.id, title: line.title },
    file: isAccepted(line) ? line.accepted : null,
    word: word && { holds: word.holds, byName: word.byName, at: word.decidedAt, note: word.note },
    version: word?.version ?? 0,
  };
}

/**
 * The facts that a line's document is not proposed for, since another has the better claim: two tests of one language
 * share a line, and its report is of the test that counts.
 */
export function takenKeys(claims: readonly ClaimedFact[], counting: ReadonlySet<string>): Set<string> {
  const owners = new Map<string, string>();
  const ranked = [...claims].sort(
    (a, b) => Number(counting.has(b.factId ?? "")) - Number(counting.has(a.factId ?? "")),
  );
  const taken = new Set<string>();
  for (const { key, kind, needs } of ranked) {
    if (kind !== "language_test") continue;
    for (const lineKey of needs.flatMap(({ lineKeys }) => lineKeys)) {
      if (owners.has(lineKey)) taken.add(key);
      else owners.set(lineKey, key);
    }
  }
  return taken;
}

/** Why a sign-off needs a reason, in a sentence; null: everything that is claimed is proven. */
export function unprovenWords({
  claimed,
  proven,
  classUnproven,
  invitationClass,
}: Pick<ProofFigures, "claimed" | "proven" | "classUnproven" | "invitationClass">): string | null {
  const points = claimed - proven;
  const parts = [
    ...(points > 0 ? [`${points} of ${claimed} points are not proven`] : []),
    ...(classUnproven && invitationClass !== null ? [`${invitationClass} is not met by what is proven`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(", and ")}.`;
}

const SENTENCE = { words: 4, letters: 20 } as const;

/** A reason that somebody else can follow later: a sentence, and not "ok". */
export function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/).filter(Boolean);
  return words.length >= SENTENCE.words && words.join("").length >= SENTENCE.letters;
}

/** What a sign-off keeps of the ledger. */
export function signedLedger({ on, rulesetId, facts }: ProofFigures): SignedLedger {
  return {
    ...{ on, rulesetId },
    facts: facts.map(({ key, label, proven, stake, papers }) => ({
      ...{ key, label, proven, stake },
      papers: papers.map(({ need, standing, line, file, page }) => ({
        ...{ need, standing, page },
        title: line?.title ?? null,
        versionId: file?.versionId ?? null,
        sha256: file?.sha256 ?? null,
      })),
    })),
  };
}

/** Claimed and proven of a file, from its facts, its checklist and what consultants have said. Pure. */
import { assessCrs, type AssessOptions } from "@/lib/express-entry/crs/assess";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { assessProof } from "@/lib/express-entry/proof/assess-proof";
import { claimedFacts, type ClaimedFact } from "@/lib/express-entry/proof/claimed-facts";
import { PROOF_SOURCES } from "@/lib/express-entry/proof/proof-rules";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { personName } from "@/lib/format/names";
import { judgeNeed, takenKeys } from "./rules";
import type { CutOff, LedgerFact, NeedProof, ProofFigures, ProofLine, ProofWord } from "./types";

/** What a file is judged by, on which day. */
export interface ProofTerms {
  on: IsoDate;
  options: AssessOptions;
  /** The class of the open invitation; null: none is open. */
  invitationClass: Program | null;
  cutOff: CutOff | null;
}

export interface ProofSources {
  facts: CaseFacts;
  lines: readonly ProofLine[];
  words: readonly ProofWord[];
  /** When a fact last changed; null: not since changes are kept. */
  changedAt: (claim: ClaimedFact) => Date | null;
}

/** Every paper of every claim, by the key of the claim. */
function judgeAll(
  claims: readonly ClaimedFact[],
  taken: ReadonlySet<string>,
  { lines, words, changedAt }: ProofSources,
): ReadonlyMap<string, NeedProof[]> {
  return new Map(
    claims.map((claim) => [
      claim.key,
      claim.needs.map((need) =>
        judgeNeed({
          ...{ need, lines, changedAt: changedAt(claim), taken: taken.has(claim.key) },
          word: words.find(({ factKey, need: id }) => factKey === claim.key && id === need.id) ?? null,
        }),
      ),
    ]),
  );
}

/** The ledger of a file: each claim with its papers, and the score of the proven ones alone. */
export function proofFigures(sources: ProofSources, terms: ProofTerms): ProofFigures {
  const { facts } = sources;
  const { on, options, invitationClass, cutOff } = terms;
  const claims = claimedFacts(facts, on, options);
  const { testIds, notice } = assessCrs(facts, on, options);
  const counting = new Set(Object.values(testIds).filter((id): id is string => id !== null));
  const papers = judgeAll(claims, takenKeys(claims, counting), sources);
  const proven = claims
    .filter(({ key }) => papers.get(key)?.every(({ proves }) => proves))
    .map(({ key }) => key);
  const proof = assessProof(facts, on, new Set(proven), options);
  const names = new Map(facts.people.map((person) => [person.id, personName(person)]));
  const invited = proof.programs.find(({ program }) => program === invitationClass);
  return {
    ...{ on, rulesetId: proof.ruleset.id, claimed: proof.claimed, proven: proof.proven, cutOff },
    ...{ invitationClass, notice },
    classUnproven: invited?.claimed === "eligible" && invited.proven !== "eligible",
    facts: proof.facts.map((fact): LedgerFact => ({
      ...fact,
      personName: fact.personId === null ? null : (names.get(fact.personId) ?? null),
      papers: papers.get(fact.key) ?? [],
      ...PROOF_SOURCES[fact.kind],
    })),
    lines: proof.lines,
    programs: proof.programs,
  };
}

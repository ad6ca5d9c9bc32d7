/** What the ledger says in sentences. Pure. */
import type { LedgerFact, ProofFigures, Standing } from "@/lib/proof/types";
import type { Tone } from "@/components/ui/tone";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";

type Margin = Pick<ProofFigures, "cutOff" | "invitationClass">;

/** `, 21 below the 508 of the round of the invitation (…)`: how far a score is from the cut-off. */
export function marginWords(score: number, { cutOff, invitationClass }: Margin): string {
  if (cutOff === null) {
    const round = invitationClass === null ? "A round it could be in" : "The round of the invitation";
    return `. ${round} is not recorded, so nothing says how far that is from a cut-off`;
  }
  const { score: lowest, label, date, ofInvitation } = cutOff;
  const which = ofInvitation ? "the round of the invitation" : "the last round it could be in";
  const round = `the ${lowest} of ${which} (${label}, ${formatDate(date)})`;
  const margin = score - lowest;
  if (margin === 0) return `, exactly ${round}`;
  return `, ${Math.abs(margin)} ${margin > 0 ? "above" : "below"} ${round}`;
}

/** The facts that nothing proves, those with the most at stake first. */
function unprovenFacts({ facts }: Pick<ProofFigures, "facts">): LedgerFact[] {
  return facts.filter(({ proven }) => !proven).sort((a, b) => b.stake - a.stake);
}

/** What the proven facts alone would give, in one sentence. */
export function ledgerSentence(figures: ProofFigures): string {
  const { claimed, proven } = figures;
  const missing = unprovenFacts(figures);
  if (missing.length === 0) return `Every fact behind the ${claimed} points is proven.`;
  if (proven === claimed) {
    return `All ${claimed} points are proven; ${formatCount(missing.length, "fact")} beside them ${missing.length === 1 ? "is" : "are"} not.`;
  }
  const [first, ...rest] = missing;
  const more = rest.length === 0 ? "" : ` and ${formatCount(rest.length, "other fact")}`;
  return `${claimed - proven} points rest on what nothing proves yet: ${first?.label ?? ""}${more}.`;
}

/** A standing in a word, with its tone. */
export const STANDINGS: Readonly<Record<Standing, { tone: Tone; word: string }>> = {
  confirmed: { tone: "ok", word: "Confirmed" },
  proposed: { tone: "info", word: "Proposed" },
  outdated: { tone: "watch", word: "Look again" },
  refused: { tone: "late", word: "Does not prove it" },
  waiting: { tone: "watch", word: "Not in yet" },
  waived: { tone: "watch", word: "Waived" },
  missing: { tone: "late", word: "Nothing proves it" },
};

import { StatusIcon } from "@/components/ui/status-icon";
import type { SubmissionProof } from "@/lib/submission/types";

interface ProofMarkProps {
  proof: SubmissionProof;
  /** Of the ledger. */
  href: string;
}

/** `487 of 512 points proven, 21 below the cut-off with what is proven`. */
function figures(claimed: number, proven: number, cutOff: number | null): string {
  const share = proven === claimed ? `all ${claimed} points proven` : `${proven} of ${claimed} points proven`;
  if (cutOff === null) return share;
  const margin = proven - cutOff;
  if (margin === 0) return `${share}, at the cut-off of ${cutOff}`;
  return `${share}, ${Math.abs(margin)} ${margin > 0 ? "above" : "below"} the cut-off of ${cutOff}`;
}

/** The line of the ledger among the last steps: as it is now, or as it was signed. */
export function ProofMark({ proof: { now, signed }, href }: ProofMarkProps) {
  const shown = now ?? (signed && { claimed: signed.claimedPoints, proven: signed.provenPoints, ...signed });
  if (!shown) return null;
  const isProven = now === null ? shown.proven === shown.claimed : now.unproven === null;
  return (
    <li className="flex items-start gap-2">
      <StatusIcon tone={isProven ? "ok" : "watch"} label={isProven ? "Done" : "Look"} />
      <span>
        <b className="font-semibold">Proof:</b>{" "}
        <a href={href} className="text-link">
          {figures(shown.claimed, shown.proven, shown.cutOff)}
        </a>
        {signed?.reason && (
          <span className="block text-ink-2">
            Signed with {signed.provenPoints} of {signed.claimedPoints} proven: {signed.reason}
          </span>
        )}
      </span>
    </li>
  );
}

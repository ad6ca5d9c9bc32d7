import { StatusIcon } from "@/components/ui/status-icon";
import type { StreamFit } from "@/lib/express-entry/nomination/stream-fit";

const SIGNS = {
  met: { tone: "ok", label: "Met" },
  unknown: { tone: "watch", label: "To check" },
  not_met: { tone: "neutral", label: "Not met" },
} as const;

/** Why a stream fits a person, condition by condition. */
export function Conditions({ fit }: { fit: StreamFit }) {
  return (
    <ul className="space-y-0.5">
      {fit.conditions.map(({ id, label, verdict, figure, needs }) => (
        <li key={id} className="flex items-start gap-1.5">
          <StatusIcon
            tone={SIGNS[verdict].tone}
            label={SIGNS[verdict].label}
            size={14}
            className="mt-0.5 shrink-0"
          />
          <span>
            <span className="text-ink-2">{label}:</span> {figure}
            {verdict !== "met" && <span className="text-ink-2"> ({needs})</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

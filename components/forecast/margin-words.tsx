import { StatusIcon } from "@/components/ui/status-icon";
import type { Margin } from "@/lib/assessment/forecast/types";

/** `31 short`, `12 over`, `equal`. */
function marginWords(points: number): string {
  if (points === 0) return "equal";
  return points > 0 ? `${points} over` : `${-points} short`;
}

/** How far the best score is from the last round that would be open to it: sign, word and round. */
export function MarginWords({ margin }: { margin: Margin | null }) {
  if (margin === null) return <span className="text-ink-2">No recent round</span>;
  const isReached = margin.points >= 0;
  return (
    <>
      <span className={`flex items-center gap-1.5 font-semibold ${isReached ? "text-ok" : "text-late"}`}>
        <StatusIcon tone={isReached ? "ok" : "late"} size={14} />
        {marginWords(margin.points)}
      </span>
      <span className="block text-xs text-ink-2">
        {margin.kinds
          .slice(0, 2)
          .map(({ name, last }) => `${name} ${last.lowestCrs}`)
          .join(", ")}
      </span>
    </>
  );
}

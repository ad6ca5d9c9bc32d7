import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/quantities";
import type { PlainFault } from "@/lib/rules/types";

/** More than this is a list nobody reads. */
const SHOWN = 8;

/** What keeps a draft from coming into force. */
export function FaultNotice({ faults }: { faults: readonly PlainFault[] }) {
  if (faults.length === 0) return null;
  const more = faults.length - SHOWN;
  return (
    <Notice tone="watch" title={`Not ready: ${formatCount(faults.length, "figure")} to look at again`}>
      <ul className="list-disc pl-4">
        {faults.slice(0, SHOWN).map(({ path, message }) => (
          <li key={`${path} ${message}`} className="break-words">
            <code className="text-xs">{path || "the table"}</code> {message}
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {more} more.</p>}
    </Notice>
  );
}

import { StatusIcon } from "@/components/ui/status-icon";

/** What was saved and is worth a second look, under the fields while they are open. */
export function WarningLines({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="mt-3 space-y-1 text-sm">
      {warnings.map((warning) => (
        <li key={warning} className="flex items-start gap-1.5 text-watch">
          <StatusIcon tone="watch" size={14} className="mt-0.75" />
          <span>{warning}</span>
        </li>
      ))}
    </ul>
  );
}

import { TriangleAlert } from "lucide-react";
import { formatDateTime } from "@/lib/format/dates";
import type { OpenIncident } from "@/lib/reminders/types";

const WORDS: Readonly<Record<OpenIncident["kind"], string>> = {
  worker_silent: "The worker is silent: no mail and no reminder goes out.",
  reminder_late: "A reminder is more than half an hour late.",
};

/** Over every staff page of managers and administrators, while something beside the app does not work. */
export function IncidentBanner({ incidents, zone }: { incidents: readonly OpenIncident[]; zone: string }) {
  return (
    <aside
      aria-label="What does not work"
      className="border-b border-line bg-late-soft px-4 py-1.5 text-center text-xs text-ink print:hidden"
    >
      {incidents.map(({ kind, openedAt }) => (
        <p key={kind} className="flex items-center justify-center gap-x-2">
          <TriangleAlert size={14} className="shrink-0 text-late" aria-hidden />
          {WORDS[kind]} Since {formatDateTime(openedAt, zone)}.
        </p>
      ))}
    </aside>
  );
}

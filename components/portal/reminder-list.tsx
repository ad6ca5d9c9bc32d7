import { CalendarClock } from "lucide-react";
import { formatDate } from "@/lib/format/dates";
import type { ClientReminder } from "@/lib/reminders/types";
import { PortalSection } from "./portal-section";
import { portalWords } from "./words";

/** The dates that the client was reminded of and that still run. */
export async function ReminderList({ reminders }: { reminders: readonly ClientReminder[] }) {
  const { t, locale } = await portalWords();
  return (
    <PortalSection id="reminders" title={t("reminders.heading")}>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {reminders.map(({ id, kind, dueOn, daysLeft }) => (
          <li key={id} className="flex gap-3 border-t border-line px-4 py-3.5 first:border-t-0">
            <CalendarClock size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />
            <span className="min-w-0">
              <span className="block font-semibold">
                {t("reminders.line", { what: t(`reminders.kinds.${kind}`), date: formatDate(dueOn, locale) })}
              </span>
              <span className="block text-ink-2">{t("reminders.left", { days: Math.max(0, daysLeft) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </PortalSection>
  );
}

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { dateInZone, formatDayMonth, formatTime } from "@/lib/format/dates";
import { requestLocale, translations } from "@/lib/i18n/request-locale";
import { ruleText } from "@/lib/i18n/rule-text";
import type { Conversation, ThreadLine } from "@/lib/messages/types";

interface ThreadListProps {
  conversation: Conversation;
  /** The page of the threads: `/portal/messages`. */
  base: string;
}

type Texts = Awaited<ReturnType<typeof translations<"messages">>>;

function lastWords({ last }: ThreadLine, t: Texts): string {
  if (last === null) return t("nothing");
  const words = last.words.replace(/\s+/g, " ").trim() || t("onlyFiles");
  return last.own ? t("you", { words }) : words;
}

/** Every thread of a case: what it is about, its last words, and what is new in it. */
export async function ThreadList({ conversation: { threads, thread }, base }: ThreadListProps) {
  const [t, locale] = [await translations("messages"), await requestLocale()];
  const { today, timeZone } = thread.day;
  const when = (at: Date) => {
    const day = dateInZone(at, timeZone);
    return day === today ? formatTime(at, timeZone) : formatDayMonth(day, today, locale);
  };
  return (
    <nav aria-label={t("threads")} className="print:hidden">
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {threads.map((line) => {
          const isOpen = line.item?.id === thread.item?.id;
          return (
            <li key={line.item?.id ?? "general"}>
              <Link
                prefetch={false}
                href={`${base}?item=${line.item?.id ?? "general"}`}
                aria-current={isOpen ? "true" : undefined}
                className={classNames(
                  "block px-4 py-2.5 hover:bg-sunken",
                  isOpen && "border-l-3 border-maple bg-sunken pl-[13px]",
                )}
              >
                <span className="flex items-baseline gap-2">
                  <span className={classNames("min-w-0 flex-1", line.unread > 0 && "font-semibold")}>
                    {line.item === null ? t("general") : ruleText(locale, line.item.title)}
                  </span>
                  {line.last && (
                    <time dateTime={line.last.at.toISOString()} className="flex-none text-xs text-ink-3">
                      {when(line.last.at)}
                    </time>
                  )}
                </span>
                <span className="mt-0.5 flex items-center gap-2">
                  <span className="min-w-0 flex-1 truncate text-sm text-ink-2">{lastWords(line, t)}</span>
                  {line.unread > 0 ? (
                    <Badge tone="info">{t("unread", { count: line.unread })}</Badge>
                  ) : (
                    line.waiting > 0 && <Badge tone="watch">{t("waiting")}</Badge>
                  )}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

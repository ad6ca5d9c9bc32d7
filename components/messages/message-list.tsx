import { Avatar } from "@/components/ui/avatar";
import type { Thread, ThreadMessage } from "@/lib/messages/types";
import { dateInZone, formatDateTime, formatTime } from "@/lib/format/dates";
import { requestLocale, translations } from "@/lib/i18n/request-locale";

type Texts = Awaited<ReturnType<typeof translations<"messages">>>;

function whenOf(
  { sentAt }: ThreadMessage,
  { today, timeZone }: Thread["day"],
  { t, language }: { t: Texts; language: string },
): string {
  return dateInZone(sentAt, timeZone) === today
    ? t("today", { time: formatTime(sentAt, timeZone) })
    : formatDateTime(sentAt, timeZone, { language });
}

/** The messages of a thread, oldest first. The viewer's own side stands at the right. */
export async function MessageList({ thread }: { thread: Thread }) {
  const [t, language] = [await translations("messages"), await requestLocale()];
  return (
    <ol aria-label={t("list")} className="flex flex-col gap-4 px-4 py-4">
      {thread.messages.map((message) => (
        <li
          key={message.id}
          className={`flex max-w-160 gap-3 ${message.own ? "flex-row-reverse self-end" : "self-start"}`}
        >
          <Avatar name={message.authorName} size="md" />
          <div className="min-w-0">
            <p
              className={`flex flex-wrap items-baseline gap-x-2 text-xs text-ink-3 in-data-[density=portal]:text-sm ${message.own ? "justify-end" : ""}`}
            >
              <span className="text-sm font-semibold text-ink">{message.authorName}</span>
              <time dateTime={message.sentAt.toISOString()}>
                {whenOf(message, thread.day, { t, language })}
              </time>
              {message.own && <span>{message.readAt === null ? t("notOpened") : t("opened")}</span>}
              {!message.own && message.readAt === null && (
                <span className="font-semibold text-info">{t("new")}</span>
              )}
            </p>
            <p
              className={`mt-1 rounded-lg border border-line px-3 py-2 break-words whitespace-pre-wrap ${message.own ? "bg-sunken" : "bg-surface"}`}
            >
              {message.body}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { MessageFile, Thread, ThreadMessage } from "@/lib/messages/types";
import { dateInZone, formatDateTime, formatTime } from "@/lib/format/dates";
import { requestLocale, translations } from "@/lib/i18n/request-locale";
import { MessageFiles } from "./message-files";

interface MessageListProps {
  thread: Thread;
  /** What can be done with a file of a message; for staff. */
  fileTools?: (file: MessageFile) => ReactNode;
}

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

/** Who wrote it, when, and whether the other side has opened it. */
function Head({ message, when, t }: { message: ThreadMessage; when: string; t: Texts }) {
  const { own, authorName, sentAt, readAt, notNeededBy } = message;
  return (
    <p
      className={`flex flex-wrap items-baseline gap-x-2 text-xs text-ink-3 in-data-[density=portal]:text-sm ${own ? "justify-end" : ""}`}
    >
      <span className="text-sm font-semibold text-ink">{authorName}</span>
      <time dateTime={sentAt.toISOString()}>{when}</time>
      {own && <span>{readAt === null ? t("notOpened") : t("opened")}</span>}
      {!own && readAt === null && <span className="font-semibold text-info">{t("new")}</span>}
      {notNeededBy !== null && <span>{t("notNeededBy", { name: notNeededBy })}</span>}
    </p>
  );
}

/** The messages of a thread, oldest first. The viewer's own side stands at the right. */
export async function MessageList({ thread, fileTools }: MessageListProps) {
  const [t, language] = [await translations("messages"), await requestLocale()];
  return (
    <ol aria-label={t("list")} className="flex flex-col gap-4 px-4 py-4">
      {thread.messages.map((message) => (
        <li
          key={message.id}
          id={`m-${message.id}`}
          className={`flex max-w-160 gap-3 print:break-inside-avoid ${message.own ? "flex-row-reverse self-end" : "self-start"}`}
        >
          <Avatar name={message.authorName} size="md" />
          <div className="min-w-0">
            <Head message={message} when={whenOf(message, thread.day, { t, language })} t={t} />
            {message.body !== "" && (
              <p
                className={`mt-1 rounded-lg border border-line px-3 py-2 wrap-anywhere whitespace-pre-wrap ${message.own ? "bg-sunken" : "bg-surface"}`}
              >
                {message.body}
              </p>
            )}
            {message.files.length > 0 && <MessageFiles files={message.files} tools={fileTools} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

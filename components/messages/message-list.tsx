import { Avatar } from "@/components/ui/avatar";
import type { Thread, ThreadMessage } from "@/lib/messages/types";
import { dateInZone, formatDateTime, formatTime } from "@/lib/format/dates";

function whenOf(message: ThreadMessage, { today, timeZone }: Thread["day"]): string {
  return dateInZone(message.sentAt, timeZone) === today
    ? `today, ${formatTime(message.sentAt, timeZone)}`
    : formatDateTime(message.sentAt, timeZone);
}

/** The messages of a thread, oldest first. The viewer's own side stands at the right. */
export function MessageList({ thread }: { thread: Thread }) {
  return (
    <ol aria-label="Messages" className="flex flex-col gap-4 px-4 py-4">
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
              <time dateTime={message.sentAt.toISOString()}>{whenOf(message, thread.day)}</time>
              {message.own && <span>{message.readAt === null ? "Not opened yet" : "Opened"}</span>}
              {!message.own && message.readAt === null && (
                <span className="font-semibold text-info">New</span>
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

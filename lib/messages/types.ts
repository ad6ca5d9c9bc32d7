import type { FirmDay } from "@/lib/cases/types";

export interface ThreadMessage {
  id: string;
  /** Written by the viewer's side: the firm for staff, the client for clients. */
  own: boolean;
  authorName: string;
  body: string;
  sentAt: Date;
  /** When the other side opened it. */
  readAt: Date | null;
}

/** What client and firm wrote to each other, a page of it, oldest first. */
export interface Thread {
  caseId: string;
  messages: ThreadMessage[];
  /** Cursor of the page before; null where the thread begins. */
  older: string | null;
  /** Messages of the other side that nobody has opened yet. */
  unread: number;
  /** Newest instant shown, for marking as read exactly what was seen. */
  shownUntil: string | null;
  day: FirmDay;
  allowed: { send: boolean };
}

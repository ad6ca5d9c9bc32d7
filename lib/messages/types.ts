import type { FirmDay } from "@/lib/cases/types";
import type { Preview } from "@/lib/documents/types";

/** A file that came with a message. */
export interface MessageFile {
  versionId: string;
  fileName: string;
  /** Bytes. */
  size: number;
  preview: Preview;
  /** The item that staff put it to; null: it stays with the message. */
  placedAt: { requirementId: string; title: string } | null;
}

/** A file that waits in the viewer's composer until its message is sent. */
export interface DraftFile {
  id: string;
  fileName: string;
  /** Bytes. */
  size: number;
}

export interface ThreadMessage {
  id: string;
  /** Written by the viewer's side: the firm for staff, the client for clients. */
  own: boolean;
  authorName: string;
  /** Empty where a message is nothing but its files. */
  body: string;
  files: MessageFile[];
  sentAt: Date;
  /** When the other side opened it. */
  readAt: Date | null;
  /** Who said that these words of the client need no answer; for staff alone. */
  notNeededBy: string | null;
}

/** What a thread hangs on. */
export interface ThreadItem {
  id: string;
  title: string;
}

/** One thread of a case as a list names it. */
export interface ThreadLine {
  /** null: the general thread of the case. */
  item: ThreadItem | null;
  messages: number;
  /** Messages of the other side that nobody has opened yet. */
  unread: number;
  /** Words of the client that wait for an answer; for staff alone. */
  waiting: number;
  last: { at: Date; words: string; own: boolean } | null;
}

/** What client and firm wrote to each other about one thing, a page of it, oldest first. */
export interface Thread {
  caseId: string;
  /** null: the general thread. */
  item: ThreadItem | null;
  messages: ThreadMessage[];
  /** Cursor of the page before; null where the thread begins. */
  older: string | null;
  /** Newer messages are on another page. */
  hasNewer: boolean;
  /** Messages of the other side, on this page, that nobody has opened yet: what is read when it is on the screen. */
  unreadIds: string[];
  /** Words of the client, on this page, that wait for an answer; for staff alone. */
  waitingIds: string[];
  /** Of the whole thread. */
  unread: number;
  drafts: DraftFile[];
  day: FirmDay;
  allowed: { send: boolean; place: boolean };
}

/** The threads of a case and the one that is open. */
export interface Conversation {
  threads: ThreadLine[];
  thread: Thread;
}

/** A message that has the words that were searched for. */
export interface FoundMessage {
  id: string;
  item: ThreadItem | null;
  authorName: string;
  /** The words around the first place where it was found. */
  words: string;
  sentAt: Date;
  /** Cursor of the page on which it is the newest. */
  cursor: string;
}

export interface MessageSearch {
  query: string;
  found: FoundMessage[];
  /** There are more than are listed. */
  isMore: boolean;
}

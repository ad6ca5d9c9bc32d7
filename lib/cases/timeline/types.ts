import type { FirmDay } from "../types";

/** Kinds the timeline can be narrowed to; every event belongs to exactly one. */
export type TimelineKind = "steps" | "facts" | "documents" | "messages" | "dates" | "access" | "other";

/** One event, as the log holds it. Labels, dates and states only. */
export interface LoggedEvent {
  event: string;
  outcome: "ok" | "refused";
  actorRole: string;
  actorName: string | null;
  detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** One event in plain words: the actor, then what they did. */
export interface TimelineLine {
  id: string;
  at: Date;
  actor: string;
  /** Did by the system rather than a person. */
  byMachine: boolean;
  words: string;
  kind: TimelineKind;
}

export interface CaseTimeline {
  lines: TimelineLine[];
  /** Where the next, older page starts; null at the end. */
  older: string | null;
  day: FirmDay;
}

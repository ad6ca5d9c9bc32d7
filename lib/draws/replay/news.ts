/** What a client is told of a round that concerns them, in plain words. Pure. */
import { counted } from "@/lib/express-entry/counted";
import type { ReplayReason } from "@/lib/express-entry/draws/replay";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { programLabel } from "../rules";

export interface ConcernedClient {
  outcome: "reached" | "near_miss";
  reason: ReplayReason;
  score: number | null;
  margin: number | null;
  secondsLate: number | null;
  weeksShort: number | null;
  /** A fact that decides is not known: nothing is promised. */
  inDoubt: boolean;
}

export interface RoundInWords {
  program: string;
  date: IsoDate;
  lowestCrs: number;
}

/** `Canadian Experience Class, 7 Jan 2026`. */
export function roundTitle({ program, date }: Pick<RoundInWords, "program" | "date">): string {
  return `${programLabel(program)}, ${plainDate(date)}`;
}

function missedBy({ reason, margin, secondsLate, weeksShort }: ConcernedClient): string {
  if (reason === "category_weeks") {
    return `your score is high enough, and you were ${counted(weeksShort ?? 0, "week")} of work short of this category`;
  }
  if (secondsLate !== null) {
    return "your score is the lowest score itself, and profiles with the same score were taken by the time they were sent: yours was sent later";
  }
  return `you were ${counted(-(margin ?? 0), "point")} short`;
}

/** The message of a client: what happened, what it means for them, what to do. `consultant` is whom they know. */
export function newsForClient(client: ConcernedClient, round: RoundInWords, consultant: string): string {
  const happened = `There was a round of invitations on ${plainDate(round.date)}: ${programLabel(round.program)}, lowest score ${round.lowestCrs}.`;
  const signed = `Landfall wrote this for ${consultant}, who is told as well.`;
  if (client.outcome === "reached" && client.inDoubt) {
    return `${happened} Your score of ${client.score ?? "—"} is high enough for it, and one thing in your file is not certain yet. ${consultant} looks at it and at your account with the government, and writes to you. You need do nothing now.\n\n${signed}`;
  }
  if (client.outcome === "reached") {
    return `${happened} By the published rules it reached you: your score is ${client.score ?? "—"}. Look in your account with the government for an invitation to apply, and tell ${consultant} when it is there. From its day there are 60 days to send the complete application.\n\n${signed}`;
  }
  return `${happened} It did not reach you this time: ${missedBy(client)}. Your profile stays in the pool, and the next round may be different. You need do nothing now.\n\n${signed}`;
}

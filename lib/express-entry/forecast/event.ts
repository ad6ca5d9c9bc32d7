/** Something that happens by itself on a date, and what of the score or of eligibility it can move. */
import type { OfficialLanguage } from "../facts";
import type { IsoDate } from "../timing/calendar-date";
import type { CauseKind, ForecastCause } from "./types";

/** The part of the score or of eligibility that an event can move. */
export type Concern =
  | "age"
  | "education"
  | OfficialLanguage
  | "certificate"
  | "nomination"
  | "spouse"
  | "funds"
  | "ruleset"
  | "rules"
  /** Facts that a scenario changes on the date. */
  | "anything"
  | "nothing";

export interface ForecastEvent extends Omit<ForecastCause, "points"> {
  on: IsoDate;
  concern: Concern;
  /** Said where it moves no figure; null: not worth saying then. */
  marker: string | null;
}

interface EventWording {
  label: string;
  noun: string;
  clause?: string;
  marker?: string | null;
}

/** An event; its clause is its label where none is given. */
export function makeEvent(
  on: IsoDate,
  kind: CauseKind,
  concern: Concern,
  { label, noun, clause = label, marker = null }: EventWording,
  about: Partial<Pick<ForecastEvent, "personId" | "refId" | "lastDay">> = {},
): ForecastEvent {
  return {
    on,
    kind,
    concern,
    label,
    noun,
    clause,
    marker,
    personId: null,
    refId: null,
    lastDay: null,
    ...about,
  };
}

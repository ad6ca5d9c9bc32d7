import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import type { MedianOf } from "../history/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** What the firm has found a kind of document to take, from a day on. */
export interface LeadTime {
  kind: DocumentKind;
  /** Set where it is about one country's. */
  country: string | null;
  /** null: the shipped days hold again. */
  days: number | null;
  effectiveFrom: IsoDate;
  enteredAt: Date;
}

/** The same with who entered it, for the settings. */
export interface LeadTimeEntry extends LeadTime {
  id: string;
  note: string;
  by: string;
}

/** A kind of document with its shipped days and the firm's own that hold today. */
export interface LeadTimeLine {
  kind: DocumentKind;
  label: string;
  shippedDays: number;
  /** The firm's, for every country; null: the shipped days hold. */
  own: LeadTimeEntry | null;
  /** By country, by name: the firm's own days, or what its files took, or both. */
  countries: { code: string; countryName: string; own: LeadTimeEntry | null; measured: MedianOf | null }[];
  /** What it took in the firm's own files; null: in none yet. */
  measured: MedianOf | null;
}

export interface LeadTimeSettings {
  today: IsoDate;
  lines: LeadTimeLine[];
  /** Entries that begin later. */
  coming: (LeadTimeEntry & { label: string; countryName: string | null })[];
  /** Of the document rules that the shipped days are from. */
  source: string;
  allowed: { edit: boolean };
}

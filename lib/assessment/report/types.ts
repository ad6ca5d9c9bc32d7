import type { ScorePart } from "@/lib/assessment/rules";
import type { Verdict } from "@/lib/express-entry/eligibility/criterion";
import type { PoolStanding } from "@/lib/express-entry/forecast/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** A column of a table; `share` is its part of the width, of the sum of all. */
export interface Column {
  label: string;
  share: number;
  align?: "right";
}

export interface TableLine {
  cells: readonly string[];
  /** `head` opens a group, `total` closes one, `quiet` is a line that gave nothing. */
  look?: "head" | "total" | "quiet";
  /** Drawn before the first cell, with its word in the text. */
  verdict?: Verdict;
}

/** The score of each day ahead, with the cut-offs it is measured by. */
export interface ChartData {
  from: IsoDate;
  to: IsoDate;
  steps: readonly { from: IsoDate; to: IsoDate; score: number; standing: PoolStanding }[];
  /** Numbered as in the table beneath. */
  marks: readonly { on: IsoDate; number: number; score: number }[];
  cutOffs: readonly { label: string; score: number }[];
  /** What the picture shows, in words. */
  description: string;
}

/** One thing on the paper, top to bottom. */
export type Block =
  | { kind: "heading"; text: string; detail?: string }
  | { kind: "subheading"; text: string; detail?: string; verdict?: Verdict }
  | { kind: "paragraph"; text: string; quiet?: boolean }
  | { kind: "notice"; text: string }
  | { kind: "list"; items: readonly string[] }
  | { kind: "table"; caption: string; columns: readonly Column[]; lines: readonly TableLine[] }
  | {
      kind: "score";
      total: number;
      label: string;
      parts: readonly ScorePart[];
      cutOff: { score: number; label: string } | null;
    }
  | { kind: "chart"; data: ChartData };

export interface Letterhead {
  firmName: string;
  /** Address, telephone, e-mail: those that are known. */
  lines: readonly string[];
}

/** The assessment of one client on one day, as a paper to take home: words and figures, nothing to work out. */
export interface AssessmentReport {
  letterhead: Letterhead;
  title: string;
  clientName: string;
  /** Under the title: who prepared it, for which day, under which rules. */
  particulars: readonly { term: string; value: string }[];
  blocks: readonly Block[];
  /** At the foot of every page. */
  foot: string;
  /** Instant of printing, for the file's own data. */
  printedAt: Date;
}

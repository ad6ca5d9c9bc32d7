/** Rows behind a figure, in words. Pure. */
import { countryName } from "@/lib/format/countries";
import { formatMonth } from "@/lib/format/dates";
import { DEPTH_LABELS, OUTCOME_LABELS } from "../rules";
import type { FactSet, Figure } from "../types";
import { kindLabel, reasonLabel } from "./kinds";
import { stageLabel } from "./stages";

interface SetWords {
  title: string;
  dateLabel: string;
  daysLabel: string | null;
}

const WORDS: Readonly<Record<FactSet, SetWords>> = {
  ended_windows: { title: "Windows that ended", dateLabel: "Ended", daysLabel: null },
  stays: { title: "Stays in a stage that ended", dateLabel: "Left it", daysLabel: "Days in it" },
  documents: { title: "Documents accepted", dateLabel: "Accepted", daysLabel: "Days it took" },
  reviews: { title: "Documents reviewed", dateLabel: "Reviewed", daysLabel: null },
  enquiries: { title: "Enquiries", dateLabel: "Opened", daysLabel: null },
  open_cases: { title: "Open files", dateLabel: "In this stage since", daysLabel: null },
  open_windows: { title: "Open windows", dateLabel: "Last day", daysLabel: null },
  waiting_reviews: { title: "Reviews waiting", dateLabel: "Received", daysLabel: null },
};

const OUTCOMES: Readonly<Record<string, string | undefined>> = OUTCOME_LABELS;

export interface FactWords {
  group: string;
  part: string;
  depth: number;
}

function groupWords(set: FactSet, group: string): string {
  switch (set) {
    case "ended_windows":
      return OUTCOMES[group] ?? group;
    case "stays":
    case "open_cases":
      return stageLabel(group);
    case "documents":
    case "reviews":
    case "waiting_reviews":
      return kindLabel(group);
    case "enquiries":
      return group === "" ? "Source not said" : group;
    case "open_windows":
      return "60-day window";
  }
}

function partWords(set: FactSet, group: string, part: string): string {
  if (set === "reviews") return part === "" ? "accepted" : reasonLabel(group, part);
  return part === "" ? "" : countryName(part);
}

/** What a row is: `Police certificate, India`. */
export function whatOf(set: FactSet, { group, part, depth }: FactWords): string {
  const words = [groupWords(set, group), partWords(set, group, part)];
  if (set === "enquiries") words.push(depth > 0 ? `came to: ${DEPTH_LABELS[depth] ?? ""}` : "");
  if (set === "documents") words.push(depth > 0 ? "returned before" : "");
  return words.filter((word) => word !== "").join(", ");
}

/** What a figure counts: `Windows that ended: submitted in time, Mar 2026`. */
export function titleOf(figure: Figure): string {
  const { set, month, group, part, depth, returned } = figure;
  const narrowed = [
    group === undefined ? "" : groupWords(set, group),
    part === undefined ? "" : partWords(set, group ?? "", part),
    depth === undefined ? "" : `came at least to: ${DEPTH_LABELS[depth] ?? ""}`,
    returned ? (set === "reviews" ? "sent back" : "returned before") : "",
    month === undefined ? "" : formatMonth(`${month}-01`),
  ].filter((word) => word !== "");
  const { title } = WORDS[set];
  return narrowed.length === 0 ? title : `${title}: ${narrowed.join(", ")}`;
}

export const dateLabelOf = (set: FactSet): string => WORDS[set].dateLabel;
export const daysLabelOf = (set: FactSet): string | null => WORDS[set].daysLabel;

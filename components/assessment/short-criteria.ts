/**
 * The table of programs: rows are criteria, columns programs. The engine's sentences are cut to a table's width, never
 * re-decided; in full they stand under the table.
 */
import type { Criterion, Program } from "@/lib/express-entry/eligibility/criterion";
import { PROVINCE_LABELS } from "@/lib/people/rules";

export const PROGRAM_ORDER: readonly Program[] = ["CEC", "FSW", "FST", "PNP"];

export const PROGRAM_NAMES: Readonly<Record<Program, string>> = {
  CEC: "Canadian Experience Class",
  FSW: "Federal Skilled Worker",
  FST: "Federal Skilled Trades",
  PNP: "Provincial nominee",
};

export interface CriterionRow {
  label: string;
  /** Ids of the engine's criteria that stand in this row, at most one a program. */
  ids: readonly string[];
}

export const CRITERION_ROWS: readonly CriterionRow[] = [
  { label: "Skilled work", ids: ["cec.work", "fsw.work", "fst.work", "pnp.federal-program"] },
  { label: "Language", ids: ["cec.language", "fsw.language", "fst.language"] },
  { label: "Education", ids: ["fsw.education"] },
  { label: "Own condition", ids: ["fsw.grid", "fst.certificate-or-offer", "pnp.nomination"] },
  { label: "Funds", ids: ["fsw.funds", "fst.funds"] },
  {
    label: "Place",
    ids: ["cec.outside-quebec", "fsw.outside-quebec", "fst.outside-quebec", "pnp.residence"],
  },
];

export interface ShortCriterion {
  figure: string;
  needs: string;
}

/** `CLB 9`, `NCLC 6 to 8` of a sentence with one level an ability. */
function shortLevels(figure: string): string {
  const levels = [...figure.replaceAll("below 4", "0").matchAll(/\d+/g)].map(([level]) => Number(level));
  if (levels.length === 0) return "No test";
  const scale = figure.startsWith("French") ? "NCLC" : "CLB";
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  return least === most ? `${scale} ${least}` : `${scale} ${least} to ${most}`;
}

/** `CLB 7`, `CLB 5 and 4` of what a program needs. */
function neededLevels(needs: string): string {
  const levels = [...needs.matchAll(/CLB (\d+)/g)].map(([, level]) => level);
  const shown = needs.includes("speaking") ? levels.slice(0, 2) : levels.slice(0, 1);
  return `needs CLB ${shown.join(" and ")}`;
}

const neededHours = (needs: string) => `needs ${/^[\d,]+ h/.exec(needs)?.[0] ?? needs}`;
const neededDollars = (needs: string) => {
  const amount = /\$[\d,]+/.exec(needs)?.[0];
  return amount === undefined ? needs : `needs ${amount}`;
};

function shortFunds(figure: string): string {
  if (figure.startsWith("Exempt")) return "Exempt";
  // The day of the balance stands in the popover.
  return figure === "Not asked" ? "Not entered" : (figure.split(" on ")[0] ?? figure);
}

function shortEducation(figure: string): string {
  if (figure.startsWith("Foreign")) return "No ECA that counts";
  const words = figure.replace(/ (?:degree )?or .*$/, "").replace(" post-secondary credential", " program");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `Ontario` of `Intends to live in ON`. */
function shortPlace(figure: string): string {
  const code = figure.replace("Intends to live in ", "");
  return code in PROVINCE_LABELS ? PROVINCE_LABELS[code as keyof typeof PROVINCE_LABELS] : code;
}

/** What fits a cell: the figure, and what is needed. */
export function shortCriterion({ id, figure, needs }: Criterion): ShortCriterion {
  const [, kind] = id.split(".");
  switch (kind) {
    case "work":
      return { figure: figure.split(/ in the last| in NOC|, from/)[0] ?? figure, needs: neededHours(needs) };
    case "language":
      return { figure: shortLevels(figure), needs: neededLevels(needs) };
    case "education":
      return { figure: shortEducation(figure), needs: "needs secondary" };
    case "grid":
      return {
        figure: `Grid ${Number.parseInt(figure, 10)} of 100`,
        needs: `needs ${Number.parseInt(needs, 10)}`,
      };
    case "funds":
      return { figure: shortFunds(figure), needs: neededDollars(needs) };
    case "outside-quebec":
      return { figure: shortPlace(figure), needs: "not Quebec" };
    case "residence":
      return { figure: shortPlace(figure), needs: "where nominated" };
    case "certificate-or-offer":
      return figure === "Neither in the trade"
        ? { figure: "No certificate", needs: "or qualifying offer" }
        : { figure: figure.replace(" of qualification", ""), needs: "a certificate or an offer" };
    case "nomination":
      return { figure, needs: "needs one, accepted" };
    case "federal-program":
      return { figure: figure.replace("Qualifies for", "Meets"), needs: "needs one program" };
    default:
      return { figure, needs };
  }
}

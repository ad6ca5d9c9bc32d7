/** What the printed assessment says, from an assessment and a forecast. Pure: the same input, the same paper. */
import { capsInWords, scoreParts } from "@/lib/assessment/rules";
import type { Assessment, MoneyNeeds } from "@/lib/assessment/types";
import { programLabel } from "@/lib/draws/rules";
import type { Criterion, Program, Verdict } from "@/lib/express-entry/eligibility/criterion";
import type { FeeKind } from "@/lib/express-entry/funds-and-fees/government-fees";
import { formatDollars } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/quantities";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { Block, Column, TableLine } from "./types";

const PROGRAM_NAMES: Readonly<Record<Program, string>> = {
  CEC: "Canadian Experience Class",
  FSW: "Federal Skilled Worker",
  FST: "Federal Skilled Trades",
  PNP: "Provincial nominee",
};
const PROGRAM_ORDER: readonly Program[] = ["CEC", "FSW", "FST", "PNP"];
const VERDICT_WORDS = { met: "met", not_met: "not met", unknown: "unknown" } as const;
const PROGRAM_WORDS = {
  eligible: "eligible",
  not_eligible: "not eligible",
  unknown: "not known yet",
} as const;
const VERDICT_OF = { eligible: "met", not_eligible: "not_met", unknown: "unknown" } as const;

const FEE_WORDS: Readonly<Record<FeeKind, string>> = {
  processing: "Processing",
  right_of_permanent_residence: "Right of permanent residence",
  biometrics: "Biometrics",
};

/** `1,200`. */
const grouped = formatNumber;

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The answer in two sentences: what is open today, and how far the last round was. */
function verdictInWords({ met, eligibility, lastRound, crs }: Assessment): string {
  const { invitationClass } = eligibility;
  const open =
    met.length === 0
      ? "By the facts on file no program is met on this day."
      : `By the facts on file these programs are met on this day: ${listed(met.map((one) => PROGRAM_NAMES[one]))}.`;
  const under =
    invitationClass === null
      ? ""
      : ` An invitation in a general round would be for ${PROGRAM_NAMES[invitationClass]}.`;
  if (lastRound === null) return open + under;
  const margin = crs.score.total - lastRound.lowestCrs;
  const distance =
    margin === 0
      ? "exactly this score"
      : margin > 0
        ? `${margin} fewer than this score`
        : `${-margin} more than this score`;
  const kind = lastRound.kind === "general" ? "general" : lastRound.kind;
  return `${open}${under} The last recorded ${kind} round, on ${plainDate(lastRound.date)}, took ${lastRound.lowestCrs} and more: ${distance}.`;
}

/** The first page: the score, what is open, and what the figures are not. */
export function summaryBlocks(assessment: Assessment): Block[] {
  const { crs, lastRound, on } = assessment;
  return [
    {
      kind: "score",
      total: crs.score.total,
      label: `CRS on ${plainDate(on)}`,
      parts: scoreParts(crs),
      cutOff: lastRound && {
        score: lastRound.lowestCrs,
        label: `${lastRound.lowestCrs}, last recorded ${lastRound.kind} round, ${plainDate(lastRound.date)}`,
      },
    },
    ...(crs.notice === null ? [] : [{ kind: "notice", text: crs.notice } as const]),
    { kind: "paragraph", text: verdictInWords(assessment) },
  ];
}

function criterionLine({ label, verdict, figure, needs, section, metOn, lastDay }: Criterion): TableLine {
  const when = [
    ...(metOn === undefined ? [] : [`met on ${plainDate(metOn)} if nothing changes`]),
    ...(lastDay === undefined ? [] : [`counts to ${plainDate(lastDay)}`]),
  ];
  return {
    verdict,
    cells: [`${label}: ${VERDICT_WORDS[verdict]}`, sentence([figure, ...when].join("; ")), needs, section],
  };
}

export function programBlocks({ eligibility }: Assessment): Block[] {
  const programs = PROGRAM_ORDER.flatMap((name) =>
    eligibility.programs.filter(({ program }) => program === name),
  );
  return [
    { kind: "heading", text: "Programs" },
    ...programs.flatMap(({ program, verdict, criteria }): Block[] => [
      {
        kind: "subheading",
        text: `${PROGRAM_NAMES[program]} (${program})`,
        detail: PROGRAM_WORDS[verdict],
        verdict: VERDICT_OF[verdict] satisfies Verdict,
      },
      {
        kind: "table",
        caption: `${PROGRAM_NAMES[program]}, criterion by criterion`,
        columns: [
          { label: "Criterion", share: 25 },
          { label: "What there is", share: 29 },
          { label: "What is needed", share: 29 },
          { label: "Section", share: 17 },
        ],
        lines: criteria.map(criterionLine),
      },
    ]),
  ];
}

/** Of a table of points: what is scored, from what, and how much of how much. */
function pointColumns(of: string): Column[] {
  return [
    { label: of, share: 34 },
    { label: "From", share: 48 },
    { label: "Points", share: 9, align: "right" },
    { label: "Maximum", share: 11, align: "right" },
  ];
}

export function scoreBlocks({ crs, ruleset }: Assessment): Block[] {
  const lines = crs.sections.flatMap((section): TableLine[] => [
    {
      look: "head",
      cells: [
        section.label,
        capsInWords(section.id, crs, ruleset),
        grouped(section.points),
        grouped(section.max),
      ],
    },
    ...crs.lines
      .filter((line) => line.section === section.id)
      .map(({ label, input, points, max }): TableLine => ({
        cells: [label, sentence(input), grouped(points), grouped(max)],
        ...(points === 0 ? { look: "quiet" } : {}),
      })),
  ]);
  const total = {
    look: "total",
    cells: ["Total", "", grouped(crs.score.total), grouped(ruleset.maxima.grand_total)],
  } as const;
  return [
    { kind: "heading", text: "Score, line by line", detail: `ruleset ${ruleset.id}` },
    {
      kind: "table",
      caption: "The lines of the score",
      columns: pointColumns("Line"),
      lines: [...lines, total],
    },
    { kind: "paragraph", quiet: true, text: "Lines are before caps; sections and total are after them." },
  ];
}

export function gridBlocks({ eligibility: { grid } }: Assessment): Block[] {
  return [
    {
      kind: "heading",
      text: "Skilled Worker selection grid",
      detail: `${grid.total} of 100, needs ${grid.passMark}`,
    },
    {
      kind: "table",
      caption: "The selection grid",
      columns: pointColumns("Factor"),
      lines: [
        ...grid.lines.map(({ label, input, points, max }): TableLine => ({
          cells: [label, sentence(input), grouped(points), grouped(max)],
          ...(points === 0 ? { look: "quiet" } : {}),
        })),
        { look: "total", cells: ["Total", "", String(grid.total), "100"] },
      ],
    },
  ];
}

/** The categories that are open or undecided; the others are only counted. */
export function categoryBlocks({ categories }: Assessment): Block[] {
  if (categories.length === 0) return [];
  const shown = categories.filter(({ verdict }) => verdict !== "not_met");
  const others = categories.length - shown.length;
  const version = categories[0]?.version ?? "";
  return [
    { kind: "heading", text: "Category rounds", detail: version },
    ...(shown.length === 0
      ? []
      : [
          {
            kind: "list",
            items: shown.map(
              ({ category, verdict, figure }) =>
                `${programLabel(category)}: ${verdict === "met" ? "in" : "not known yet"}. ${figure}.`,
            ),
          } as const,
        ]),
    {
      kind: "paragraph",
      quiet: true,
      text: `${shown.length === 0 ? `Out of all ${others} categories of this list` : `Out of the other ${others}`}. A category never changes the score; it opens rounds, and is tested again at the application.`,
    },
  ];
}

function fundsWords({ funds, familySize, asked, held }: MoneyNeeds): string {
  const family = familySize === 1 ? "one person" : `a family of ${familySize}`;
  const needed =
    funds === null
      ? "No table of settlement funds is known for this day."
      : `Settlement funds for ${family}: ${formatDollars(funds.cents)}, table of ${plainDate(funds.effectiveFrom)}.`;
  const proof =
    asked === null
      ? ""
      : asked.required
        ? ` They must be proved: ${asked.reason}.`
        : ` They are not asked for: ${asked.reason}.`;
  const has =
    held === null
      ? " What the family has is not on file."
      : ` On file: ${formatDollars(held.cents)} on ${plainDate(held.asOf)}.`;
  return needed + proof + has;
}

export function moneyBlocks({ money }: Assessment): Block[] {
  const { fees, feesFrom, names } = money;
  const payer = (personId: string | null) =>
    personId === null ? "The family together" : (names[personId] ?? "");
  return [
    { kind: "heading", text: "Funds and government fees", detail: "Canadian dollars" },
    { kind: "paragraph", text: fundsWords(money) },
    ...(fees === null
      ? [{ kind: "paragraph", text: "No government fees are known for this day." } as const]
      : [
          {
            kind: "table",
            caption: "Government fees, by who pays",
            columns: [
              { label: "Who pays", share: 40 },
              { label: "Fee", share: 44 },
              { label: "Amount", share: 16, align: "right" },
            ],
            lines: [
              ...fees.lines.map(({ kind, personId, cents }): TableLine => ({
                cells: [payer(personId), FEE_WORDS[kind], formatDollars(cents)],
              })),
              { look: "total", cells: ["Total", "", formatDollars(fees.totalCents)] },
            ],
          } as const,
          {
            kind: "paragraph",
            quiet: true,
            text: `For an application received on this day${feesFrom === null ? "" : `, fees from ${plainDate(feesFrom)}`}. The right of permanent residence fee may be paid later. The firm’s own fees are in the service agreement.`,
          } as const,
        ]),
  ];
}

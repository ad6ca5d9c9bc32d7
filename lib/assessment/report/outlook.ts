/** The part of the report that looks ahead: forecast, options, what is not certain. Pure. */
import type { ForecastPage } from "@/lib/assessment/forecast/types";
import { competesIn } from "@/lib/assessment/forecast/rules";
import type { Assessment } from "@/lib/assessment/types";
import { programLabel } from "@/lib/draws/rules";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { Improvement } from "@/lib/express-entry/what-if/types";
import { formatDollars } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/quantities";
import type { Block, ChartData, TableLine } from "./types";

/** What is taken of the forecast screen: its file, its rounds, its ranking. */
export type Outlook = Pick<ForecastPage, "lines" | "kinds" | "ranking" | "notRanked" | "effortLabel">;

/** More options than this is a list nobody takes home. */
const OPTIONS_SHOWN = 10;
/** More lines than this make a chart nobody reads. */
const CUT_OFFS_SHOWN = 3;

const signed = (gained: number) => (gained > 0 ? `+${gained}` : gained < 0 ? `−${-gained}` : "0");
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A sentence of the engine's, with or without its full stop, with one. */
const stopped = (text: string) => `${text.replace(/\.+$/, "")}.`;

/** Dates in the order of the calendar, those on which a figure moves and those to watch, numbered together. */
function datesAhead({ lines: [file] }: Outlook) {
  const { changes, markers } = file.forecast;
  return [
    ...changes.map((change) => ({ on: change.on, change, text: change.text })),
    ...markers.map(({ on, text }) => ({ on, change: null, text })),
  ]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((date, index) => ({ ...date, number: index + 1 }));
}

/** The last cut-off of each kind of round that is open on some day ahead, the easiest first. */
function cutOffsAhead({ kinds, lines: [file] }: Outlook): ChartData["cutOffs"] {
  return kinds
    .filter(({ program }) => file.forecast.steps.some((step) => competesIn(step, program)))
    .map(({ name, last }) => ({
      label: `${name} ${last.lowestCrs}, ${plainDate(last.date)}`,
      score: last.lowestCrs,
    }))
    .sort((a, b) => a.score - b.score)
    .slice(0, CUT_OFFS_SHOWN);
}

export function forecastBlocks(page: Outlook): Block[] {
  const { forecast } = page.lines[0];
  const dates = datesAhead(page);
  const cutOffs = cutOffsAhead(page);
  const description = `${forecast.summary}. From ${forecast.score} on ${plainDate(forecast.from)} to ${forecast.steps.at(-1)?.score ?? forecast.score} on ${plainDate(forecast.to)}.`;
  return [
    {
      kind: "heading",
      text: "Forecast",
      detail: `if nothing is done, ${plainDate(forecast.from)} to ${plainDate(forecast.to)}`,
    },
    { kind: "paragraph", text: stopped(forecast.summary) },
    {
      kind: "chart",
      data: {
        from: forecast.from,
        to: forecast.to,
        steps: forecast.steps.map(({ from, to, score, standing }) => ({ from, to, score, standing })),
        marks: dates.flatMap(({ on, number, change }) =>
          change === null ? [] : [{ on, number, score: change.scoreAfter }],
        ),
        cutOffs,
        description,
      },
    },
    ...(dates.length === 0
      ? [{ kind: "paragraph", text: "No date ahead changes the score or a program." } as const]
      : [
          {
            kind: "table",
            caption: "Dates ahead",
            columns: [
              { label: "", share: 5 },
              { label: "Date", share: 15 },
              { label: "What happens", share: 66 },
              { label: "Score then", share: 14, align: "right" },
            ],
            lines: dates.map(({ on, text, change, number }): TableLine => ({
              cells: [
                String(number),
                plainDate(on),
                sentence(text),
                change === null ? "" : formatNumber(change.scoreAfter),
              ],
            })),
          } as const,
        ]),
    ...(cutOffs.length === 0
      ? []
      : [
          {
            kind: "paragraph",
            quiet: true,
            text: `Solid: a program is met; dotted: none is, or it is not known. Dashed: the last recorded rounds open to this file on some day (${cutOffs.map(({ label }) => label).join("; ")}). What a later round will take, nobody knows.`,
          } as const,
        ]),
  ];
}

function opensWords({ opens, gained, daysGained }: Improvement): string {
  // Where nothing but a door is gained, the detail says it already.
  if (gained === 0 && daysGained <= 0) return "";
  const doors = [...opens.programs, ...opens.categories.map((category) => programLabel(category))];
  return [
    ...(doors.length === 0 ? [] : [`opens ${doors.join(", ")}`]),
    ...(daysGained > 0 ? [`${daysGained} more days in the pool`] : []),
  ].join("; ");
}

const weeksWords = (weeks: number) => (weeks === 1 ? "1 week" : `${weeks} weeks`);

/** Single improvements that gain something, in the engine's order: the most points for the time first. */
export function optionBlocks({ ranking, notRanked, effortLabel }: Outlook): Block[] {
  const all = ranking?.improvements ?? [];
  const useful = all.filter(
    ({ gained, opens, daysGained }) =>
      gained > 0 || opens.programs.length + opens.categories.length > 0 || daysGained > 0,
  );
  if (useful.length === 0) {
    return [
      { kind: "heading", text: "What could be improved" },
      { kind: "paragraph", text: notRanked ?? "No single change we know of gains points by these facts." },
    ];
  }
  return [
    { kind: "heading", text: "What could be improved", detail: "one at a time, the most for the time first" },
    {
      kind: "table",
      caption: "Options, ranked",
      columns: [
        { label: "Option", share: 30 },
        { label: "What it gains", share: 34 },
        { label: "Points", share: 9, align: "right" },
        { label: "Best score", share: 10, align: "right" },
        { label: "Time", share: 10, align: "right" },
        { label: "Cost", share: 11, align: "right" },
      ],
      lines: useful.slice(0, OPTIONS_SHOWN).map((one): TableLine => ({
        cells: [
          one.title,
          [sentence(one.detail), opensWords(one)].filter((words) => words !== "").join("; "),
          signed(one.gained),
          formatNumber(one.best.score),
          weeksWords(one.weeks),
          formatDollars(one.cost * 100),
        ],
      })),
    },
    {
      kind: "paragraph",
      quiet: true,
      text: stopped(effortLabel),
    },
  ];
}

function openQuestions({ crs, eligibility, invitation }: Assessment): string[] {
  const criteria = eligibility.programs.flatMap(({ program, criteria: all }) =>
    all
      .filter(({ verdict }) => verdict === "unknown")
      .map(({ label, needs }) => `${program}, ${label.toLowerCase()}: not known. Needed: ${needs}.`),
  );
  const check =
    invitation === null || invitation.advice === "proceed"
      ? []
      : [`For the open invitation of ${plainDate(invitation.invitedOn)}: ${invitation.reason}.`];
  return [...check, ...crs.unknowns.map(({ message }) => `${message}.`), ...criteria];
}

/** Where a text is silent we decided; these touch the figures above. */
const INTERPRETATIONS = [
  "Work abroad is added up for the CRS; whether it must be unbroken is not stated.",
  "Work during full-time study in Canada is not counted.",
  "Whether duties match an occupation, admissibility, and a trade’s own requirements are judged by a person, not by a computation.",
] as const;

export function uncertaintyBlocks(assessment: Assessment, page: Outlook): Block[] {
  const { forecast } = page.lines[0];
  const { crs, categories, money } = assessment;
  const weakList = categories.some(
    ({ confidence, verdict }) => verdict === "met" && /[SKU]/.test(confidence),
  );
  const items = [
    ...(crs.notice === null
      ? []
      : [`${crs.notice} The rules of ${plainDate(assessment.on)} have no published figures on file.`]),
    ...(forecast.notice === null || forecast.notice === crs.notice
      ? []
      : [`In the forecast, where newer rules have begun: ${forecast.notice}`]),
    ...openQuestions(assessment),
    ...(weakList ? ["The list of a category above comes from one source only."] : []),
    ...(money.funds?.warning ? [money.funds.warning] : []),
    ...forecast.assumptions,
    ...INTERPRETATIONS,
  ];
  return [
    { kind: "heading", text: "What is not certain" },
    { kind: "list", items: [...new Set(items.map(stopped))] },
  ];
}

/** No guarantee of an outcome is given, and none may be (Code of Professional Conduct, s. 44). */
export function closingBlocks(firmName: string): Block[] {
  return [
    { kind: "heading", text: "What this paper is" },
    {
      kind: "paragraph",
      text: `This is an assessment of the facts you gave ${firmName}, on the day and under the rules named above. It is not a guarantee, and nobody can give one: neither an invitation nor a decision of Immigration, Refugees and Citizenship Canada is promised by it. Rules, rounds and facts change; only the department decides. Tell us at once if a fact here is wrong or has changed.`,
    },
    {
      kind: "paragraph",
      quiet: true,
      text: "Consultants are regulated by the College of Immigration and Citizenship Consultants. Its public register says who is licensed: college-ic.ca.",
    },
  ];
}

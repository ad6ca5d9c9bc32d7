/** The figures of the back-test as docs/forecast.md has them. Pure. */
import { backtest, SIZE, type Judge, type Prediction } from "./backtest";
import { calibrationOf, type Calibration } from "./calibration";
import { SCENARIOS, type Scenario } from "./firms";

const HEAD = [
  "Histories",
  "Stated chances",
  "Calibration error, day 50",
  "Day 60",
  "Brier score",
  "Of the base rate",
];
const BEGIN = "<!-- figures: written by npm run bench -- --forecast -->";
const END = "<!-- end of figures -->";

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** One line of the table. */
export function rowOf({ name }: Scenario, said: readonly Prediction[]): string {
  const { count, brier, brierOfBaseRate } = calibrationOf(said);
  const errorBy = (day: number) => calibrationOf(said.filter(({ by }) => by === day)).error.toFixed(3);
  return line([
    ...[name, count.toLocaleString("en-CA"), errorBy(50), errorBy(60)],
    ...[brier.toFixed(3), brierOfBaseRate.toFixed(3)],
  ]);
}

export interface ScenarioResult {
  scenario: Scenario;
  said: Prediction[];
  calibration: Calibration;
}

/** Every scenario, judged. */
export function backtestAll(judge: Judge): ScenarioResult[] {
  return SCENARIOS.map((scenario) => {
    const said = backtest(scenario, SIZE, judge);
    return { scenario, said, calibration: calibrationOf(said) };
  });
}

function figuresOf(results: readonly ScenarioResult[]): string {
  const [first] = results;
  const bins = (first?.calibration.bins ?? []).map(({ from, to, count, said, came }) =>
    line([
      `${Math.round(from * 100)} to ${Math.round(to * 100)} %`,
      ...[count.toLocaleString("en-CA"), `${(said * 100).toFixed(0)} %`, `${(came * 100).toFixed(0)} %`],
    ]),
  );
  return [
    BEGIN,
    "",
    line(HEAD),
    "| --- | --: | --: | --: | --: | --: |",
    ...results.map(({ scenario, said }) => rowOf(scenario, said)),
    "",
    ...results.map(({ scenario: { name, truth } }) => `- ${name}: ${truth}`),
    "",
    `“${first?.scenario.name ?? ""}” by what was said:`,
    "",
    line(["Stated chance", "How often", "Said on average", "Came true"]),
    "| --- | --: | --: | --: |",
    ...bins,
    "",
    END,
  ].join("\n");
}

/** The page with its figures put in place of the ones it had. Throws where the page has no place for them. */
export function withFigures(page: string, results: readonly ScenarioResult[]): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error("docs/forecast.md has no place for the figures");
  return page.slice(0, from) + figuresOf(results) + page.slice(to + END.length);
}

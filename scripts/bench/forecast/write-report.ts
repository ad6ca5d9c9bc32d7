import { readFileSync, writeFileSync } from "node:fs";
import { judgeWindow } from "@/lib/deadlines/forecast/verdict";
import { plotOf } from "./plot";
import { backtestAll, withFigures } from "./report";

const PAGE = "docs/forecast.md";
const PLOT = "docs/forecast-calibration.svg";

/** `npm run bench -- --forecast`: back-tests the window forecast and writes its figures and its plot. */
export function writeForecastReport(): void {
  const results = backtestAll(judgeWindow);
  writeFileSync(PAGE, withFigures(readFileSync(PAGE, "utf8"), results));
  writeFileSync(PLOT, plotOf(results));
  for (const { scenario, calibration } of results) {
    const { count, error, brier } = calibration;
    console.log(
      `${scenario.name}: ${count} chances, calibration error ${error.toFixed(3)}, Brier score ${brier.toFixed(3)}`,
    );
  }
  console.log(`Written: ${PAGE}, ${PLOT}`);
}

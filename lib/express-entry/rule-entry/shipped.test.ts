import { expect, test } from "vitest";
import { isComplete } from "../crs/rulesets";
import { shippedTables } from "../rule-tables";
import { readCrsRuleset } from "./read-crs-ruleset";
import { readFeeSchedule, readFundsTable } from "./read-amounts";
import { readDocumentRules } from "./read-document-rules";
import { readCategoryVersion, readProgramThresholds } from "./read-programs";
import { readSelectionGrid } from "./read-selection-grid";

test("every shipped table would be accepted if an administrator entered it", () => {
  const { crs, grids, thresholds, categories, funds, fees, documents } = shippedTables;
  const readings = [
    ...crs.filter(isComplete).map(readCrsRuleset),
    ...grids.map(readSelectionGrid),
    ...thresholds.map(readProgramThresholds),
    ...categories.map(readCategoryVersion),
    ...funds.map(readFundsTable),
    ...fees.map(readFeeSchedule),
    ...documents.map(readDocumentRules),
  ];
  expect(readings.flatMap((reading) => (reading.ok ? [] : reading.faults))).toEqual([]);
});

test("a ruleset that is only declared is not complete", () => {
  const declared = shippedTables.crs.find((ruleset) => !isComplete(ruleset));
  const faults = readCrsRuleset(declared);
  expect(faults).toMatchObject({ ok: false });
});

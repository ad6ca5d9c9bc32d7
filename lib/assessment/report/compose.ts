/** The whole report from what was computed and who prints it. Pure. */
import type { Assessment } from "@/lib/assessment/types";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { personName } from "@/lib/format/names";
import { principalOf } from "@/lib/express-entry/family";
import { closingBlocks, forecastBlocks, optionBlocks, uncertaintyBlocks, type Outlook } from "./outlook";
import {
  categoryBlocks,
  gridBlocks,
  moneyBlocks,
  programBlocks,
  scoreBlocks,
  summaryBlocks,
} from "./verdict";
import type { AssessmentReport } from "./types";

export interface ReportInput {
  assessment: Assessment;
  outlook: Outlook;
  firm: { name: string; address: string | null; phone: string | null; email: string | null };
  /** Who answers for the file. */
  consultant: { name: string; licenceNumber: string | null };
  printedAt: Date;
}

const TITLE = "Express Entry assessment";

function rulesInWords({ crs, ruleset }: Assessment): string {
  const from = plainDate(ruleset.effective_from);
  const span =
    ruleset.effective_to === null ? `from ${from}` : `${from} to ${plainDate(ruleset.effective_to)}`;
  return crs.superseded
    ? `${ruleset.id}, in force ${span}; the newer rules are not on file`
    : `${ruleset.id}, in force ${span}`;
}

function particularsOf({ assessment, consultant }: ReportInput): AssessmentReport["particulars"] {
  const licence = consultant.licenceNumber === null ? "" : `, RCIC ${consultant.licenceNumber}`;
  return [
    { term: "File", value: assessment.number },
    {
      term: "As of",
      value: `${plainDate(assessment.on)}, by version ${assessment.factsVersion} of the facts`,
    },
    { term: "Rules", value: rulesInWords(assessment) },
    { term: "Prepared by", value: `${consultant.name}${licence}` },
    { term: "Printed", value: plainDate(assessment.today) },
  ];
}

export function composeReport(input: ReportInput): AssessmentReport {
  const { assessment, outlook, firm, printedAt } = input;
  const clientName = personName(principalOf(assessment.sheet.facts));
  return {
    letterhead: {
      firmName: firm.name,
      lines: [firm.address, firm.phone, firm.email].filter(
        (line): line is string => line !== null && line !== "",
      ),
    },
    title: TITLE,
    clientName,
    particulars: particularsOf(input),
    blocks: [
      ...summaryBlocks(assessment),
      ...programBlocks(assessment),
      ...scoreBlocks(assessment),
      ...gridBlocks(assessment),
      ...categoryBlocks(assessment),
      ...forecastBlocks(outlook),
      ...optionBlocks(outlook),
      ...moneyBlocks(assessment),
      ...uncertaintyBlocks(assessment, outlook),
      ...closingBlocks(firm.name),
    ],
    foot: `${firm.name}. ${clientName}, ${assessment.number}, ${plainDate(assessment.on)}. Not a guarantee of any outcome.`,
    printedAt,
  };
}

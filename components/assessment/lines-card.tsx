import { Printer } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { capsInWords } from "@/lib/assessment/rules";
import type { CrsAssessment } from "@/lib/express-entry/crs/assess";
import type { CrsLine, CrsSectionTotal } from "@/lib/express-entry/crs/lines";
import type { CompleteRuleset } from "@/lib/express-entry/data/crs-tables";
import { formatNumber } from "@/lib/format/quantities";
import { PointsBar } from "./points-bar";
import { lineCell, PointsHead } from "./points-table";
import { RulePopover, RuleTrigger } from "./rule-popover";
import { PART_FILL } from "./score-bar";
import { shortInput } from "./short-words";
import { usedRows } from "./used-rows";

function SectionRow({ section, detail }: { section: CrsSectionTotal; detail: string }) {
  const cell = "h-7 border-b border-line bg-sunken px-2.5 py-1 text-sm first:pl-4 last:pr-4";
  return (
    <tr>
      <th scope="rowgroup" className={classNames(cell, "font-[650]")}>
        <span
          aria-hidden
          className={classNames("mr-2 inline-block size-2 rounded-[2px]", PART_FILL[section.id])}
        />
        {section.label}
        {detail !== "" && (
          <span className="block pl-4 text-xs font-normal text-ink-2 sm:hidden">{detail}</span>
        )}
      </th>
      <td className={classNames(cell, "text-ink-2 max-sm:hidden")}>{detail}</td>
      <td className={classNames(cell, "text-right font-semibold tabular-nums")}>{section.points}</td>
      <td className={classNames(cell, "text-right text-ink-2 tabular-nums")}>{section.max}</td>
      <td className={classNames(cell, "max-sm:hidden")} />
    </tr>
  );
}

function LineRow({ line, input }: { line: CrsLine; input: string }) {
  const zero = line.points === 0;
  return (
    <tr className={classNames("hover:bg-sunken", zero && "text-ink-3")}>
      <th scope="row" className={classNames(lineCell, "font-normal")}>
        <RuleTrigger id={line.id}>{line.label}</RuleTrigger>
        <span className="block text-xs text-ink-2 sm:hidden">{input}</span>
      </th>
      <td className={classNames(lineCell, "max-sm:hidden", zero ? "text-ink-3" : "text-ink-2")}>{input}</td>
      <td className={classNames(lineCell, "text-right tabular-nums", !zero && "font-semibold")}>
        {line.points}
      </td>
      <td className={classNames(lineCell, "text-right text-ink-3 tabular-nums")}>{line.max}</td>
      <td className={classNames(lineCell, "w-24 max-sm:hidden")}>
        <PointsBar points={line.points} max={line.max} fill={PART_FILL[line.section]} />
      </td>
    </tr>
  );
}

interface LinesCardProps {
  crs: CrsAssessment;
  ruleset: CompleteRuleset;
  /** The report a client can take home. */
  printHref: string;
}

/** The score, line by line: what was counted, the points, the most there is. Each line opens its rule. */
export function LinesCard({ crs, ruleset, printHref }: LinesCardProps) {
  const { sections, lines, factors } = crs;
  const total = `${formatNumber(crs.score.total)} of ${formatNumber(ruleset.maxima.grand_total)}`;
  return (
    <Card labelledBy="lines">
      <CardHeader
        id="lines"
        title="Score, line by line"
        detail={total}
        actions={
          <a href={printHref} className={buttonClass({ variant: "quiet", size: "sm" })}>
            <Printer aria-hidden />
            Print the report
          </a>
        }
      />
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">The lines of the score</caption>
        <PointsHead what="Line" />
        {sections.map((section) => (
          <tbody key={section.id}>
            <SectionRow section={section} detail={capsInWords(section.id, crs, ruleset)} />
            {lines
              .filter((line) => line.section === section.id)
              .map((line) => (
                <LineRow key={line.id} line={line} input={shortInput(line, crs)} />
              ))}
          </tbody>
        ))}
      </table>
      <CardFooter className="border-t-0 text-xs">
        Lines are before caps, sections after them. A line opens its rule, the row of the table and the
        source.
      </CardFooter>
      {lines.map((line) => (
        <RulePopover
          key={line.id}
          id={line.id}
          title={line.label}
          aside={`${line.points} of ${line.max}`}
          rows={usedRows(line, ruleset, factors)}
          otherColumn={factors.withSpouse ? "without a spouse" : "with a spouse"}
          section={`Rules reference ${line.rule}`}
          source={line.source}
        >
          <p className="font-[550]">{line.input.charAt(0).toUpperCase() + line.input.slice(1)}</p>
        </RulePopover>
      ))}
    </Card>
  );
}

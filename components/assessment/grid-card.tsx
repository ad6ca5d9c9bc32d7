import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import type { SelectionGrid } from "@/lib/express-entry/data/crs-tables";
import type { GridAssessment, GridLine } from "@/lib/express-entry/eligibility/grid-on";
import { PointsBar } from "./points-bar";
import { lineCell, PointsHead } from "./points-table";
import { RulePopover, RuleTrigger } from "./rule-popover";
import { shortEducation, shortLevels } from "./short-words";
import { usedGridRows } from "./used-grid-rows";

function shortInput(line: GridLine, { factors }: GridAssessment): string {
  const words: Partial<Record<GridLine["id"], string>> = {
    firstLanguage: shortLevels(factors.firstLanguage, "No test"),
    secondLanguage: shortLevels(factors.secondLanguage, "No test"),
    education: shortEducation(factors.education),
    // The engine counts a birth date that is not known as no age at all.
    age: factors.age === 0 ? "Birth date not entered" : line.input,
  };
  const input = words[line.id] ?? line.input;
  return input.charAt(0).toUpperCase() + input.slice(1);
}

function Row({ line, input }: { line: GridLine; input: string }) {
  const zero = line.points === 0;
  return (
    <tr className={classNames("hover:bg-sunken [&:last-child>*]:border-b-0", zero && "text-ink-3")}>
      <th scope="row" className={classNames(lineCell, "font-normal")}>
        <RuleTrigger id={`grid.${line.id}`}>{line.label}</RuleTrigger>
        <span className="block text-xs text-ink-2 sm:hidden">{input}</span>
      </th>
      <td className={classNames(lineCell, "max-sm:hidden", zero ? "text-ink-3" : "text-ink-2")}>{input}</td>
      <td className={classNames(lineCell, "text-right tabular-nums", !zero && "font-semibold")}>
        {line.points}
      </td>
      <td className={classNames(lineCell, "text-right text-ink-3 tabular-nums")}>{line.max}</td>
      <td className={classNames(lineCell, "w-24 max-sm:hidden")}>
        <PointsBar points={line.points} max={line.max} fill="bg-chart-1" />
      </td>
    </tr>
  );
}

/** The selection grid of the Federal Skilled Worker class, line by line: 67 of 100 pass. */
export function GridCard({ grid, table }: { grid: GridAssessment; table: SelectionGrid }) {
  const open = !grid.passes && grid.possibleTotal >= grid.passMark;
  return (
    <Card labelledBy="grid">
      <CardHeader
        id="grid"
        title="Skilled Worker grid"
        detail={`${grid.total} of 100, needs ${grid.passMark}`}
        actions={
          <Badge tone={grid.passes ? "ok" : open ? "watch" : "late"}>
            {grid.passes ? "Passes" : open ? `Could reach ${grid.possibleTotal}` : "Does not pass"}
          </Badge>
        }
      />
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">The selection grid, line by line</caption>
        <PointsHead what="Factor" />
        <tbody>
          {grid.lines.map((line) => (
            <Row key={line.id} line={line} input={shortInput(line, grid)} />
          ))}
        </tbody>
      </table>
      {grid.lines.map((line) => (
        <RulePopover
          key={line.id}
          id={`grid.${line.id}`}
          title={`Grid: ${line.label.toLowerCase()}`}
          aside={`${line.points} of ${line.max}`}
          rows={usedGridRows(line.id, table, grid.factors)}
          section={line.section}
          source={line.source}
        >
          <p className="font-[550]">{line.input.charAt(0).toUpperCase() + line.input.slice(1)}</p>
        </RulePopover>
      ))}
    </Card>
  );
}

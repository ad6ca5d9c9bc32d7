import { classNames } from "@/components/ui/class-names";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import type { CrsAssessment } from "@/lib/express-entry/crs/assess";
import type { CrsLine, CrsSectionTotal } from "@/lib/express-entry/crs/lines";
import { formatNumber } from "@/lib/format/quantities";
import { PART_FILL } from "./score-bar";
import { shortInput } from "./short-words";

const CAPS: Readonly<Record<CrsLine["section"], string>> = {
  core: "",
  spouse: "",
  transferability: "at most 50 each of education, foreign work, certificate",
  additional: "",
};

export const lineCell = "h-7 border-b border-line px-2.5 py-1 text-sm first:pl-4 last:pr-4";
export const lineHead =
  "h-8 border-b border-line px-2.5 text-xs font-semibold text-ink-3 first:pl-4 last:pr-4";

interface PointsBarProps {
  points: number;
  max: number;
  fill: string;
}

/** A share of the most there is; the figures stand beside it. */
export function PointsBar({ points, max, fill }: PointsBarProps) {
  return (
    <span aria-hidden className="block h-1.5 w-19 overflow-hidden rounded-sm bg-sunken">
      <span
        className={classNames("block h-full", fill)}
        style={{ width: `${max === 0 ? 0 : (points / max) * 100}%` }}
      />
    </span>
  );
}

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
      </th>
      <td className={classNames(cell, "text-ink-2 max-sm:hidden")}>{detail}</td>
      <td className={classNames(cell, "text-right font-semibold tabular-nums")}>{section.points}</td>
      <td className={classNames(cell, "text-right text-ink-2 tabular-nums")}>{section.max}</td>
      <td className={classNames(cell, "max-sm:hidden")} />
      <td className={classNames(cell, "max-sm:hidden")} />
    </tr>
  );
}

function LineRow({ line, input }: { line: CrsLine; input: string }) {
  const zero = line.points === 0;
  return (
    <tr className={classNames("hover:bg-sunken", zero && "text-ink-3")}>
      <th scope="row" className={classNames(lineCell, "font-normal")}>
        {line.label}
        <span className="block text-xs text-ink-2 sm:hidden">{input}</span>
      </th>
      <td
        className={classNames(lineCell, "max-sm:hidden", zero ? "text-ink-3" : "text-ink-2")}
        title={line.input}
      >
        {input}
      </td>
      <td className={classNames(lineCell, "text-right tabular-nums", !zero && "font-semibold")}>
        {line.points}
      </td>
      <td className={classNames(lineCell, "text-right text-ink-3 tabular-nums")}>{line.max}</td>
      <td className={classNames(lineCell, "w-24 max-sm:hidden")}>
        <PointsBar points={line.points} max={line.max} fill={PART_FILL[line.section]} />
      </td>
      <td
        className={classNames(lineCell, "w-12 text-right text-xs text-ink-3 max-sm:hidden")}
        title={line.source}
      >
        {line.rule}
      </td>
    </tr>
  );
}

/** The score, line by line: what was counted, the points, the most there is, and the rule. */
export function LinesCard({ crs }: { crs: CrsAssessment }) {
  const { sections, lines, factors } = crs;
  const spouse = factors.withSpouse
    ? "with an accompanying spouse or partner"
    : "no accompanying spouse or partner";
  return (
    <Card labelledBy="lines">
      <CardHeader
        id="lines"
        title="Score, line by line"
        detail={`${formatNumber(crs.score.total)} of 1,200`}
      />
      <table className="w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">The lines of the score</caption>
        <thead>
          <tr>
            <th scope="col" className={lineHead}>
              Line
            </th>
            <th scope="col" className={classNames(lineHead, "max-sm:hidden")}>
              From
            </th>
            <th scope="col" className={classNames(lineHead, "text-right")}>
              Points
            </th>
            <th scope="col" className={classNames(lineHead, "text-right")}>
              Max
            </th>
            <td className={classNames(lineHead, "max-sm:hidden")} />
            <th scope="col" className={classNames(lineHead, "text-right max-sm:hidden")}>
              Rule
            </th>
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.id}>
            <SectionRow section={section} detail={section.id === "core" ? spouse : CAPS[section.id]} />
            {lines
              .filter((line) => line.section === section.id)
              .map((line) => (
                <LineRow key={line.id} line={line} input={shortInput(line, crs)} />
              ))}
          </tbody>
        ))}
      </table>
      <CardFooter className="border-t-0 text-xs">
        <span>
          Lines are before caps, sections after them. Rule: section of the rules reference. Source:{" "}
          {lines[0]?.source}.
        </span>
      </CardFooter>
    </Card>
  );
}

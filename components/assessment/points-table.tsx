import { classNames } from "@/components/ui/class-names";

/** The look of the two tables of points: the score's lines and the grid's factors. */
export const lineCell = "h-7 border-b border-line px-2.5 py-1 text-sm first:pl-4 last:pr-4";
const lineHead = "h-8 border-b border-line px-2.5 text-xs font-semibold text-ink-3 first:pl-4 last:pr-4";

/** Their head: what earns points, from what, how many, and the most there are. */
export function PointsHead({ what }: { what: string }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={lineHead}>
          {what}
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
      </tr>
    </thead>
  );
}

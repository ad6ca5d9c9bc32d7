import { classNames } from "@/components/ui/class-names";

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

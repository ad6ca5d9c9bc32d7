import { classNames } from "./class-names";
import type { Tone } from "./tone";
import { toneFill } from "./tone";

interface MeterProps {
  /** What is measured: `Documents accepted`. */
  label: string;
  value: number;
  max: number;
  /** How it is read aloud; `8 of 12` unless given. */
  valueText?: string;
  tone?: Tone;
  className?: string;
}

function share(value: number, max: number): string {
  if (max <= 0) return "0%";
  return `${Math.min(100, Math.max(0, (value / max) * 100))}%`;
}

/** A part of a whole as a thin bar. The numbers stand beside it in the text. */
export function Meter({ label, value, max, valueText, tone = "ok", className }: MeterProps) {
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={valueText ?? `${value} of ${max}`}
      className={classNames("block h-1.5 overflow-hidden rounded-sm bg-line", className)}
    >
      <span className={classNames("block h-full", toneFill[tone])} style={{ width: share(value, max) }} />
    </span>
  );
}

interface ProgressProps {
  label: string;
  /** 0 to 1; null while nobody knows. */
  value: number | null;
  className?: string;
}

/** Work that is under way: an upload, an import. */
export function Progress({ label, value, className }: ProgressProps) {
  const percent = value === null ? undefined : Math.round(value * 100);
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={classNames("block h-2 overflow-hidden rounded-sm bg-line", className)}
    >
      <span
        className={classNames("block h-full bg-info", percent === undefined && "w-1/3 animate-pulse")}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </span>
  );
}

import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { StatusIcon } from "./status-icon";
import type { Tone } from "./tone";
import { toneSoft } from "./tone";

interface BadgeProps {
  tone?: Tone;
  /** Replaces the tone's own sign; `null` for none (a plain word, neutral tone only). */
  icon?: ReactNode | null;
  children: ReactNode;
  className?: string;
}

/** A state in one or two words with its sign, tinted softly. */
export function Badge({ tone = "neutral", icon, children, className }: BadgeProps) {
  const sign = icon === undefined ? <StatusIcon tone={tone} size={12} /> : icon;
  return (
    <span
      className={classNames(
        "inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-semibold whitespace-nowrap",
        "[&_svg]:size-3 [&_svg]:shrink-0",
        toneSoft[tone],
        className,
      )}
    >
      {sign}
      {children}
    </span>
  );
}

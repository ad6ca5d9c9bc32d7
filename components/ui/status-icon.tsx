import { CircleCheck, CircleDashed, CircleDot, OctagonX, TriangleAlert } from "lucide-react";
import { classNames } from "./class-names";
import type { Tone } from "./tone";
import { toneText } from "./tone";

const icons = {
  neutral: CircleDashed,
  info: CircleDot,
  ok: CircleCheck,
  watch: TriangleAlert,
  late: OctagonX,
} as const;

interface StatusIconProps {
  tone: Tone;
  /** Read aloud when no word stands beside the icon; leave out when one does. */
  label?: string;
  /** Pixels; 14 in text, 16 alone. */
  size?: number;
  className?: string;
}

/** The sign of a state: each tone has a shape of its own, so that it survives a grey print. */
export function StatusIcon({ tone, label, size = 16, className }: StatusIconProps) {
  const Icon = icons[tone];
  const look = classNames("shrink-0", toneText[tone], className);
  if (!label) return <Icon size={size} strokeWidth={1.75} className={look} aria-hidden />;
  return <Icon size={size} strokeWidth={1.75} className={look} role="img" aria-label={label} />;
}

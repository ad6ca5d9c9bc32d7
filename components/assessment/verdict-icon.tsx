import { Check, CircleHelp, X } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { toneText } from "@/components/ui/tone";
import type { Tone } from "@/components/ui/tone";
import type { Verdict } from "@/lib/express-entry/eligibility/criterion";

const LOOKS = {
  met: { Icon: Check, tone: "ok", label: "met" },
  not_met: { Icon: X, tone: "late", label: "not met" },
  unknown: { Icon: CircleHelp, tone: "watch", label: "unknown" },
} as const satisfies Record<Verdict, { Icon: typeof Check; tone: Tone; label: string }>;

export function verdictLabel(verdict: Verdict): string {
  return LOOKS[verdict].label;
}

/** Met, not met, unknown: each with a shape of its own. `label={false}` where the word stands beside it. */
export function VerdictIcon({ verdict, label = true }: { verdict: Verdict; label?: boolean }) {
  const { Icon, tone, label: words } = LOOKS[verdict];
  return (
    <Icon
      size={16}
      strokeWidth={1.75}
      className={classNames("mt-px shrink-0", toneText[tone])}
      {...(label ? { role: "img", "aria-label": words } : { "aria-hidden": true })}
    />
  );
}

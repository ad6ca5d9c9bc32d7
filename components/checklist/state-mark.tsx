import { Check, CircleDashed, CircleMinus, Eye, Inbox, Send, Undo2 } from "lucide-react";
import type { ComponentType, SVGProps } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Tone } from "@/components/ui/tone";
import { toneText } from "@/components/ui/tone";
import { STATE_LABELS } from "@/lib/checklist/rules";
import type { RequirementState } from "@/lib/checklist/types";

type Icon = ComponentType<SVGProps<SVGSVGElement> & { size?: number }>;

export const STATE_LOOK: Readonly<Record<RequirementState, { tone: Tone; icon: Icon }>> = {
  to_request: { tone: "watch", icon: CircleDashed },
  requested: { tone: "neutral", icon: Send },
  received: { tone: "info", icon: Inbox },
  in_review: { tone: "info", icon: Eye },
  accepted: { tone: "ok", icon: Check },
  returned: { tone: "watch", icon: Undo2 },
  waived: { tone: "neutral", icon: CircleMinus },
};

/** The state of a checklist line: its own sign and its word. */
export function StateMark({ state, quiet }: { state: RequirementState; quiet?: boolean }) {
  const { tone, icon: Icon } = STATE_LOOK[state];
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 whitespace-nowrap",
        quiet ? "font-medium" : "font-semibold",
        toneText[tone],
      )}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {STATE_LABELS[state]}
    </span>
  );
}

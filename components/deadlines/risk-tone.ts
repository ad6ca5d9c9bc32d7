import type { Tone } from "@/components/ui/tone";
import type { WindowRisk } from "@/lib/deadlines/types";

export const riskTone: Readonly<Record<WindowRisk, Extract<Tone, "late" | "watch" | "ok">>> = {
  past_saving: "late",
  at_risk: "watch",
  on_track: "ok",
};

import { Badge } from "@/components/ui/badge";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { RuleVersion } from "@/lib/rules/types";
import { stateOf } from "./version-words";

/** Where a version stands today. */
export function StateBadge({ version, today }: { version: RuleVersion; today: IsoDate }) {
  const { tone, words } = stateOf(version, today);
  return <Badge tone={tone}>{words}</Badge>;
}

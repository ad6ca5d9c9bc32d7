import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/format/dates";
import { KIND_LABELS } from "@/lib/rules/rules";
import type { RulesOverview } from "@/lib/rules/types";

/** Rules that are in force and whose figures nobody has entered: the most urgent thing on this screen. */
export function DeclaredNotice({ overview: { kinds, allowed } }: { overview: RulesOverview }) {
  const waiting = kinds
    .flatMap(({ versions }) => versions)
    .filter((version) => version.inForce && !version.hasValues);
  return waiting.map((version) => (
    <Notice
      key={version.key}
      tone="watch"
      title={`The ${KIND_LABELS[version.kind].one} of ${formatDate(version.effectiveFrom)} has no figures yet`}
      action={
        allowed.manage ? (
          <Button href={`/settings/rules/new?kind=${version.kind}`}>Enter the figures</Button>
        ) : undefined
      }
    >
      Until they are entered, scores are computed under the rules before it and say so. They are not IRCC’s
      current scores.
    </Notice>
  ));
}

import { ChangeTable } from "@/components/ui/change-table";
import { ROUND_FIELDS } from "@/lib/draws/import/rules";
import type { CorrectionDto } from "@/lib/draws/types";

const WORDS: Readonly<Record<string, string>> = ROUND_FIELDS;

/** What a round said before it was put right, by whom and why. Nothing where it never was. */
export function RoundHistory({ corrections, zone }: { corrections: readonly CorrectionDto[]; zone: string }) {
  return (
    <ChangeTable
      id="corrections"
      title="Corrections"
      caption="Corrections of this round"
      changes={corrections.map((change) => ({ ...change, what: WORDS[change.field] ?? change.field }))}
      zone={zone}
    />
  );
}

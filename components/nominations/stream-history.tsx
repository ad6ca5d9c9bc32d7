import { ChangeTable } from "@/components/ui/change-table";
import { STREAM_FIELDS } from "@/lib/nominations/catalogue/rules";
import type { StreamChangeDto } from "@/lib/nominations/types";

const WORDS: Readonly<Record<string, string>> = STREAM_FIELDS;

/** What a stream said before, who changed it and when. Nothing where it never changed. */
export function StreamHistory({ changes, zone }: { changes: readonly StreamChangeDto[]; zone: string }) {
  return (
    <ChangeTable
      id="changes"
      title="Changes"
      caption="Changes of this stream"
      changes={changes.map((change) => ({ ...change, what: WORDS[change.field] ?? change.field }))}
      zone={zone}
    />
  );
}

import "server-only";
import type { FirmDay } from "@/lib/cases/types";
import { listDurations } from "@/lib/checklist/history/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { DOCUMENT_KINDS } from "@/lib/express-entry/documents/document-kind";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { getRuleTables } from "@/lib/rules/queries";
import { durationsOf, stepsOf } from "./durations";
import type { OpenItem, TimedItem } from "./types";

/** How long the steps of open items of some kinds take: from the firm's closed items, else from the lead times. */
export async function timingOf(
  ctx: ActorContext,
  kinds: readonly string[],
  { today }: FirmDay,
): Promise<(item: OpenItem) => TimedItem> {
  const asked = new Set(kinds);
  const own = durationsOf(
    await listDurations(
      ctx,
      DOCUMENT_KINDS.filter((kind) => asked.has(kind)),
    ),
  );
  const shipped = documentRulesOn(today, { tables: await getRuleTables(ctx) }).lead_days;
  return (item) => ({ ...item, durations: stepsOf(item, own, shipped), plannedStart: null });
}

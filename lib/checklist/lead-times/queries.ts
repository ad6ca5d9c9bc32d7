import "server-only";
import { asc } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { DOCUMENT_KINDS } from "@/lib/express-entry/documents/document-kind";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import { countryName } from "@/lib/format/countries";
import { isAllowed } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { listDurations } from "../history/queries";
import { mediansOf } from "../history/rules";
import type { MedianOf } from "../history/types";
import { entryOn, KIND_LABELS } from "./rules";
import type { LeadTimeEntry, LeadTimeLine, LeadTimeSettings } from "./types";
import { visibleLeadTimes } from "./visibility";

/** Every entry there ever was, oldest first: a few dozen. */
export async function listLeadTimes(ctx: ActorContext): Promise<LeadTimeEntry[]> {
  const times = visibleLeadTimes(ctx);
  return ctx.db.select().from(times).orderBy(asc(times.effectiveFrom), asc(times.enteredAt));
}

function lineOf(
  kind: (typeof DOCUMENT_KINDS)[number],
  shippedDays: number,
  entries: readonly LeadTimeEntry[],
  medians: ReadonlyMap<string | null, MedianOf>,
  today: string,
): LeadTimeLine {
  const own = entryOn(entries, today, kind, null);
  const entered = entries.flatMap((entry) => (entry.kind === kind ? (entry.country ?? []) : []));
  const measured = [...medians.keys()].filter((code) => code !== null);
  const countries = [...new Set([...entered, ...measured])].flatMap((code) => {
    const entry = entryOn(entries, today, kind, code);
    const held = entry?.days == null ? null : entry;
    const median = medians.get(code) ?? null;
    if (held === null && median === null) return [];
    return [{ code, countryName: countryName(code), own: held, measured: median }];
  });
  return {
    ...{ kind, shippedDays, label: KIND_LABELS[kind] },
    own: own?.days == null ? null : own,
    countries: countries.sort((a, b) => a.countryName.localeCompare(b.countryName)),
    measured: medians.get(null) ?? null,
  };
}

/** How long the firm plans for each kind of document, and who may change it. */
export async function getLeadTimeSettings(ctx: StaffContext): Promise<LeadTimeSettings> {
  const { today } = await getFirmDay(ctx);
  const rules = documentRulesOn(today, { tables: await getRuleTables(ctx) });
  const entries = await listLeadTimes(ctx);
  const durations = await listDurations(ctx, DOCUMENT_KINDS);
  return {
    today,
    lines: DOCUMENT_KINDS.map((kind) =>
      lineOf(kind, rules.lead_days[kind], entries, mediansOf(durations, kind), today),
    ),
    coming: entries
      .filter(({ effectiveFrom }) => effectiveFrom > today)
      .map((entry) => ({
        ...entry,
        label: KIND_LABELS[entry.kind],
        countryName: entry.country === null ? null : countryName(entry.country),
      })),
    source: rules.id,
    allowed: { edit: isAllowed(ctx.actor, "firm.edit") },
  };
}

import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { FilterChips } from "@/components/ui/filter-chips";
import { SelectField } from "@/components/ui/select";
import { PRESET_LABELS, presetOf, presetPeriod, PRESETS, reportQuery, REPORTS } from "@/lib/reports/rules";
import type { Report } from "@/lib/reports/types";

/** A plain form, so that it works before JavaScript; period and consultant stand in the address. */
export function PeriodFilter({ report }: { report: Report }) {
  const { name, state, day, owners, allowed } = report;
  const { isNow } = REPORTS[name];
  if (isNow && !allowed.filterByOwner) return null;
  const current = presetOf(state, day.today);
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-3 print:hidden">
      <form action={`/reports/${name}`} className="flex flex-wrap items-end gap-3">
        {isNow ? (
          <>
            <input type="hidden" name="from" value={state.from} />
            <input type="hidden" name="to" value={state.to} />
          </>
        ) : (
          <>
            <DateField key={`from-${state.from}`} name="from" label="From" defaultValue={state.from} />
            <DateField key={`to-${state.to}`} name="to" label="To" defaultValue={state.to} />
          </>
        )}
        {allowed.filterByOwner && (
          <SelectField
            key={`owner-${state.owner ?? ""}`}
            name="owner"
            label="Consultant"
            emptyLabel="Everybody"
            defaultValue={state.owner ?? ""}
            options={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
          />
        )}
        <Button type="submit">Show</Button>
      </form>
      {!isNow && (
        <FilterChips
          label="Period"
          items={PRESETS.map((preset) => ({
            href: `/reports/${name}${reportQuery({ ...state, ...presetPeriod(preset, day.today) })}`,
            label: PRESET_LABELS[preset],
            current: preset === current,
          }))}
        />
      )}
    </div>
  );
}

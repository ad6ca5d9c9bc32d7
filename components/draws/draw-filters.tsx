import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select";
import { ROUND_PROGRAM_LABELS, ROUND_PROGRAMS } from "@/lib/draws/rules";

interface DrawFiltersProps {
  /** null: every year. */
  year: number | null;
  years: readonly number[];
  program: string;
}

/** A plain form of links' worth: works before JavaScript, and the address holds the state. */
export function DrawFilters({ year, years, program }: DrawFiltersProps) {
  return (
    <form action="/draws" className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
      <SelectField
        name="program"
        label="For"
        defaultValue={program}
        emptyLabel="Every round"
        options={ROUND_PROGRAMS.map((value) => ({ value, label: ROUND_PROGRAM_LABELS[value] }))}
      />
      <SelectField
        name="year"
        label="Year"
        defaultValue={year === null ? "all" : String(year)}
        options={[
          ...years.map((value) => ({ value: String(value), label: String(value) })),
          { value: "all", label: "All since 2015" },
        ]}
      />
      <Button type="submit">Show</Button>
    </form>
  );
}

"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { isIsoDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { TRY_FORM } from "./try-form";

interface FromDateProps {
  start: IsoDate;
  today: IsoDate;
}

/** The first day of the forecast; a field of the form below. Once the page is alive a change is enough. */
export function FromDate({ start, today }: FromDateProps) {
  const hydrated = useHydrated();
  return (
    <div className="flex items-center gap-2">
      <Field
        name="from"
        label="From"
        layout="beside"
        className="max-sm:flex max-sm:items-center max-sm:gap-2 sm:grid-cols-[auto_minmax(0,1fr)]!"
      >
        <Input
          key={start}
          type="date"
          form={TRY_FORM}
          defaultValue={start}
          max="2999-12-31"
          className="max-w-44"
          onChange={({ target }) => {
            const isWhole = isIsoDate(target.value) && target.value > "2000";
            if (isWhole && target.value !== start) target.form?.requestSubmit();
          }}
        />
      </Field>
      {!hydrated && (
        <Button type="submit" form={TRY_FORM} size="sm">
          Show
        </Button>
      )}
      {hydrated && start !== today && <span className="sr-only">The forecast does not begin today.</span>}
    </div>
  );
}

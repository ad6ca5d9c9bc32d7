"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { useHydrated } from "@/components/ui/use-hydrated";

interface OnDateProps {
  /** The page; the day is its `on`. */
  base: string;
  on: string;
  today: string;
}

/** The day of the verdict. A form of the platform; once the page is alive a change is enough. */
export function OnDate({ base, on, today }: OnDateProps) {
  const router = useRouter();
  const hydrated = useHydrated();
  return (
    <form action={base} className="flex flex-wrap items-center gap-2">
      {on !== today && (
        <Button href={base} scroll={false} variant="quiet" size="sm">
          Today
        </Button>
      )}
      <DateField
        key={on}
        layout="beside"
        className="max-sm:flex max-sm:items-center max-sm:gap-2 sm:grid-cols-[auto_minmax(0,1fr)]!"
        name="on"
        label="On"
        defaultValue={on}
        onDateChange={(day) => {
          if (day === null || day === on) return;
          router.replace(day === today ? base : `${base}?on=${day}`, { scroll: false });
        }}
      />
      {!hydrated && (
        <Button type="submit" size="sm">
          Show
        </Button>
      )}
    </form>
  );
}

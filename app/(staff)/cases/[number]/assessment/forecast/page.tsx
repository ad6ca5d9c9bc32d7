import { AssessmentTabs } from "@/components/assessment/assessment-tabs";
import { ForecastCard } from "@/components/forecast/forecast-card";
import { FromDate } from "@/components/forecast/from-date";
import { ImprovementsCard } from "@/components/forecast/improvements-card";
import { SaveScenario } from "@/components/forecast/save-scenario";
import { ScenariosCard } from "@/components/forecast/scenarios-card";
import { TryChanges } from "@/components/forecast/try-changes";
import type { Query } from "@/lib/assessment/forecast/types";
import { loadForecast } from "@/lib/assessment/loaders";

interface ForecastPageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<Query>;
}

/** What the score will be over the next 24 months, and what would change it. What is tried stands in the address. */
export default async function ForecastPage({ params, searchParams }: ForecastPageProps) {
  const { number } = await params;
  const query = await searchParams;
  const page = await loadForecast(number, query);
  const base = `/cases/${encodeURIComponent(number)}/assessment/forecast`;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <AssessmentTabs number={number} current="forecast" />
        <FromDate start={page.start} today={page.today} />
      </div>
      <div className="flex items-start justify-between gap-x-3 gap-y-2 max-lg:flex-col print:hidden">
        <TryChanges page={page} base={base} query={query} />
        {page.allowed.keep && <SaveScenario page={page} />}
      </div>
      <ForecastCard page={page} />
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_28.5rem]">
        <ScenariosCard page={page} />
        <ImprovementsCard page={page} base={base} query={query} />
      </div>
    </div>
  );
}

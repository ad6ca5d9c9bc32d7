import { AssessmentTabs } from "@/components/assessment/assessment-tabs";

/** What the score will be over the next 24 months, and what would change it. */
export default async function ForecastPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <AssessmentTabs number={number} current="forecast" />
      </div>
    </div>
  );
}

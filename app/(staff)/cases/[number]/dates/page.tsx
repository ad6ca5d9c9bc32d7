import { CaseClocks } from "@/components/deadlines/case-clocks";
import { loadCaseDates } from "@/lib/deadlines/dates/loaders";

/** Every clock of a case, running and ended. */
export default async function CaseDatesPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  return <CaseClocks dates={await loadCaseDates(number)} />;
}

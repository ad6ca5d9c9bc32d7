import { redirect } from "next/navigation";
import { loadReview } from "@/lib/checklist/review/loaders";

/** The address of one checklist item: its review, going through this case's documents. */
export default async function RequirementPage({ params }: { params: Promise<{ requirementId: string }> }) {
  const { requirementId } = await params;
  const { caseNumber } = await loadReview(requirementId);
  redirect(`/review/${requirementId}?case=${caseNumber}`);
}

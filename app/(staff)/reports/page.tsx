import { redirect } from "next/navigation";
import { loadStaffFrame } from "@/lib/cases/loaders";

/** Reports open at the first of them. */
export default async function ReportsPage() {
  const frame = await loadStaffFrame();
  // As the layout does: which of the two is asked first is up to the renderer.
  redirect(frame === null ? "/portal" : "/reports/on-time");
}

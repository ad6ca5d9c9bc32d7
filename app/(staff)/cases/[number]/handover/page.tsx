import type { Metadata } from "next";
import { BlocksCard } from "@/components/cases/blocks-card";
import { HandoverCard } from "@/components/cases/handover-card";
import { TasksOnSheet } from "@/components/cases/tasks-on-sheet";
import { loadHandovers } from "@/lib/cases/handover/loaders";
import { loadCaseHeader } from "@/lib/cases/loaders";
import { loadCaseOverview } from "@/lib/cases/overview/loaders";
import { loadCaseTasks } from "@/lib/tasks/loaders";

export const metadata: Metadata = { title: "Handover" };

/** What a new owner needs on one sheet of paper: who had it and what they say, the dates, what blocks, the tasks. */
export default async function HandoverPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  const tasks = await loadCaseTasks(number);
  const file = await loadCaseHeader(number);
  const { blocks, dates } = await loadCaseOverview(number);
  const handovers = await loadHandovers(number);
  return (
    <div className="grid gap-4 lg:grid-cols-2 print:block print:[&>*]:mb-4">
      <HandoverCard file={file} handovers={handovers} dates={dates} />
      <BlocksCard blocks={blocks} />
      <TasksOnSheet tasks={tasks.open} />
    </div>
  );
}

import type { TabItem } from "@/components/ui/tabs";
import { Tabs } from "@/components/ui/tabs";
import type { CaseHeader } from "@/lib/cases/types";
import { hasClosingPage } from "@/lib/closing/rules";
import { isWithIrcc } from "@/lib/processing/rules";

/** The views of a case; only those the viewer may open. */
export function CaseTabs({ file }: { file: CaseHeader }) {
  const base = `/cases/${file.number}`;
  const { allowed } = file;
  const items: (TabItem | false)[] = [
    { href: `${base}/overview`, label: "Overview" },
    allowed.readFacts && { href: `${base}/assessment`, label: "Assessment" },
    allowed.readFacts &&
      (file.wasSent || isWithIrcc(file.stage)) && { href: `${base}/processing`, label: "After submission" },
    allowed.listDocuments && {
      href: `${base}/checklist`,
      label: "Checklist",
      count: file.requiredCount > 0 ? `${file.acceptedCount} of ${file.requiredCount}` : undefined,
    },
    allowed.listDocuments && {
      href: `${base}/documents`,
      label: "Documents",
      count: file.documentCount > 0 ? file.documentCount : undefined,
    },
    allowed.readTasks && {
      href: `${base}/tasks`,
      label: "Tasks",
      count: file.taskCount > 0 ? file.taskCount : undefined,
    },
    allowed.readMessages && {
      href: `${base}/messages`,
      label: "Messages",
      count: file.unreadCount > 0 ? `${file.unreadCount} new` : undefined,
    },
    allowed.readTimeline && { href: `${base}/timeline`, label: "Timeline" },
    allowed.readFacts && hasClosingPage(file.stage) && { href: `${base}/closing`, label: "Closing" },
  ];
  return <Tabs label="Case" items={items.filter((item) => item !== false)} />;
}

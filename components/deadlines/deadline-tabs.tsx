import { Tabs } from "@/components/ui/tabs";

interface DeadlineTabsProps {
  current: "windows" | "profiles" | "dates" | "month";
  /** Known where the page has read them. */
  counts?: { windows: number; profiles: number };
}

export function DeadlineTabs({ current, counts }: DeadlineTabsProps) {
  return (
    <Tabs
      label="Kinds of deadline"
      items={[
        {
          href: "/deadlines",
          label: "60-day windows",
          count: counts?.windows,
          current: current === "windows",
        },
        {
          href: "/deadlines/profiles",
          label: "Profile expiry",
          count: counts?.profiles,
          current: current === "profiles",
        },
        {
          href: "/deadlines/dates",
          label: "Tests, papers, answers",
          current: current === "dates",
        },
        {
          href: "/deadlines/month",
          label: "Month",
          current: current === "month",
        },
      ]}
    />
  );
}

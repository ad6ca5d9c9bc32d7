import type { TabItem } from "@/components/ui/tabs";
import { Tabs } from "@/components/ui/tabs";

/** What of Settings the viewer may open. */
interface SettingsAllowed {
  staff: boolean;
  firm: boolean;
  outbox: boolean;
  jobs: boolean;
  audit: boolean;
}

export function SettingsTabs({ allowed }: { allowed: SettingsAllowed }) {
  const items: (TabItem | false)[] = [
    allowed.staff && { href: "/settings/staff", label: "Staff" },
    { href: "/settings/leave", label: "Leave" },
    allowed.firm && { href: "/settings/firm", label: "Firm" },
    { href: "/settings/rules", label: "Rules" },
    { href: "/settings/checklist", label: "Checklist" },
    { href: "/settings/message-templates", label: "Message templates" },
    { href: "/settings/lead-times", label: "Lead times" },
    allowed.outbox && { href: "/settings/outbox", label: "Outbox" },
    allowed.jobs && { href: "/settings/jobs", label: "Jobs" },
    allowed.audit && { href: "/settings/audit", label: "Audit log" },
    { href: "/settings/calendar", label: "Your calendar" },
    { href: "/settings/sessions", label: "Your sessions" },
  ];
  return <Tabs label="Settings" items={items.filter((item) => item !== false)} />;
}

import {
  Bell,
  ChartColumn,
  FolderOpen,
  Hourglass,
  ListChecks,
  SlidersHorizontal,
  Target,
  Users,
} from "lucide-react";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { DemoBanner } from "@/components/layout/demo-banner";
import type { NavItem } from "@/components/layout/nav-item";
import { StaffShell } from "@/components/layout/staff-shell";
import { IncidentBanner } from "@/components/reminders/incident-banner";
import { TextsProvider } from "@/components/layout/texts-provider";
import { loadStaffFrame } from "@/lib/cases/loaders";
import { loadAlerts } from "@/lib/reminders/loaders";
import { textsFor } from "@/lib/i18n/request-locale";
import { loadNavCounts } from "@/lib/tasks/today/loaders";
import { signOutAction } from "@/lib/users/actions";
import { searchCases } from "./search-cases";

const ROLE_NAMES = {
  consultant: "Consultant",
  manager: "Managing consultant",
  administrator: "Administrator",
} as const;

type Frame = NonNullable<Awaited<ReturnType<typeof loadStaffFrame>>>;
type Counts = Awaited<ReturnType<typeof loadNavCounts>>;

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

function placesFor({ allowed }: Frame, counts: Counts, unread: number): NavItem[] {
  const places: (NavItem | false)[] = [
    {
      href: "/",
      label: "Today",
      icon: <ListChecks {...icon} />,
      keys: "g t",
      count: counts.today,
      countLabel: `${counts.today} waiting`,
    },
    { href: "/cases", label: "Cases", icon: <FolderOpen {...icon} />, keys: "g c" },
    allowed.deadlines && {
      href: "/deadlines",
      label: "Deadlines",
      icon: <Hourglass {...icon} />,
      keys: "g d",
      count: counts.windowsClosing,
      countLabel: `${counts.windowsClosing} of yours end within 14 days`,
    },
    allowed.pool && { href: "/pool", label: "Pool", icon: <Users {...icon} />, keys: "g p" },
    allowed.draws && { href: "/draws", label: "Draws", icon: <Target {...icon} />, keys: "g r" },
    allowed.reports && {
      href: "/reports",
      label: "Reports",
      icon: <ChartColumn {...icon} />,
      keys: "g e",
    },
    {
      href: "/notices",
      label: "Notices",
      icon: <Bell {...icon} />,
      keys: "g n",
      count: unread,
      countLabel: `${unread} unread`,
    },
    allowed.settings && {
      href: "/settings",
      label: "Settings",
      icon: <SlidersHorizontal {...icon} />,
      keys: "g s",
    },
  ];
  return places.filter((place) => place !== false);
}

/** Every staff screen stands in this frame. A client who comes here is led to the portal. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const frame = await loadStaffFrame();
  if (frame === null) redirect("/portal");
  const counts = await loadNavCounts();
  const alerts = await loadAlerts();
  return (
    <StaffShell
      firmName={frame.day.firmName}
      nav={placesFor(frame, counts, alerts.unread)}
      person={{ name: frame.person.name, role: ROLE_NAMES[frame.person.role] }}
      signOut={signOutAction}
      search={searchCases}
      fullSearch="/cases?q="
      destinations={[
        ...(frame.allowed.createCase ? [{ title: "New enquiry", href: "/cases/new" }] : []),
        { title: "Provincial streams", href: "/pool/nominations" },
      ]}
      banner={
        <>
          {alerts.incidents.length > 0 && (
            <IncidentBanner incidents={alerts.incidents} zone={frame.day.timeZone} />
          )}
          {frame.demo && <DemoBanner />}
        </>
      }
    >
      <TextsProvider {...await textsFor("upload", "messages", "links")}>{children}</TextsProvider>
    </StaffShell>
  );
}

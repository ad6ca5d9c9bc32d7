import { Files, House, MessageSquare } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { DemoBanner } from "@/components/layout/demo-banner";
import { PortalShell } from "@/components/layout/portal-shell";
import { TextsProvider } from "@/components/layout/texts-provider";
import { FOOTNOTE, NAVIGATION } from "@/components/portal/frame-words";
import { zoneName } from "@/lib/format/dates";
import { textsFor } from "@/lib/i18n/request-locale";
import { loadPortalFrame } from "@/lib/portal/loaders";
import { signOutAction } from "@/lib/users/actions";

export const metadata: Metadata = {
  title: { default: "Your application", template: "%s · Your application" },
};

const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

/** Every page of a client stands in this frame. Staff who come here are led to their own side. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const frame = await loadPortalFrame();
  if (frame === null) redirect("/");
  return (
    <PortalShell
      firmName={frame.day.firmName}
      nav={[
        { href: "/portal", label: NAVIGATION.home, icon: <House {...icon} /> },
        { href: "/portal/documents", label: NAVIGATION.documents, icon: <Files {...icon} /> },
        {
          href: "/portal/messages",
          label: NAVIGATION.messages,
          icon: <MessageSquare {...icon} />,
          count: frame.unread,
          countLabel: NAVIGATION.unread(frame.unread),
        },
      ]}
      signOut={signOutAction}
      footnote={<p className="text-balance">{FOOTNOTE(zoneName(frame.day.timeZone))}</p>}
      banner={frame.demo ? <DemoBanner /> : undefined}
    >
      <TextsProvider {...await textsFor("upload")}>{children}</TextsProvider>
    </PortalShell>
  );
}

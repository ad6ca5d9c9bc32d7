import { Files, House, MessageSquare } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { DemoBanner } from "@/components/layout/demo-banner";
import { PortalShell } from "@/components/layout/portal-shell";
import { TextsProvider } from "@/components/layout/texts-provider";
import { LanguageForms } from "@/components/portal/language-forms";
import { portalWords } from "@/components/portal/words";
import { zoneName } from "@/lib/format/dates";
import { textsFor, translations } from "@/lib/i18n/request-locale";
import { loadPortalFrame } from "@/lib/portal/loaders";
import { signOutAction } from "@/lib/users/actions";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await portalWords()).t("frame.title");
  return { title: { default: title, template: `%s · ${title}` } };
}

const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

/** Every page of a client stands in this frame, in the client's language. Staff who come here are led to their own side. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const frame = await loadPortalFrame();
  if (frame === null) redirect("/");
  const { t, locale } = await portalWords();
  const around = await translations("frame");
  return (
    <PortalShell
      firmName={frame.day.firmName}
      labels={{ skip: around("skip"), main: t("frame.main"), signOut: t("frame.signOut") }}
      languages={<LanguageForms />}
      nav={[
        { href: "/portal", label: t("frame.home"), icon: <House {...icon} /> },
        { href: "/portal/documents", label: t("frame.documents"), icon: <Files {...icon} /> },
        {
          href: "/portal/messages",
          label: t("frame.messages"),
          icon: <MessageSquare {...icon} />,
          count: frame.unread,
          countLabel: t("frame.unread", { count: frame.unread }),
        },
      ]}
      signOut={signOutAction}
      footnote={
        <p className="text-balance">{t("frame.footnote", { zone: zoneName(frame.day.timeZone, locale) })}</p>
      }
      banner={frame.demo ? <DemoBanner label={around("about")}>{around("demo")}</DemoBanner> : undefined}
    >
      <TextsProvider {...await textsFor("upload", "messages", "forms", "broken")}>{children}</TextsProvider>
    </PortalShell>
  );
}

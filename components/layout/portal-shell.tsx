import { LogOut } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { SkipLink } from "@/components/ui/skip-link";
import type { Language } from "@/lib/format/language";
import { BrandMark } from "./brand-mark";
import type { NavItem } from "./nav-item";
import { BarLinks } from "./nav-links";
import type { SignOutAction } from "./person-menu";

interface PortalShellProps {
  firmName: string;
  /** Home, Documents, Messages; the first is the portal's root. */
  nav: readonly NavItem[];
  language?: Language;
  /** The same page in the other language; left out while there is only one. */
  otherLanguage?: { href: string; label: string; lang: Language };
  signOut: SignOutAction;
  signOutLabel?: string;
  /** The zone and who sees the documents, at the foot of every page. */
  footnote?: ReactNode;
  banner?: ReactNode;
  children: ReactNode;
}

/** The client's side: one column for a phone, 16 px, targets of 44 px and more. */
export function PortalShell(props: PortalShellProps) {
  const { firmName, nav, language = "en", otherLanguage, signOut, footnote, banner, children } = props;
  const french = language === "fr";
  return (
    <div data-density="portal" lang={language} className="text-md">
      <SkipLink label={french ? "Aller au contenu" : undefined} />
      {banner}
      <header className="flex min-h-14 items-center gap-2.5 border-b border-line pr-2 pl-4">
        <BrandMark />
        <span className="min-w-0 flex-1 truncate text-[0.9375rem] font-semibold">{firmName}</span>
        <nav aria-label={french ? "Menu principal" : "Main"} className="hidden h-14 w-80 md:flex">
          <BarLinks items={nav} exactFirst />
        </nav>
        {otherLanguage && (
          <Link
            prefetch={false}
            href={otherLanguage.href}
            lang={otherLanguage.lang}
            hrefLang={otherLanguage.lang}
            className="grid min-h-11 place-items-center px-2 text-base text-link text-ink-2"
          >
            {otherLanguage.label}
          </Link>
        )}
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-140 px-4 pt-5 pb-8 outline-none">
        {children}
      </main>
      <footer className="mx-auto flex max-w-140 flex-col items-center gap-2 px-4 pb-24 text-center text-base text-ink-2 md:pb-10">
        {footnote}
        <form action={signOut}>
          <button type="submit" className={buttonClass({ variant: "quiet" })}>
            <LogOut aria-hidden /> {props.signOutLabel ?? (french ? "Se déconnecter" : "Sign out")}
          </button>
        </form>
      </footer>
      <nav
        aria-label={french ? "Menu principal" : "Main"}
        className="fixed inset-x-0 bottom-0 z-30 flex h-16 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        <BarLinks items={nav} exactFirst />
      </nav>
    </div>
  );
}

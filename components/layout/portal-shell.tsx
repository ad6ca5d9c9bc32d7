import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { SkipLink } from "@/components/ui/skip-link";
import { BrandMark } from "./brand-mark";
import type { NavItem } from "./nav-item";
import { BarLinks } from "./nav-links";
import type { SignOutAction } from "./person-menu";

interface PortalShellProps {
  firmName: string;
  /** Home, Documents, Messages; the first is the portal's root. */
  nav: readonly NavItem[];
  /** Words of the frame, in the language of the page. */
  labels: { skip: string; main: string; signOut: string };
  /** Beside the firm's name: the other languages. */
  languages?: ReactNode;
  signOut: SignOutAction;
  /** The zone and who sees the documents, at the foot of every page. */
  footnote?: ReactNode;
  banner?: ReactNode;
  children: ReactNode;
}

/** The client's side: one column for a phone, 16 px, targets of 44 px and more. */
export function PortalShell(props: PortalShellProps) {
  const { firmName, nav, labels, languages, signOut, footnote, banner, children } = props;
  return (
    <div data-density="portal" className="text-md">
      <SkipLink label={labels.skip} />
      {banner}
      <header className="flex min-h-14 items-center gap-2.5 border-b border-line pr-2 pl-4">
        <BrandMark />
        <span className="min-w-0 flex-1 truncate text-[0.9375rem] font-semibold">{firmName}</span>
        <nav aria-label={labels.main} className="hidden h-14 w-80 md:flex">
          <BarLinks items={nav} exactFirst />
        </nav>
        {languages}
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-140 px-4 pt-5 pb-8 outline-none">
        {children}
      </main>
      <footer className="mx-auto flex max-w-140 flex-col items-center gap-2 px-4 pb-24 text-center text-base text-ink-2 md:pb-10">
        {footnote}
        <form action={signOut}>
          <button type="submit" className={buttonClass({ variant: "quiet" })}>
            <LogOut aria-hidden /> {labels.signOut}
          </button>
        </form>
      </footer>
      <nav
        aria-label={labels.main}
        className="fixed inset-x-0 bottom-0 z-30 flex h-16 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        <BarLinks items={nav} exactFirst />
      </nav>
    </div>
  );
}

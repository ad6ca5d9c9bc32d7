import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";
import { barCellClass } from "./bar-cell-class";
import { BrandMark } from "./brand-mark";
import type { Destination, SearchAction } from "./command-palette";
import { CommandProvider } from "./commands";
import { KeysTrigger, SearchTrigger } from "./command-triggers";
import { BarLinks, NavLinks } from "./nav-links";
import type { NavItem } from "./nav-item";
import type { ShellPerson, SignOutAction } from "./person-menu";
import { PersonMenu, PersonMenuItems } from "./person-menu";
import { PopoverPanel } from "./popover-panel";

/** The bar has five cells; the last one is everything else. */
const BAR_PLACES = 4;

interface StaffShellProps {
  firmName: string;
  /** In order; the first four make the phone's bar. */
  nav: readonly NavItem[];
  person: ShellPerson;
  signOut: SignOutAction;
  /** Looks through what the person may see; without it the palette only goes to places. */
  search?: SearchAction;
  /** The list that can be searched, with the query at the end: `/cases?q=`. */
  fullSearch?: string;
  /** Places for the palette besides the navigation. */
  destinations?: readonly Destination[];
  /** A DemoBanner, a notice of planned work. */
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame of every staff screen: a sidebar of 216 px, on a phone a bottom bar. No top bar; a page brings its PageHead. */
export function StaffShell(props: StaffShellProps) {
  const { nav, search, fullSearch, destinations = [], banner, children } = props;
  const shortcuts = nav.flatMap(({ keys, label, href }) =>
    keys === undefined ? [] : [{ keys, label, href }],
  );
  const places = [...nav.map(({ label, href }) => ({ title: label, href })), ...destinations];
  return (
    <CommandProvider {...{ shortcuts, search, fullSearch }} destinations={places}>
      <SkipLink />
      <div className="md:grid md:grid-cols-[216px_minmax(0,1fr)] print:block">
        <Sidebar {...props} />
        <div className="min-w-0">
          {banner}
          <PhoneHead {...props} />
          <main
            id="content"
            tabIndex={-1}
            className="px-4 pt-2 pb-24 outline-none md:px-6 md:pt-5 md:pb-12 print:p-0"
          >
            {children}
          </main>
        </div>
      </div>
      <PhoneBar {...props} />
    </CommandProvider>
  );
}

function searchHref(fullSearch: string | undefined): string {
  return fullSearch?.split("?")[0] ?? "#content";
}

function Sidebar({ firmName, nav, person, signOut, fullSearch }: StaffShellProps) {
  return (
    <header className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-line px-3 py-4 md:flex print:hidden">
      <div className="flex items-center gap-2 px-2 text-md font-semibold tracking-[-0.01em]">
        <BrandMark />
        Landfall
      </div>
      <p className="truncate pl-2 text-xs text-ink-3" title={firmName}>
        {firmName}
      </p>
      <div role="search" className="mt-4 mb-3">
        <SearchTrigger href={searchHref(fullSearch)} look="field" />
      </div>
      <nav aria-label="Main">
        <NavLinks items={nav} />
      </nav>
      <div className="mt-auto pt-4">
        <KeysTrigger />
        <div className="mt-2 border-t border-line pt-2">
          <PersonMenu person={person} signOut={signOut} />
        </div>
      </div>
    </header>
  );
}

function PhoneHead({ firmName, fullSearch }: StaffShellProps) {
  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-2 bg-paper pr-1 pl-4 md:hidden print:hidden">
      <BrandMark />
      <span className="min-w-0 flex-1 truncate text-sm text-ink-2">{firmName}</span>
      <SearchTrigger href={searchHref(fullSearch)} look="icon" />
    </header>
  );
}

function PhoneBar({ nav, person, signOut }: StaffShellProps) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex h-14 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <BarLinks items={nav.slice(0, BAR_PLACES)} />
      <button type="button" popoverTarget="more-menu" className={barCellClass}>
        <Menu size={20} aria-hidden />
        More
      </button>
      <PopoverPanel id="more-menu" label="More" className="fixed inset-x-3 top-auto bottom-16 w-auto">
        {nav.length > BAR_PLACES && <NavLinks items={nav.slice(BAR_PLACES)} />}
        <p className="mt-2 border-t border-line px-2 py-2 text-sm first:mt-0 first:border-t-0">
          <span className="font-semibold">{person.name}</span>{" "}
          <span className="text-ink-2">{person.role}</span>
        </p>
        <PersonMenuItems signOut={signOut} />
      </PopoverPanel>
    </nav>
  );
}

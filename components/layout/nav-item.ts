import type { ReactNode } from "react";

/** One place in a shell's navigation. Only places that exist are passed, so nothing leads nowhere. */
export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
  /** What waits there; zero and undefined show nothing. */
  count?: number;
  /** Said instead of the bare number: `2 of yours at risk`. */
  countLabel?: string;
  /** `g c`: where the keys lead here. */
  keys?: string;
}

/** `/cases` is current on `/cases/26-0412` too, but not on `/cases-archive`; a portal's root only on itself. */
export function isCurrent(path: string, href: string, exact = false): boolean {
  return path === href || (!exact && href !== "/" && path.startsWith(`${href}/`));
}

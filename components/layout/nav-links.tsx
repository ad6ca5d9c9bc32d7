"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { barCellClass } from "./bar-cell-class";
import type { NavItem } from "./nav-item";
import { isCurrent } from "./nav-item";

/** The sidebar's list: icon, word, quiet count; maple only at the edge of the current place. */
export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => (
        <li key={item.href}>
          <Link
            prefetch={false}
            href={item.href}
            aria-current={isCurrent(path, item.href) ? "page" : undefined}
            aria-keyshortcuts={item.keys}
            className="group flex min-h-8 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_2px_0_0_var(--maple)] max-md:min-h-11 [&_svg]:size-4"
          >
            {item.icon}
            {item.label}
            <NavCount item={item} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NavCount({ item }: { item: NavItem }) {
  if (!item.count) return null;
  return (
    <span className="ml-auto text-xs font-medium text-ink-2">
      <span aria-hidden={item.countLabel === undefined ? undefined : true}>{item.count}</span>
      {item.countLabel !== undefined && <span className="sr-only">{item.countLabel}</span>}
    </span>
  );
}

interface BarLinksProps {
  items: readonly NavItem[];
  /** The first item is a root that others lie under. */
  exactFirst?: boolean;
}

/** The cells of a phone's bottom bar. */
export function BarLinks({ items, exactFirst = false }: BarLinksProps) {
  const path = usePathname();
  return items.map((item, index) => (
    <Link
      prefetch={false}
      key={item.href}
      href={item.href}
      aria-current={isCurrent(path, item.href, exactFirst && index === 0) ? "page" : undefined}
      className={barCellClass}
    >
      <span className="relative [&_svg]:size-5">
        {item.icon}
        {Boolean(item.count) && (
          <span className="absolute -top-1.5 left-3 grid h-4 min-w-4 place-items-center rounded-full bg-ink px-1 text-[10px] leading-none font-bold text-paper">
            <span aria-hidden={item.countLabel === undefined ? undefined : true}>{item.count}</span>
            {item.countLabel !== undefined && <span className="sr-only">{item.countLabel}</span>}
          </span>
        )}
      </span>
      {item.label}
    </Link>
  ));
}

"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface TabItem {
  href: string;
  label: ReactNode;
  /** Quietly after the label: `14`, `16 of 24`, `2 new`. */
  count?: ReactNode;
  /** Given where the address alone does not tell (a query); otherwise the path decides. */
  current?: boolean;
}

/** The views of one thing, as links. On a narrow screen they scroll sideways. */
export function Tabs({
  label,
  items,
  className,
}: {
  label: string;
  items: readonly TabItem[];
  className?: string;
}) {
  const path = usePathname();
  // A page below a tab's own is the tab's too; of two that match, the longer address.
  const here = items
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .reduce((longest, { href }) => (href.length > longest.length ? href : longest), "");
  return (
    <nav aria-label={label} className={classNames("mb-4 overflow-x-auto border-b border-line", className)}>
      <ul className="flex min-w-max gap-5">
        {items.map((item) => {
          const current = item.current ?? here === item.href;
          return (
            <li key={item.href}>
              <Link
                prefetch={false}
                href={item.href}
                aria-current={current ? "page" : undefined}
                className="inline-flex min-h-10 items-center gap-1.5 font-[550] whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_0_var(--ink)]"
              >
                {item.label}
                {item.count !== undefined && (
                  <span className="text-xs font-medium text-ink-3">{item.count}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";

export interface FilterChip {
  href: string;
  label: ReactNode;
  count?: number;
  current: boolean;
}

/** Which part of the list is shown, as links with counts that add up to the whole. */
export function FilterChips({ label, items }: { label: string; items: readonly FilterChip[] }) {
  return (
    <nav
      aria-label={label}
      className="flex gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:py-1 md:flex-wrap"
    >
      {items.map((item) => (
        <Link
          prefetch={false}
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? "true" : undefined}
          className="inline-flex min-h-(--control-sm) shrink-0 items-center gap-1.5 rounded-full border border-line-strong px-3 text-(length:--control-text) whitespace-nowrap text-ink-2 hover:bg-sunken aria-[current]:border-ink aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {item.label}
          {item.count !== undefined && <span className="font-medium text-ink-3">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";

export interface Segment {
  href: string;
  label: ReactNode;
  icon?: ReactNode;
  current: boolean;
}

/** Two to four ways to look at the same rows, as links: the choice is in the address. */
export function SegmentedControl({ label, items }: { label: string; items: readonly Segment[] }) {
  return (
    <nav
      aria-label={label}
      className="inline-flex max-w-full gap-0.5 overflow-x-auto rounded-lg bg-sunken p-0.5"
    >
      {items.map((item) => (
        <Link
          prefetch={false}
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? "true" : undefined}
          className="inline-flex min-h-(--control-sm) items-center gap-1.5 rounded-md border border-transparent px-2.5 text-(length:--control-text) font-[550] whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink aria-[current]:border-line-strong aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink [&_svg]:size-4"
        >
          {item.icon}
          {item.label}
        </Link>
      ))}
    </nav>
  );
}

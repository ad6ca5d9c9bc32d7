import Link from "next/link";
import type { ReactNode } from "react";

interface RailSectionProps {
  id: string;
  title: string;
  count?: number;
  link: { href: string; label: string };
  children: ReactNode;
}

/** A part of the right column: a heading over a line, and where the rest is. */
export function RailSection({ id, title, count, link, children }: RailSectionProps) {
  return (
    <section aria-labelledby={id}>
      <header className="flex items-baseline gap-2 border-b border-line pb-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {count !== undefined && <span className="text-sm text-ink-2">{count}</span>}
        <Link href={link.href} className="ml-auto text-sm text-link text-ink-2">
          {link.label}
        </Link>
      </header>
      {children}
    </section>
  );
}

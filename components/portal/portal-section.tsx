import type { ReactNode } from "react";

interface PortalSectionProps {
  id: string;
  title: string;
  children: ReactNode;
}

/** One part of a page of the portal, under its own heading. */
export function PortalSection({ id, title, children }: PortalSectionProps) {
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="mb-3 text-[1.125rem] leading-6 font-[650] tracking-[-0.01em]">
        {title}
      </h2>
      {children}
    </section>
  );
}

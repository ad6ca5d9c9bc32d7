import type { ReactNode } from "react";

interface PartProps {
  id: string;
  title: string;
  children: ReactNode;
  className?: string;
}

/** A part of the result, by its heading. */
export function Part({ id, title, children, className }: PartProps) {
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className="mb-2 text-lg font-[650] tracking-[-0.012em]">
        {title}
      </h2>
      {children}
    </section>
  );
}

import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface Definition {
  term: ReactNode;
  value: ReactNode;
  key?: string;
}

/** Names at the left, values at the right; stacked on a phone. */
export function DefinitionList({ items, className }: { items: readonly Definition[]; className?: string }) {
  return (
    <dl
      className={classNames("grid gap-x-4 sm:grid-cols-[minmax(7rem,max-content)_minmax(0,1fr)]", className)}
    >
      {items.map((item, index) => (
        <div key={item.key ?? index} className="py-1 sm:contents">
          <dt className="text-sm text-ink-2 sm:py-1">{item.term}</dt>
          <dd className="min-w-0 break-words sm:py-1">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

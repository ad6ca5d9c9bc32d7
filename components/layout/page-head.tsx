import type { ReactNode } from "react";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";

interface PageHeadProps {
  title: ReactNode;
  /** Right after the title, quietly: a file number. */
  aside?: ReactNode;
  badge?: ReactNode;
  /** One line of context: beside a plain title, under a `large` one. */
  context?: ReactNode;
  /** At the right; at most one of them primary. */
  actions?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  /** 26 px with the context below, for a case. */
  large?: boolean;
}

/** The head of a page. Exactly one on each. */
export function PageHead({ title, aside, badge, context, actions, breadcrumbs, large }: PageHeadProps) {
  return (
    <header className="mb-4">
      {breadcrumbs && (
        <div className="mb-1">
          <Breadcrumbs items={breadcrumbs} />
        </div>
      )}
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2">
        <h1
          className={
            large
              ? "text-xl font-[650] tracking-[-0.018em]"
              : "text-lg leading-8 font-[650] tracking-[-0.01em]"
          }
        >
          {title}
        </h1>
        {aside !== undefined && <span className="text-ink-3">{aside}</span>}
        {badge}
        {!large && context !== undefined && <p className="text-sm text-ink-2">{context}</p>}
        {actions !== undefined && (
          <div className="flex flex-wrap items-center gap-2 max-md:order-1 max-md:w-full md:ml-auto print:hidden">
            {actions}
          </div>
        )}
        {large && context !== undefined && <p className="w-full text-ink-2 md:-mt-2">{context}</p>}
      </div>
    </header>
  );
}

import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** Why it is empty and what will appear here, in a sentence or two. */
  children?: ReactNode;
  /** At most one button. */
  action?: ReactNode;
  /** A quiet last line. */
  footnote?: ReactNode;
}

/** Nothing here, and what that means. No picture. */
export function EmptyState({ title, children, action, footnote }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-90 flex-col items-start gap-2 px-4 py-16">
      <h2 className="text-md font-semibold">{title}</h2>
      {children !== undefined && <div className="text-ink-2">{children}</div>}
      {action !== undefined && <div className="mt-2">{action}</div>}
      {footnote !== undefined && <p className="mt-1 text-xs text-ink-3">{footnote}</p>}
    </div>
  );
}

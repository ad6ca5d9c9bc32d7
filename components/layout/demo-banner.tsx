import { FlaskConical } from "lucide-react";
import type { ReactNode } from "react";

interface DemoBannerProps {
  /** Names it for screen readers, where the page is not English. */
  label?: string;
  children?: ReactNode;
}

/** One quiet line over a demo installation: nobody must take invented people for real ones. */
export function DemoBanner({ label = "About this installation", children }: DemoBannerProps) {
  return (
    <aside
      aria-label={label}
      className="flex items-center justify-center gap-x-2 border-b border-line bg-info-soft px-4 py-1.5 text-center text-xs text-ink print:hidden"
    >
      <FlaskConical size={14} className="shrink-0 text-info" aria-hidden />
      {children ?? "Demo data: the firm, the people and their documents are invented."}
    </aside>
  );
}

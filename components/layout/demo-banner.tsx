import { FlaskConical } from "lucide-react";
import type { ReactNode } from "react";

/** One quiet line over a demo installation: nobody must take invented people for real ones. */
export function DemoBanner({ children }: { children?: ReactNode }) {
  return (
    <aside
      aria-label="About this installation"
      className="flex items-center justify-center gap-x-2 border-b border-line bg-info-soft px-4 py-1.5 text-center text-xs text-ink print:hidden"
    >
      <FlaskConical size={14} className="shrink-0 text-info" aria-hidden />
      {children ?? "Demo data: the firm, the people and their documents are invented."}
    </aside>
  );
}

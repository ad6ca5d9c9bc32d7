import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

interface PageTitleProps {
  title: ReactNode;
  /** Where the arrow leads; the first pages of the navigation have none. */
  back?: { href: string; label: string };
  lead?: ReactNode;
}

/** The heading of a page of the portal, with the way back. */
export function PageTitle({ title, back, lead }: PageTitleProps) {
  return (
    <header className="mb-4">
      <div className="flex items-start gap-1">
        {back && (
          <span className="-mt-2 -ml-3">
            <IconButton
              label={back.label}
              href={back.href}
              variant="quiet"
              icon={<ArrowLeft size={20} aria-hidden />}
            />
          </span>
        )}
        <h1 className="min-w-0 text-xl font-[650] tracking-[-0.015em] text-balance wrap-anywhere">{title}</h1>
      </div>
      {lead !== undefined && <p className="mt-1 text-ink-2">{lead}</p>}
    </header>
  );
}

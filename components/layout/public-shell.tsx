import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";
import { BrandMark } from "./brand-mark";

interface PublicShellProps {
  /** The firm's name stands first: people come to it, not to the product. */
  firmName: string;
  /** `narrow` for sign-in and the like, `wide` for the free assessment. */
  width?: "narrow" | "wide";
  banner?: ReactNode;
  footnote?: ReactNode;
  children: ReactNode;
}

/** The frame for people who have not signed in. */
export function PublicShell({ firmName, width = "narrow", banner, footnote, children }: PublicShellProps) {
  const column = width === "narrow" ? "max-w-100" : "max-w-180";
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {banner}
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 pt-10 pb-8 outline-none sm:pt-[12vh] ${column}`}
      >
        <p className="mb-6 flex items-center gap-2.5 text-md font-semibold">
          <BrandMark size={24} />
          {firmName}
        </p>
        {children}
      </main>
      <footer className={`mx-auto w-full px-4 pb-6 text-xs text-ink-3 ${column}`}>{footnote}</footer>
    </div>
  );
}

import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";
import { BrandMark } from "./brand-mark";

interface PublicShellProps {
  /** The firm's name stands first: people come to it, not to the product. */
  firmName: string;
  /** `narrow` for sign-in and the like, `wide` for the free assessment. */
  width?: "narrow" | "wide";
  banner?: ReactNode;
  /** Words of the skip link, where the page is not English. */
  skipLabel?: string;
  /** Beside the firm's name: the choice of language. */
  aside?: ReactNode;
  footnote?: ReactNode;
  children: ReactNode;
}

/** The frame for people who have not signed in. */
export function PublicShell(props: PublicShellProps) {
  const { firmName, width = "narrow", banner, skipLabel, aside, footnote, children } = props;
  const column = width === "narrow" ? "max-w-100" : "max-w-180";
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={skipLabel} />
      {banner}
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 pb-8 outline-none ${width === "narrow" ? "pt-10 sm:pt-[12vh]" : "pt-6 sm:pt-10"} ${column}`}
      >
        <div className="mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="flex items-center gap-2.5 text-md font-semibold">
            <BrandMark size={24} />
            {firmName}
          </p>
          {aside}
        </div>
        {children}
      </main>
      <footer className={`mx-auto w-full px-4 pb-6 text-xs text-ink-3 ${column}`}>{footnote}</footer>
    </div>
  );
}

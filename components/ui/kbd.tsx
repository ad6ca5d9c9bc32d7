import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface KbdProps {
  children: ReactNode;
  /** Inside a filled button: takes the button's colour. */
  inverted?: boolean;
}

/** A key, printed where it acts. Hidden from touch screens, which have none. */
export function Kbd({ children, inverted }: KbdProps) {
  return (
    <kbd
      className={classNames(
        "inline-block min-w-5 rounded-sm border px-1 py-0.5 text-center font-sans text-[11px] leading-none font-semibold",
        "pointer-coarse:hidden",
        inverted
          ? "border-current bg-transparent text-current opacity-85"
          : "border-b-2 border-line-strong bg-surface text-ink-2",
      )}
    >
      {children}
    </kbd>
  );
}

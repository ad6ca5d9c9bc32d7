"use client";

import type { ReactNode } from "react";
import { useRef } from "react";
import { classNames } from "@/components/ui/class-names";

interface PopoverPanelProps {
  /** The `popoverTarget` of the button that opens it. */
  id: string;
  label: string;
  className?: string;
  children: ReactNode;
}

/** A small panel by the platform's own popover: opens before JavaScript; after it, a followed link closes it. */
export function PopoverPanel({ id, label, className, children }: PopoverPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="group"
      aria-label={label}
      className={classNames(
        "rounded-lg border border-line-strong bg-surface p-2 text-ink shadow-float",
        className,
      )}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("a")) panel.current?.hidePopover();
      }}
    >
      {children}
    </div>
  );
}

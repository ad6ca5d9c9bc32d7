"use client";

import type { ReactNode } from "react";
import { useRef } from "react";
import { classNames } from "./class-names";
import { useShortcut } from "./use-shortcut";

/**
 * Gives `j` and `k` to the rows inside: anything with `data-row` whose main link or button has `data-row-link`.
 * The row is marked `data-active`, which turns its `variant="row"` button dark; Enter is the link's own.
 */
export function RowKeys({ children, className }: { children: ReactNode; className?: string }) {
  const box = useRef<HTMLDivElement>(null);

  function mark(active: Element) {
    for (const row of box.current?.querySelectorAll("[data-row]") ?? []) {
      row.toggleAttribute("data-active", row === active);
    }
  }

  function move(step: 1 | -1) {
    const rows = [...(box.current?.querySelectorAll("[data-row]") ?? [])];
    const focused = rows.findIndex((row) => row.contains(document.activeElement));
    const marked = rows.findIndex((row) => row.hasAttribute("data-active"));
    // The marked row has not been entered yet: the first j stands on it rather than passing it by.
    const next = focused >= 0 ? focused + step : marked >= 0 ? marked : 0;
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
    row?.querySelector<HTMLElement>("[data-row-link]")?.focus();
  }

  useShortcut("j", () => move(1));
  useShortcut("k", () => move(-1));

  return (
    <div
      ref={box}
      className={classNames("min-w-0", className)}
      onFocus={(event) => {
        const row = event.target.closest("[data-row]");
        if (row) mark(row);
      }}
    >
      {children}
    </div>
  );
}

"use client";

import type { ReactNode } from "react";
import { useRef } from "react";
import { RowKeys } from "@/components/ui/row-keys";
import { useShortcut } from "@/components/ui/use-shortcut";

/** Keys for the page that is marked: the buttons of its row do the work. */
export function ArrangeKeys({ children, enabled }: { children: ReactNode; enabled: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const press = (move: string) =>
    box.current
      ?.querySelector<HTMLButtonElement>(`[data-row][data-active] button[data-move="${move}"]`)
      ?.click();
  useShortcut("u", () => press("up"), { enabled });
  useShortcut("d", () => press("down"), { enabled });
  useShortcut("r", () => press("turn"), { enabled });
  useShortcut("x", () => press("out"), { enabled });
  return (
    <div ref={box}>
      <RowKeys>{children}</RowKeys>
    </div>
  );
}

"use client";

import { useToasts } from "@/components/ui/toast";
import { useShortcut } from "@/components/ui/use-shortcut";

/** The key `s` on the row one stands on. */
export function SnoozeKey() {
  const toasts = useToasts();
  useShortcut("s", () => {
    const row = document.querySelector("[data-row][data-active]");
    const button = row?.querySelector<HTMLElement>("[data-snooze] button");
    if (button) button.click();
    else if (row) toasts.say("A hard date this near stays in sight: it cannot be snoozed.", "watch");
  });
  return null;
}

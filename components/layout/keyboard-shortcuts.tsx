"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { keysAreTaken } from "@/components/ui/use-shortcut";

/** Two keys in a row that lead somewhere: `g c`. */
export interface Shortcut {
  keys: string;
  label: string;
  href: string;
}

/** How long the first key waits for the second. */
const PAUSE_MS = 1_200;

/** Listens for sequences of two keys outside fields and dialogs. Renders nothing. */
export function KeyboardShortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const router = useRouter();
  const first = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keysAreTaken(event)) return;
    const before = first.current;
    first.current = null;
    clearTimeout(timer.current);
    const match =
      before === null ? undefined : shortcuts.find((one) => one.keys === `${before} ${event.key}`);
    if (match) {
      event.preventDefault();
      router.push(match.href);
      return;
    }
    if (!shortcuts.some((one) => one.keys.startsWith(`${event.key} `))) return;
    first.current = event.key;
    timer.current = setTimeout(() => (first.current = null), PAUSE_MS);
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => {
      document.removeEventListener("keydown", listener);
      clearTimeout(timer.current);
    };
  }, []);
  return null;
}

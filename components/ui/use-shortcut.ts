"use client";

import { useEffect, useEffectEvent } from "react";

/** True while keys belong to a field, or to an open dialog or menu the listener is not part of. */
export function keysAreTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.closest("input, textarea, select, [role=dialog], [role=menu]") !== null
  );
}

interface ShortcutOptions {
  enabled?: boolean;
}

/**
 * One key (`"z"`, `"?"`, `"/"`) without modifiers, outside fields and dialogs. For sequences such as `g c` give
 * them to KeyboardShortcuts instead.
 */
export function useShortcut(key: string, action: () => void, { enabled = true }: ShortcutOptions = {}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || keysAreTaken(event)) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (!enabled) return;
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, [enabled]);
}

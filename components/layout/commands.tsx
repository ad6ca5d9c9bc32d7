"use client";

import type { ReactNode } from "react";
import { createContext, use, useCallback, useEffect, useMemo, useState } from "react";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { Destination, SearchAction } from "./command-palette";
import { CommandPalette } from "./command-palette";
import type { Shortcut } from "./keyboard-shortcuts";
import { KeyboardShortcuts } from "./keyboard-shortcuts";
import type { KeyHelp } from "./keys-dialog";
import { KeysDialog } from "./keys-dialog";

interface Commands {
  openPalette: () => void;
  openKeys: () => void;
  /** Adds a page's keys to the help; gives back how to take them away. */
  addKeys: (keys: readonly KeyHelp[]) => () => void;
}

const CommandsContext = createContext<Commands>({
  openPalette: () => undefined,
  openKeys: () => undefined,
  addKeys: () => () => undefined,
});

export function useCommands(): Commands {
  return use(CommandsContext);
}

interface CommandProviderProps {
  /** `g c` and the like. */
  shortcuts: readonly Shortcut[];
  destinations: readonly Destination[];
  search?: SearchAction;
  /** Where a whole search goes: `/cases?q=`. */
  fullSearch?: string;
  children: ReactNode;
}

/** Holds the command palette (Ctrl/Cmd-K, `/`) and the keys help (`?`) for everything inside. */
export function CommandProvider({
  shortcuts,
  destinations,
  search,
  fullSearch,
  children,
}: CommandProviderProps) {
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const [pageKeys, setPageKeys] = useState<readonly (readonly KeyHelp[])[]>([]);

  const addKeys = useCallback((keys: readonly KeyHelp[]) => {
    setPageKeys((all) => [...all, keys]);
    return () => setPageKeys((all) => all.filter((one) => one !== keys));
  }, []);
  const commands = useMemo(
    () => ({ openPalette: () => setPaletteOpen(true), openKeys: () => setKeysOpen(true), addKeys }),
    [addKeys],
  );

  useShortcut("/", commands.openPalette);
  useShortcut("?", commands.openKeys);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      setPaletteOpen(true);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <CommandsContext value={commands}>
      {children}
      <KeyboardShortcuts shortcuts={shortcuts} />
      <CommandPalette
        {...{ destinations, search, fullSearch }}
        open={paletteOpen}
        onOpenChange={setPaletteOpen}
      />
      <KeysDialog
        shortcuts={shortcuts}
        pageKeys={pageKeys.flat()}
        open={keysOpen}
        onOpenChange={setKeysOpen}
      />
    </CommandsContext>
  );
}

/** Put on a page with keys of its own: they appear in the help while the page is shown. Pass a constant. */
export function PageKeys({ keys }: { keys: readonly KeyHelp[] }) {
  const { addKeys } = useCommands();
  useEffect(() => addKeys(keys), [addKeys, keys]);
  return null;
}

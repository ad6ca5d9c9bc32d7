"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { Shortcut } from "./keyboard-shortcuts";

/** A key (or several, apart by spaces) and what it does. */
export interface KeyHelp {
  keys: string;
  label: string;
}

const everywhere: readonly KeyHelp[] = [
  { keys: "/", label: "search" },
  { keys: "Ctrl K", label: "search, from inside a field too" },
  { keys: "j k", label: "next and previous row" },
  { keys: "z", label: "take back what was just done" },
  { keys: "Esc", label: "close" },
  { keys: "?", label: "this list" },
];

interface KeysDialogProps {
  shortcuts: readonly Shortcut[];
  pageKeys: readonly KeyHelp[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** All keys that act now. */
export function KeysDialog({ shortcuts, pageKeys, open, onOpenChange }: KeysDialogProps) {
  return (
    <Dialog title="Keys" open={open} onOpenChange={onOpenChange}>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {pageKeys.length > 0 && <KeyGroup title="On this page" keys={pageKeys} />}
        {shortcuts.length > 0 && <KeyGroup title="Go to" keys={shortcuts} />}
        <KeyGroup title="Everywhere" keys={everywhere} />
      </div>
    </Dialog>
  );
}

function KeyGroup({ title, keys }: { title: string; keys: readonly KeyHelp[] }) {
  return (
    <section>
      <h3 className="border-b border-line pb-1 text-sm font-semibold">{title}</h3>
      <dl>
        {keys.map((one) => (
          <div key={`${one.keys} ${one.label}`} className="flex items-center gap-3 py-1 text-sm">
            <dt className="flex w-16 shrink-0 gap-1">
              {one.keys.split(" ").map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{one.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

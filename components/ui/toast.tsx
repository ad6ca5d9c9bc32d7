"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class";
import { Kbd } from "./kbd";
import { StatusIcon } from "./status-icon";
import type { Tone } from "./tone";
import { useShortcut } from "./use-shortcut";

/** How long a decision can be taken back. */
const UNDO_MS = 10_000;
const READING_MS = 5_000;

interface ToastData {
  tone: Tone;
  undo?: () => void;
}

interface UndoOffer {
  /** What was done: `Police certificate returned`. */
  message: string;
  /** Takes it back; called at most once. */
  undo: () => void | Promise<void>;
  /** Called once when the ten seconds are over and nobody took it back. */
  onKept?: () => void;
}

export interface Toasts {
  /** Says what has just happened. Nothing that must be read later: it goes away. */
  say: (message: string, tone?: Tone) => void;
  /** The ten-second undo bar; the key `z` takes back the newest. */
  offerUndo: (offer: UndoOffer) => void;
}

export function useToasts(): Toasts {
  const manager = Toast.useToastManager<ToastData>();
  return {
    say(message, tone = "ok") {
      manager.add({
        title: message,
        timeout: READING_MS,
        priority: tone === "late" ? "high" : "low",
        data: { tone },
      });
    },
    offerUndo({ message, undo, onKept }) {
      let taken = false;
      const id = manager.add({
        title: message,
        timeout: UNDO_MS,
        onRemove: () => {
          if (!taken) onKept?.();
        },
        data: {
          tone: "ok",
          undo: () => {
            if (taken) return;
            taken = true;
            manager.close(id);
            void undo();
          },
        },
      });
    },
  };
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-3 bottom-16 z-50 mx-auto flex max-w-120 flex-col gap-2 md:bottom-5">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager<ToastData>();
  const newestUndo = toasts.find((toast) => toast.data?.undo)?.data?.undo;
  useShortcut("z", () => newestUndo?.(), { enabled: newestUndo !== undefined });

  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-lg border border-line-strong bg-surface shadow-float transition-opacity duration-100 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex min-h-12 items-center gap-3 py-2 pr-2 pl-4">
        <StatusIcon tone={toast.data?.tone ?? "ok"} />
        <Toast.Title className="min-w-0 flex-1 text-base font-medium" />
        {toast.data?.undo && (
          <button type="button" className={buttonClass({ size: "sm" })} onClick={toast.data.undo}>
            Undo <Kbd>Z</Kbd>
          </button>
        )}
        <Toast.Close
          aria-label="Close"
          className={buttonClass({ variant: "quiet", size: "sm", square: true })}
        >
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

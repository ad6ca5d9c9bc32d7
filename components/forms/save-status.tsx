"use client";

import { createContext, use } from "react";
import { StatusIcon } from "@/components/ui/status-icon";
import { SubmitButton } from "./submit-button";

interface SaveState {
  state: "saving" | "failed" | "unsaved" | "saved";
  /** `09:41`; null before the first save. */
  savedAt: string | null;
  message: string | undefined;
}

export const SaveStateContext = createContext<SaveState>({
  state: "saved",
  savedAt: null,
  message: undefined,
});

/** `Saved 09:41`, somewhere inside an AutosaveForm: in the head of its card, at its end. */
export function SaveStatus() {
  const { state, savedAt, message } = use(SaveStateContext);
  const words = {
    saving: "Saving…",
    failed: message ?? "Not saved",
    unsaved: "Not saved yet",
    saved: savedAt === null ? "" : `Saved ${savedAt}`.trim(),
  }[state];
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-sm text-ink-2">
      {state === "failed" && <StatusIcon tone="late" size={14} />}
      <span className={state === "failed" ? "text-late" : undefined}>{words}</span>
      {state === "failed" && (
        <SubmitButton variant="quiet" size="sm">
          Try again
        </SubmitButton>
      )}
    </span>
  );
}

import { StatusIcon } from "@/components/ui/status-icon";
import type { SaveState } from "./autosave";

function words(state: SaveState, autosave: boolean): string {
  switch (state.kind) {
    case "clean":
      return autosave ? "Saved as you go." : "";
    case "typed":
      return autosave ? "Saved when you leave the field." : "Not saved yet. Kept in this tab.";
    case "saving":
      return "Saving…";
    case "saved":
      return `Saved ${state.at}`;
    case "refused":
      return `Not saved: ${state.reason}`;
  }
}

/** Where the form stands, said politely: what was typed is never in doubt. */
export function SaveStatus({ state, autosave }: { state: SaveState; autosave: boolean }) {
  const isRefused = state.kind === "refused";
  return (
    <p
      role="status"
      className={`mt-2 flex min-h-5 items-start gap-1.5 text-sm ${isRefused ? "text-watch" : "text-ink-2"}`}
    >
      {isRefused && <StatusIcon tone="watch" size={14} className="mt-0.75" />}
      {state.kind === "saved" && <StatusIcon tone="ok" size={14} className="mt-0.75" />}
      <span>{words(state, autosave)}</span>
    </p>
  );
}

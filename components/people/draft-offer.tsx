import type { Draft } from "@/components/forms/draft-store";
import { Button } from "@/components/ui/button";

/** `09:41`, where the person sits; the day too where it is another. */
function timeOf({ at }: Draft): string {
  const typed = new Date(at);
  return typed.toLocaleTimeString("en-CA", { hour: "2-digit", minute: "2-digit", hour12: false });
}

interface DraftOfferProps {
  draft: Draft;
  onContinue: () => void;
  onDiscard: () => void;
}

/** What was typed into this form and never saved is offered once, when the form is opened again. */
export function DraftOffer({ draft, onContinue, onDiscard }: DraftOfferProps) {
  return (
    <div
      role="group"
      aria-label="What you typed before"
      className="mb-3 flex flex-wrap items-center gap-2 rounded-md border border-line-strong bg-info-soft px-3 py-2 text-sm"
    >
      <span className="flex-1 basis-48">You typed here at {timeOf(draft)} and did not save it.</span>
      <Button size="sm" onClick={onContinue}>
        Continue what you typed at {timeOf(draft)}
      </Button>
      <Button size="sm" variant="quiet" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  );
}

import { Undo2 } from "lucide-react";
import type { FirmDay } from "@/lib/cases/types";
import { DOCUMENT_WORDS } from "./document-words";
import { whenNear } from "./near-date";

/** Why a document came back, as its reviewer wrote it for the client. */
export function ReturnedBox({ reason, at, day }: { reason: string; at: Date | null; day: FirmDay }) {
  return (
    <section aria-labelledby="returned" className="rounded-lg bg-watch-soft p-4">
      <p className="flex items-center gap-2 text-base font-[650] text-watch">
        <Undo2 size={20} strokeWidth={1.75} aria-hidden />
        {DOCUMENT_WORDS.redo}
      </p>
      <h2
        id="returned"
        className="mt-2 mb-1 text-lg font-[650] tracking-[-0.01em] text-balance wrap-anywhere"
      >
        {reason}
      </h2>
      {at !== null && <p className="text-base text-ink-2">{DOCUMENT_WORDS.returnedOn(whenNear(at, day))}</p>}
    </section>
  );
}

import { Undo2 } from "lucide-react";
import type { FirmDay } from "@/lib/cases/types";
import { faultKindOf } from "./fault-kinds";
import { FaultPicture } from "./fault-picture";
import { whenNear } from "./near-date";
import { portalWords } from "./words";

interface ReturnedBoxProps {
  reason: string;
  /** The reviewer's code of the fault, where it is one of the usual ones. */
  fault: string | null;
  at: Date | null;
  day: FirmDay;
}

/** Why a document came back, as its reviewer wrote it for the client, with a picture of the fault where there is one. */
export async function ReturnedBox({ reason, fault, at, day }: ReturnedBoxProps) {
  const words = await portalWords();
  const { t, rule } = words;
  const kind = faultKindOf(fault, reason);
  return (
    <section aria-labelledby="returned" className="rounded-lg bg-watch-soft p-4">
      <p className="flex items-center gap-2 text-base font-[650] text-watch">
        <Undo2 size={20} strokeWidth={1.75} aria-hidden />
        {t("document.redo")}
      </p>
      <h2
        id="returned"
        className="mt-2 mb-1 text-lg font-[650] tracking-[-0.01em] text-balance wrap-anywhere"
      >
        {rule(reason)}
      </h2>
      {at !== null && (
        <p className="text-base text-ink-2">{t("document.returnedOn", { when: whenNear(at, day, words) })}</p>
      )}
      {kind !== null && <FaultPicture kind={kind} />}
    </section>
  );
}

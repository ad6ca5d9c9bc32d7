import { Check, Sun } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { FirmDay } from "@/lib/cases/types";
import { formatBytes } from "@/lib/format/quantities";
import type { PortalVersion } from "@/lib/portal/types";
import { RECEIVED_WORDS } from "./document-words";
import { moreWords } from "./home-words";
import { whenNear } from "./near-date";
import { StepList } from "./step-list";

interface ReceiptProps {
  title: string;
  version: PortalVersion;
  /** Who checks it. */
  consultant: string;
  /** Other documents that wait for the client. */
  more: number;
  day: FirmDay;
}

/** What is said once a file is safe: its receipt, and what happens with it now. */
export function Receipt({ title, version, consultant, more, day }: ReceiptProps) {
  const when = whenNear(version.sentAt, day);
  const [given = consultant] = consultant.split(" ");
  const { steps } = RECEIVED_WORDS;
  return (
    <>
      <p className="mb-5 border-b border-line pb-4 font-semibold wrap-anywhere">{title}</p>
      <span aria-hidden className="mb-3 grid size-14 place-items-center rounded-full bg-ok-soft text-ok">
        <Check size={28} strokeWidth={2.25} />
      </span>
      <h1 className="text-xl font-[650] tracking-[-0.015em]">{RECEIVED_WORDS.title}</h1>
      <p className="mt-1 wrap-anywhere text-ink-2">
        {version.fileName}, {formatBytes(version.size)}, {when}. {RECEIVED_WORDS.safe}
      </p>
      <div className="mt-4 rounded-lg border border-line bg-surface">
        <StepList
          label={steps.label}
          current={1}
          steps={[
            {
              label: steps.received,
              text: steps.receipt(when.charAt(0).toUpperCase() + when.slice(1), version.receipt),
            },
            { label: steps.check(given), text: steps.checkText },
            { label: steps.end, text: steps.endText },
          ]}
        />
      </div>
      {more === 0 && (
        <p className="mt-4 flex items-center gap-2.5 text-[0.9375rem] text-ink-2">
          <Sun size={20} strokeWidth={1.75} aria-hidden />
          {RECEIVED_WORDS.nothingElse}
        </p>
      )}
      {more > 0 && <p className="mt-4 text-[0.9375rem] text-ink-2">{moreWords(more)}.</p>}
      <Button href="/portal" variant="primary" size="lg" className="mt-4 min-h-13 w-full rounded-lg">
        {RECEIVED_WORDS.backHome}
      </Button>
    </>
  );
}

"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { formatTime } from "@/lib/format/dates";
import type { Colleague } from "./use-hold";

interface HoldNoticeProps {
  colleague: Colleague;
  timeZone: string;
  onTakeOver: () => Promise<void>;
}

/** A colleague has the document: nobody decides behind their back, but it can be taken over knowingly. */
export function HoldNotice({ colleague, timeZone, onTakeOver }: HoldNoticeProps) {
  const [asking, setAsking] = useState(false);
  const { name, since } = colleague;
  return (
    <Notice
      tone="watch"
      title={`${name} is reviewing this`}
      live
      className="mt-3"
      action={<Button onClick={() => setAsking(true)}>Take over…</Button>}
    >
      Since {formatTime(since, timeZone)}. You can look; the decision is theirs.
      <Dialog
        title="Take over this review?"
        description={`${name} has it open. What they decide from now on is refused, and they see that you took over.`}
        open={asking}
        onOpenChange={setAsking}
        size="sm"
      >
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button
            variant="primary"
            onClick={() => {
              setAsking(false);
              void onTakeOver();
            }}
          >
            Take over
          </Button>
        </div>
      </Dialog>
    </Notice>
  );
}

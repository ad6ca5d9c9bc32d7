"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { DocumentFlag } from "@/lib/checklist/review/types";

interface AcceptDespiteProps {
  /** Contradictions that nobody has settled. */
  flags: readonly DocumentFlag[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAccept: (reason: string) => void;
}

/** Asks before a document is accepted that contradicts the file; the reason is kept and settles the contradiction. */
export function AcceptDespite({ flags, open, onOpenChange, onAccept }: AcceptDespiteProps) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);

  function acceptIt() {
    const given = reason.trim();
    setMissing(given === "");
    if (given === "") return;
    onOpenChange(false);
    onAccept(given);
  }

  return (
    <Dialog
      title="It contradicts the file. Accept it all the same?"
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
    >
      <ul className="mb-3 list-disc pl-5 text-sm">
        {flags.map(({ id, label, factSays, documentSays }) => (
          <li key={id}>
            {label}: the file says “{factSays}”, the document “{documentSays}”
          </li>
        ))}
      </ul>
      <Field
        name="despite"
        label="Why it is accepted all the same"
        error={missing ? "Write the reason in a sentence." : undefined}
      >
        <Textarea
          rows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <div className="mt-4 flex justify-end gap-2">
        <DialogClose />
        <Button variant="primary" onClick={acceptIt}>
          Accept it
        </Button>
      </div>
    </Dialog>
  );
}

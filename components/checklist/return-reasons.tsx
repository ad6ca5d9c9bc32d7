"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Field } from "@/components/ui/field";
import { TextField } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { Review } from "@/lib/checklist/review/types";
import type { GivenReason } from "./use-review";

/** Code of a reason in one's own words. */
const OTHER = "other";

interface ReasonProps {
  digit: number;
  label: string;
  clientMessage: string;
  chosen: boolean;
  pending: boolean;
  onChoose: () => void;
  onReturn: (note: string | null) => void;
}

function Reason({ digit, label, clientMessage, chosen, pending, onChoose, onReturn }: ReasonProps) {
  const [note, setNote] = useState("");
  const noted = note.trim() === "" ? null : note.trim();
  useShortcut(String(digit), () => onReturn(noted));
  return (
    <li className={chosen ? "mb-1 rounded-md bg-watch-soft pb-2" : undefined}>
      <button
        type="button"
        aria-expanded={chosen}
        onClick={onChoose}
        className={`flex min-h-7 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left text-sm hover:bg-sunken max-md:min-h-11 ${chosen ? "font-semibold" : ""}`}
      >
        <Kbd>{digit}</Kbd>
        {label}
      </button>
      {chosen && (
        <div className="flex flex-col gap-2 pr-2 pl-9.5">
          <p className="text-xs text-ink-2">
            The client reads: “{clientMessage}
            {noted !== null && ` ${noted}`}”
          </p>
          <div className="flex items-end gap-3">
            <TextField
              name="note"
              label="A note of your own"
              optional
              maxLength={300}
              className="flex-1"
              onValueChange={setNote}
            />
            <Button variant="primary" size="sm" aria-disabled={pending} onClick={() => onReturn(noted)}>
              Return
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

interface ReturnReasonsProps {
  review: Review;
  pending: boolean;
  error: string | undefined;
  onReturn: (reason: GivenReason) => void;
}

/** Why it goes back: one key for the usual reasons of its kind, or one's own words. */
export function ReturnReasons({ review, pending, error, onReturn }: ReturnReasonsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [message, setMessage] = useState("");
  useShortcut("0", () => setChosen(OTHER));
  return (
    <>
      <p className="mt-3 mb-1 flex items-baseline gap-2 text-sm">
        <b className="font-[650]">Or return it, because…</b>
        <span className="text-xs text-ink-3">
          one key; undo for 10 s with <Kbd>Z</Kbd>
        </span>
      </p>
      <ol className="-mx-2">
        {review.faults.slice(0, 9).map((fault, index) => (
          <Reason
            key={fault.code}
            digit={index + 1}
            label={fault.label}
            clientMessage={fault.clientMessage}
            chosen={chosen === fault.code}
            pending={pending}
            onChoose={() => setChosen(chosen === fault.code ? null : fault.code)}
            onReturn={(note) => onReturn({ code: fault.code, message: null, note })}
          />
        ))}
        <li>
          <button
            type="button"
            aria-expanded={chosen === OTHER}
            onClick={() => setChosen(chosen === OTHER ? null : OTHER)}
            className="flex min-h-7 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left text-sm hover:bg-sunken max-md:min-h-11"
          >
            <Kbd>0</Kbd>
            Write another reason…
          </button>
          {chosen === OTHER && (
            <div className="flex flex-col gap-2 px-2 pb-1">
              <Field
                name="message"
                label="What the client has to do"
                hint="In plain words; they read exactly this."
                error={error}
              >
                <Textarea
                  rows={2}
                  maxLength={600}
                  value={message}
                  onChange={(event) => setMessage(event.target.value)}
                />
              </Field>
              <Button
                variant="primary"
                size="sm"
                className="self-end"
                aria-disabled={pending}
                onClick={() => onReturn({ code: OTHER, message, note: null })}
              >
                Return with this reason
              </Button>
            </div>
          )}
        </li>
      </ol>
    </>
  );
}

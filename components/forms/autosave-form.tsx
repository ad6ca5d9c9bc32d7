"use client";

import type { ReactNode } from "react";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { FormStateContext } from "@/components/ui/form-state";
import { StatusIcon } from "@/components/ui/status-icon";
import type { FormAction } from "./form-action";
import { newIdempotencyKey } from "./idempotency-key";
import { SubmitButton } from "./submit-button";
import { typedValues } from "./typed-values";
import { useFormAction } from "./use-form-action";

/** The action says when it saved, in the firm's zone: `09:41`. */
export interface Saved {
  savedAt?: string;
}

interface AutosaveFormProps<T extends Saved> {
  action: FormAction<T>;
  children: ReactNode;
  hidden?: Readonly<Record<string, string | number>>;
  label?: string;
  /** How long after the last keystroke, in ms. */
  delay?: number;
  onSaved?: (data: T) => void;
  className?: string;
}

/** A form that saves itself a moment after the last change, and says so. Before JavaScript it has a Save button. */
export function AutosaveForm<T extends Saved>(props: AutosaveFormProps<T>) {
  const { action, children, hidden = {}, label, delay = 800, onSaved, className } = props;
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef(false);
  const [unsaved, setUnsaved] = useState(false);
  const idPrefix = useId();
  const [firstKey] = useState(newIdempotencyKey);
  const { result, pending, successes, postAction, send, keyField } = useFormAction(action, onSaved);
  const failure = result?.ok === false ? result : null;

  async function save() {
    clearTimeout(timer.current);
    if (!form.current || !waiting.current) return;
    waiting.current = false;
    const answer = await send(new FormData(form.current));
    if (answer === null) {
      // One save is on its way: this change follows it.
      waiting.current = true;
      timer.current = setTimeout(() => void save(), delay);
      return;
    }
    // A change refused or typed meanwhile is still unsaved.
    setUnsaved(!answer.ok || waiting.current);
  }

  function changed() {
    waiting.current = true;
    setUnsaved(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), delay);
  }

  const flush = useEffectEvent(() => void save());
  useEffect(() => {
    const onHide = () => flush();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      clearTimeout(timer.current);
    };
  }, []);

  return (
    <form
      ref={form}
      action={postAction}
      noValidate
      aria-label={label}
      className={className}
      onInput={changed}
      onSubmit={(event) => {
        event.preventDefault();
        waiting.current = true;
        void save();
      }}
    >
      <FormStateContext
        value={{
          idPrefix,
          fieldErrors: failure?.fieldErrors ?? {},
          values: typedValues(failure),
          pending,
          successes,
        }}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        <input
          ref={keyField}
          type="hidden"
          name="idempotencyKey"
          defaultValue={firstKey}
          suppressHydrationWarning
        />
        <SaveStatus
          state={pending ? "saving" : failure ? "failed" : unsaved ? "unsaved" : "saved"}
          savedAt={result?.ok ? (result.data.savedAt ?? "") : null}
          message={failure?.message}
        />
        {children}
        <noscript>
          <SubmitButton variant="default">Save</SubmitButton>
        </noscript>
      </FormStateContext>
    </form>
  );
}

interface SaveStatusProps {
  state: "saving" | "failed" | "unsaved" | "saved";
  /** Null before the first save. */
  savedAt: string | null;
  message: string | undefined;
}

function SaveStatus({ state, savedAt, message }: SaveStatusProps) {
  const words = {
    saving: "Saving…",
    failed: message ?? "Not saved",
    unsaved: "Not saved yet",
    saved: savedAt === null ? "" : `Saved ${savedAt}`.trim(),
  }[state];
  return (
    <p role="status" className="flex min-h-5 items-center gap-1.5 text-sm text-ink-2">
      {state === "failed" && <StatusIcon tone="late" size={14} />}
      <span className={state === "failed" ? "text-late" : undefined}>{words}</span>
    </p>
  );
}

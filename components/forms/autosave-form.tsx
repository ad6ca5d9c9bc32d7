"use client";

import type { ReactNode } from "react";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { FormStateContext } from "@/components/ui/form-state";
import type { FormAction } from "./form-action";
import { SaveStateContext } from "./save-status";
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

/**
 * A form that saves itself a moment after the last change. Place a SaveStatus inside, where it is seen.
 * Before JavaScript it has a Save button.
 */
export function AutosaveForm<T extends Saved>(props: AutosaveFormProps<T>) {
  const { action, children, hidden = {}, label, delay = 800, onSaved, className } = props;
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What has been typed and not yet sent. */
  const draft = useRef<FormData | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const idPrefix = useId();
  const { result, pending, successes, postAction, send, postKey } = useFormAction(action, onSaved);
  const failure = result?.ok === false ? result : null;

  async function save() {
    clearTimeout(timer.current);
    const data = draft.current;
    if (!data) return;
    draft.current = null;
    const answer = await send(data);
    if (answer === null) {
      // One save is on its way: this change follows it.
      draft.current ??= data;
      timer.current = setTimeout(() => void save(), delay);
      return;
    }
    // A change refused, or typed meanwhile, is still unsaved.
    setUnsaved(!answer.ok || hasDraft());
  }

  function hasDraft(): boolean {
    return draft.current !== null;
  }

  function changed(wait: number) {
    if (!form.current) return;
    draft.current = new FormData(form.current);
    setUnsaved(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), wait);
  }

  const saveNow = useEffectEvent(() => void save());
  useEffect(() => {
    const onHide = () => saveNow();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      // Whoever follows a link within the pause still gets the last words saved.
      saveNow();
    };
  }, []);

  return (
    <form
      ref={form}
      action={postAction}
      noValidate
      aria-label={label}
      className={className}
      onInput={() => changed(delay)}
      onSubmit={(event) => {
        event.preventDefault();
        changed(0);
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
        <input type="hidden" name="idempotencyKey" value={postKey} readOnly suppressHydrationWarning />
        <SaveStateContext
          value={{
            state: pending ? "saving" : failure ? "failed" : unsaved ? "unsaved" : "saved",
            savedAt: result?.ok ? (result.data.savedAt ?? "") : null,
            message: failure?.message,
          }}
        >
          {children}
        </SaveStateContext>
        <noscript>
          <SubmitButton variant="default">Save</SubmitButton>
        </noscript>
      </FormStateContext>
    </form>
  );
}

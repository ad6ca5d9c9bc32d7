"use client";

import type { ReactNode } from "react";
import { useEffect, useEffectEvent, useId, useRef } from "react";
import { FormStateContext } from "@/components/ui/form-state";
import { useToasts } from "@/components/ui/toast";
import { ErrorSummary } from "./error-summary";
import type { FormAction } from "./form-action";
import { typedValues } from "./typed-values";
import { useFormAction } from "./use-form-action";

interface ActionFormProps<T> {
  action: FormAction<T>;
  children: ReactNode;
  /** Sent along: ids, versions. */
  hidden?: Readonly<Record<string, string | number>>;
  /** Said in passing after a success. */
  successMessage?: string;
  /** Empties the fields after a success: for a form that is used again and again. */
  resetOnSuccess?: boolean;
  onSuccess?: (data: T) => void;
  /** Names the form for screen readers when its heading does not. */
  label?: string;
  className?: string;
}

/**
 * A form over a server action. Works before JavaScript; after it arrives nothing typed is lost on an error, the
 * summary takes the focus and leads to the fields, and a double submit is one event.
 */
export function ActionForm<T>(props: ActionFormProps<T>) {
  const {
    action,
    children,
    hidden = {},
    successMessage,
    resetOnSuccess,
    onSuccess,
    label,
    className,
  } = props;
  const toasts = useToasts();
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const idPrefix = useId();
  const { result, pending, successes, postAction, send, postKey } = useFormAction(action, (data) => {
    if (successMessage !== undefined) toasts.say(successMessage);
    if (resetOnSuccess) form.current?.reset();
    onSuccess?.(data);
  });
  const failure = result?.ok === false ? result : null;

  const showFailure = useEffectEvent(() => summary.current?.focus());
  useEffect(() => {
    if (failure) showFailure();
  }, [failure]);

  return (
    <form
      ref={form}
      action={postAction}
      noValidate
      aria-label={label}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget, event.nativeEvent.submitter));
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
        {failure && <ErrorSummary ref={summary} failure={failure} idPrefix={idPrefix} />}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        {/* The server and the browser each make a key: only the page's first one is posted without JavaScript. */}
        <input type="hidden" name="idempotencyKey" value={postKey} readOnly suppressHydrationWarning />
        {children}
      </FormStateContext>
    </form>
  );
}

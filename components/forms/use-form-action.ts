"use client";

import { unstable_rethrow } from "next/navigation";
import { use, useActionState, useRef, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/command/action-result";
import type { FormAction } from "./form-action";
import { FormTextsContext } from "./form-texts";
import type { Send } from "./idempotency-key";
import { newIdempotencyKey, nextSend } from "./idempotency-key";

interface FormSubmission<T> {
  result: ActionResult<T> | null;
  pending: boolean;
  successes: number;
  /** For the form's `action` attribute: what the browser posts before JavaScript arrives. */
  postAction: (data: FormData) => void;
  /** Sends the form from script. Ignored while one is on its way. Resolves with what came back. */
  send: (data: FormData) => Promise<ActionResult<T> | null>;
  /** For the hidden field `idempotencyKey`: what a post before JavaScript carries. `send` sets its own. */
  postKey: string;
}

function unreachable(message: string): ActionResult<never> {
  return { ok: false, code: "UNAVAILABLE", message, fieldErrors: {} };
}

/**
 * Runs a form's action from script without React's own form dispatch, which would empty the fields afterwards
 * and would replace the whole screen if the connection broke. Before hydration the browser posts `postAction`.
 * A repeated send of the same contents keeps its idempotency key until a success, so that it is one event.
 */
export function useFormAction<T>(action: FormAction<T>, onSuccess?: (data: T) => void): FormSubmission<T> {
  const texts = use(FormTextsContext);
  const [posted, postAction] = useActionState<ActionResult<T> | null, FormData>(action, null);
  const [sent, setSent] = useState<ActionResult<T> | null>(null);
  const [successes, setSuccesses] = useState(0);
  const [pending, startTransition] = useTransition();
  const [postKey] = useState(newIdempotencyKey);
  const lastSend = useRef<Send | null>(null);
  const underway = useRef(false);
  const result = sent ?? posted;

  function receive(next: ActionResult<T>) {
    startTransition(() => {
      setSent(next);
      if (next.ok) setSuccesses((count) => count + 1);
    });
    if (!next.ok) return;
    lastSend.current = null;
    onSuccess?.(next.data);
  }

  function send(data: FormData): Promise<ActionResult<T> | null> {
    if (underway.current) return Promise.resolve(null);
    underway.current = true;
    lastSend.current = nextSend(lastSend.current, data);
    data.set("idempotencyKey", lastSend.current.key);
    return new Promise((resolve) => {
      startTransition(async () => {
        let next: ActionResult<T>;
        try {
          next = await action(result, data);
        } catch (error) {
          // A redirect travels as an error, and belongs to Next.
          unstable_rethrow(error);
          next = unreachable(texts.unreachable);
        } finally {
          underway.current = false;
        }
        receive(next);
        resolve(next);
      });
    });
  }

  return { result, pending, successes, postAction, send, postKey };
}

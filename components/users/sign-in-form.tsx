"use client";

import type { FormEvent } from "react";
import { useId, useRef, useState } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormStack } from "@/components/forms/form-row";
import { FormStateContext } from "@/components/ui/form-state";
import { TextField } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

interface SignInFormProps {
  /** Where to continue afterwards. */
  next: string;
  /** The form came back without script: nobody was let in. */
  refused: boolean;
  refusedMessage: string;
}

const UNREACHABLE = "We could not reach the server. Check the connection and try again.";

type Answer = { next: string } | { error: { message: string } };

async function send(form: HTMLFormElement): Promise<Answer> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.set(name, value);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
    });
    return (await answer.json()) as Answer;
  } catch {
    return { error: { message: UNREACHABLE } };
  }
}

/**
 * A plain form to a route of ours: works before JavaScript. With it the typed address stays after a refusal.
 * A success loads the next page whole, so that nothing of the time before is left in memory.
 */
export function SignInForm({ next, refused, refusedMessage }: SignInFormProps) {
  const [message, setMessage] = useState(refused ? refusedMessage : null);
  const [pending, setPending] = useState(false);
  const underway = useRef(false);
  const idPrefix = useId();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (underway.current) return;
    underway.current = true;
    setPending(true);
    setMessage(null);
    const answer = await send(event.currentTarget);
    if ("next" in answer) {
      window.location.assign(answer.next);
      return;
    }
    underway.current = false;
    setPending(false);
    setMessage(answer.error.message);
  }

  return (
    <form action="/api/auth/sign-in" method="post" onSubmit={(event) => void submit(event)}>
      {message !== null && (
        <Notice tone="late" live className="mb-4">
          {message}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <FormStateContext value={{ idPrefix, fieldErrors: {}, values: {}, pending, successes: 0 }}>
        <FormStack>
          <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            required
          />
          <SubmitButton pendingLabel="Signing in…" className="w-full">
            Sign in
          </SubmitButton>
        </FormStack>
      </FormStateContext>
    </form>
  );
}

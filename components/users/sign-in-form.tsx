"use client";

import type { FormEvent } from "react";
import { useRef, useState } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormStack } from "@/components/forms/form-row";
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
  const underway = useRef(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (underway.current) return;
    underway.current = true;
    setMessage(null);
    const answer = await send(event.currentTarget);
    if ("next" in answer) {
      window.location.assign(answer.next);
      return;
    }
    underway.current = false;
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
      <FormStack>
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton className="w-full">Sign in</SubmitButton>
      </FormStack>
    </form>
  );
}

"use client";

import type { FormEvent } from "react";
import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
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
}

/** What is said where nobody was let in: one sentence whatever the reason was (SECURITY.md 5.2). */
type Refusal = "refused" | "unreachable";

type Answer = { next: string } | { error: Refusal };

async function send(form: HTMLFormElement): Promise<Answer> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.set(name, value);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
    });
    const { next } = (await answer.json()) as { next?: string };
    return next === undefined ? { error: "refused" } : { next };
  } catch {
    return { error: "unreachable" };
  }
}

/**
 * A plain form to a route of ours: works before JavaScript. With it the typed address stays after a refusal.
 * A success loads the next page whole, so that nothing of the time before is left in memory.
 */
export function SignInForm({ next, refused }: SignInFormProps) {
  const t = useTranslations("public.signIn");
  const [refusal, setRefusal] = useState<Refusal | null>(refused ? "refused" : null);
  const [pending, setPending] = useState(false);
  const underway = useRef(false);
  const idPrefix = useId();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (underway.current) return;
    underway.current = true;
    setPending(true);
    setRefusal(null);
    const answer = await send(event.currentTarget);
    if ("next" in answer) {
      window.location.assign(answer.next);
      return;
    }
    underway.current = false;
    setPending(false);
    setRefusal(answer.error);
  }

  return (
    <form action="/api/auth/sign-in" method="post" onSubmit={(event) => void submit(event)}>
      {refusal !== null && (
        <Notice tone="late" live className="mb-4">
          {t(refusal)}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <FormStateContext value={{ idPrefix, fieldErrors: {}, values: {}, pending, successes: 0 }}>
        <FormStack>
          <TextField name="email" label={t("email")} type="email" autoComplete="username" required />
          <TextField
            name="password"
            label={t("password")}
            type="password"
            autoComplete="current-password"
            required
          />
          <SubmitButton pendingLabel={t("pending")} className="w-full">
            {t("submit")}
          </SubmitButton>
        </FormStack>
      </FormStateContext>
    </form>
  );
}

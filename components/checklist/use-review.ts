"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent, useRef, useState } from "react";
import { useToasts } from "@/components/ui/toast";
import {
  acceptDocumentAction,
  returnDocumentAction,
  startReviewAction,
  undoReviewAction,
} from "@/lib/checklist/actions";
import type { Review } from "@/lib/checklist/review/types";
import type { ReadDates } from "@/lib/checklist/rules";
import type { ActionResult } from "@/lib/command/action-result";

type Decision = { requirementId: string; version: number };
type Action = (previous: ActionResult<Decision> | null, form: FormData) => Promise<ActionResult<Decision>>;

export interface Failure {
  message: string;
  fieldErrors: Readonly<Record<string, string>>;
}

const UNREACHABLE: Failure = {
  message: "We could not reach the server. Nothing was decided: check the connection and try again.",
  fieldErrors: {},
};

function formOf(fields: Readonly<Record<string, string | number | readonly string[] | null>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) continue;
    if (typeof value === "object") for (const one of value) form.append(name, one);
    else form.append(name, String(value));
  }
  return form;
}

/** null: the server could not be reached. */
async function call(action: Action, form: FormData): Promise<ActionResult<Decision> | null> {
  try {
    return await action(null, form);
  } catch {
    return null;
  }
}

interface ReviewPath {
  /** Where to go after a decision. */
  after: string;
  /** Where this document is, for an undo. */
  here: string;
}

/** Decides on one document: starts the review, accepts or returns, moves on, and offers the way back. */
export function useReview(review: Review, { after, here }: ReviewPath) {
  const router = useRouter();
  const toasts = useToasts();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const { requirementId, title } = review;
  const [latest] = review.versions;
  // What the server said last: the page itself is rendered anew a moment later.
  const known = useRef(review.version);
  const starting = useRef<Promise<void> | null>(null);

  const begin = useEffectEvent(() => {
    known.current = Math.max(known.current, review.version);
    if (review.state !== "received" || !review.allowed.review || starting.current) return;
    starting.current = call(startReviewAction, formOf({ requirementId, version: review.version })).then(
      (result) => {
        if (result?.ok) known.current = Math.max(known.current, result.data.version);
      },
    );
  });
  useEffect(() => begin(), [review.version]);

  async function decide(action: Action, fields: Parameters<typeof formOf>[0], said: string): Promise<void> {
    if (pending || !latest) return;
    setPending(true);
    setFailure(null);
    await starting.current;
    const form = formOf({ requirementId, versionId: latest.id, version: known.current, ...fields });
    const result = await call(action, form);
    setPending(false);
    if (!result?.ok) {
      setFailure(result ?? UNREACHABLE);
      return;
    }
    toasts.offerUndo({ message: `${title}: ${said}`, undo: () => undo(result.data) });
    startTransition(() => router.push(after));
  }

  async function undo(decision: Decision): Promise<void> {
    const result = await call(undoReviewAction, formOf({ ...decision }));
    if (result?.ok) {
      toasts.say(`${title}: taken back`);
      startTransition(() => router.push(here));
    } else toasts.say(result?.message ?? UNREACHABLE.message, "late");
  }

  return {
    failure,
    pending,
    accept: (dates: ReadDates, points: readonly string[]) =>
      decide(acceptDocumentAction, { ...dates, points }, "accepted"),
    giveBack: (code: string, message: string | null) =>
      decide(returnDocumentAction, { code, message }, "returned"),
    reopen: () =>
      call(startReviewAction, formOf({ requirementId, version: known.current })).then((result) => {
        if (!result?.ok) setFailure(result ?? UNREACHABLE);
      }),
  };
}

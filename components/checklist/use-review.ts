"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef, useState } from "react";
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
import { useHold } from "./use-hold";

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

/** What an acceptance rests on. */
interface Evidence extends ReadDates {
  points: readonly string[];
  /** Tokens of the facts that were found on the document. */
  agreed: readonly string[];
  /** Why it is accepted although it contradicts a fact. */
  despite: string | null;
}

/** Why a document goes back: a known fault with a note, or one's own words. */
export interface GivenReason {
  code: string;
  message: string | null;
  note: string | null;
}

interface ReviewPath {
  /** Where to go after a decision. */
  after: string;
  /** Where this document is, for an undo. */
  here: string;
}

/** Decides on one document: takes it, accepts or returns, moves on, and offers the way back. */
export function useReview(review: Review, { after, here }: ReviewPath) {
  const router = useRouter();
  const toasts = useToasts();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const { requirementId, title } = review;
  const [latest] = review.versions;
  // What the server said last: the page itself is rendered anew a moment later.
  const known = useRef(review.version);
  const [version, setVersion] = useState(review.version);
  const learn = (seen: number) => {
    known.current = Math.max(known.current, seen);
    setVersion(known.current);
  };
  const hold = useHold(review, learn);
  useEffect(() => {
    known.current = Math.max(known.current, review.version);
  }, [review.version]);

  async function decide(action: Action, fields: Parameters<typeof formOf>[0], said: string): Promise<void> {
    if (pending || !latest) return;
    setPending(true);
    setFailure(null);
    await hold.known();
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
    colleague: hold.colleague,
    takeOver: hold.takeOver,
    /** Of the line, as far as it is known. */
    version: Math.max(version, review.version),
    accept: (evidence: Evidence) => decide(acceptDocumentAction, { ...evidence }, "accepted"),
    giveBack: ({ code, message, note }: GivenReason) =>
      decide(returnDocumentAction, { code, message, note }, "returned"),
    reopen: () =>
      call(startReviewAction, formOf({ requirementId, version: known.current })).then((result) => {
        if (!result?.ok) setFailure(result ?? UNREACHABLE);
      }),
  };
}

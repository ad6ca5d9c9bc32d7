"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Review } from "@/lib/checklist/review/types";

/** How often one says that one is still there, while one is. Milliseconds; well under what a hold lives. */
const SIGN_OF_LIFE_MS = 60_000;
const ACTIVITY = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

interface Answer {
  held: boolean;
  version: number;
  by: string | null;
  since: string | null;
}

/** A colleague who has the document in front of them. */
export interface Colleague {
  name: string;
  since: Date;
}

/** Calls about one document go one after the other: a release must not overtake the hold that follows it. */
const underWay = new Map<string, Promise<unknown>>();

function inTurn<T>(requirementId: string, call: () => Promise<T>): Promise<T> {
  const before = underWay.get(requirementId) ?? Promise.resolve();
  const now = before.then(call, call);
  underWay.set(
    requirementId,
    now.catch(() => undefined),
  );
  return now;
}

async function ask(requirementId: string, over: boolean): Promise<Answer | null> {
  const response = await fetch(`/api/reviews/${requirementId}/hold${over ? "?over=1" : ""}`, {
    method: "POST",
  });
  return response.ok ? ((await response.json()) as Answer) : null;
}

function release(requirementId: string): Promise<unknown> {
  return fetch(`/api/reviews/${requirementId}/hold`, { method: "DELETE", keepalive: true }).catch(
    () => undefined,
  );
}

function colleagueOf({ hold }: Review): Colleague | null {
  return hold !== null && !hold.mine && hold.alive ? { name: hold.by, since: hold.since } : null;
}

/**
 * Takes the document for this reviewer while its page is open and somebody sits before it, and gives it back when they
 * leave. `onVersion` hears which version the line has once it is taken. A server that cannot be reached changes nothing
 * here: decisions ask again.
 */
export function useHold(review: Review, onVersion: (version: number) => void) {
  const [colleague, setColleague] = useState(() => colleagueOf(review));
  const first = useRef<Promise<void> | null>(null);
  const { requirementId } = review;
  const waits = review.state === "received" || review.state === "in_review";
  const active = waits && review.allowed.review && review.versions.length > 0;

  const take = (over = false) =>
    inTurn(requirementId, async () => {
      const answer = await ask(requirementId, over).catch(() => null);
      if (answer === null) return;
      if (answer.held) {
        setColleague(null);
        onVersion(answer.version);
      } else setColleague({ name: answer.by ?? "A colleague", since: new Date(answer.since ?? 0) });
    });
  const begin = useEffectEvent(() => {
    first.current = take();
  });
  const show = useEffectEvent(() => void take());

  useEffect(() => {
    if (!active) return;
    let seen = false;
    const onActivity = () => {
      seen = true;
    };
    const beat = setInterval(() => {
      if (seen && document.visibilityState === "visible") show();
      seen = false;
    }, SIGN_OF_LIFE_MS);
    // A page that is put away is left; one that is brought back is entered again.
    const leave = () => void release(requirementId);
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) show();
    };
    for (const name of ACTIVITY) document.addEventListener(name, onActivity, { passive: true });
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", comeBack);
    begin();
    return () => {
      clearInterval(beat);
      for (const name of ACTIVITY) document.removeEventListener(name, onActivity);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", comeBack);
      void inTurn(requirementId, () => release(requirementId));
    };
  }, [active, requirementId]);

  return {
    colleague,
    takeOver: () => take(true),
    /** Settles once it is known who has the document. */
    known: () => first.current ?? Promise.resolve(),
  };
}

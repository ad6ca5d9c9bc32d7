"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** Once a minute; a hidden page reads again when it is looked at. */
const EVERY_MS = 60_000;

/** Somebody is in the middle of something that a new page would move. */
function isBusy(): boolean {
  return (
    document.visibilityState !== "visible" ||
    document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null
  );
}

interface BoardRefreshProps {
  /** Said politely when it has changed: the counts of the board. */
  summary: string;
}

/** Reads the board again by itself. The place, the focus and the filters stay: only what changed is put anew. */
export function BoardRefresh({ summary }: BoardRefreshProps) {
  const router = useRouter();
  const [, startLook] = useTransition();
  useEffect(() => {
    let isDue = false;
    const look = () => {
      if (isBusy()) return;
      isDue = false;
      startLook(() => router.refresh());
    };
    const timer = setInterval(() => {
      isDue = true;
      look();
    }, EVERY_MS);
    const lookIfDue = () => {
      if (isDue) look();
    };
    document.addEventListener("visibilitychange", lookIfDue);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", lookIfDue);
    };
  }, [router]);
  return (
    <p role="status" className="sr-only">
      {summary}
    </p>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/meter";
import type { RunProgress as Run } from "@/lib/rules/types";
import { formatNumber } from "@/lib/format/quantities";

/** How long a page that waits leaves between two looks. */
const EVERY_MS = 1500;

interface RunProgressProps {
  run: Pick<Run, "id" | "state" | "done" | "total">;
  /** What is under way: `Scoring open files anew`. */
  label: string;
  /** `files`, `clients`. */
  of: string;
  /** This page, for who has no JavaScript. */
  href: string;
}

/** Work that a job does: how far it is, looked at again until it is done. */
export function RunProgress({ run, label, of, href }: RunProgressProps) {
  const router = useRouter();
  const [looking, startLook] = useTransition();
  const done = run.state === "done";
  useEffect(() => {
    // The next look waits for the one before: a slow server is not asked twice at once.
    if (done || looking) return;
    const timer = setTimeout(() => startLook(() => router.refresh()), EVERY_MS);
    return () => clearTimeout(timer);
  }, [done, looking, router]);
  if (done) return null;
  return (
    <div className="rounded-lg border border-line bg-surface px-4 py-3" role="status">
      <p className="mb-2 flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{label}</span>
        <span className="text-sm text-ink-2">
          {formatNumber(run.done)} of {formatNumber(run.total)} {of}
        </span>
        <noscript>
          <Button size="sm" href={href}>
            Look again
          </Button>
        </noscript>
      </p>
      <Progress label={label} value={run.total === 0 ? null : run.done / run.total} />
    </div>
  );
}

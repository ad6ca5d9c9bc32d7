"use client";

import { useEffect, useState } from "react";
import type { Help, HelpQuestion } from "@/lib/enquiries/help/rules";

/** What would help, worked out in a worker of this browser; null while it is, empty also where it could not be. */
export function useHelp({ facts, today, tables }: HelpQuestion): Help[] | null {
  const [answer, setAnswer] = useState<{ facts: unknown; help: Help[] } | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL("./help-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Help[]>) => setAnswer({ facts, help: data }));
    worker.addEventListener("error", () => setAnswer({ facts, help: [] }));
    worker.postMessage({ facts, today, tables } satisfies HelpQuestion);
    return () => worker.terminate();
  }, [facts, today, tables]);
  return answer?.facts === facts ? answer.help : null;
}

"use client";

import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { useToasts } from "@/components/ui/toast";

/** Pages (from 1) of a file of the case; null: all of them. */
export interface AssemblyPart {
  versionId: string;
  pages: number[] | null;
}

interface Assembly {
  /** The file under review, as it was looked at. */
  versionId: string;
  targetId: string;
  parts: readonly AssemblyPart[];
}

const UNREACHABLE = "We could not reach the server. Nothing was changed: check the connection and try again.";

function messageOf(body: unknown): string {
  const message = (body as { error?: { message?: unknown } } | null)?.error?.message;
  return typeof message === "string" ? message : UNREACHABLE;
}

/** Makes one file of pages of the case's files; resolves with whether it is there. */
export function useAssembly(requirementId: string) {
  const router = useRouter();
  const toasts = useToasts();
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function assemble(assembly: Assembly, said: string): Promise<boolean> {
    if (pending) return false;
    setPending(true);
    setFault(null);
    try {
      const response = await fetch(`/api/reviews/${requirementId}/assembly`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(assembly),
      });
      if (!response.ok) {
        setFault(messageOf(await response.json().catch(() => null)));
        return false;
      }
      toasts.say(said);
      startTransition(() => router.refresh());
      return true;
    } catch {
      setFault(UNREACHABLE);
      return false;
    } finally {
      setPending(false);
    }
  }
  return { assemble, fault, pending };
}

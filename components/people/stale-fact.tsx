"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { fieldId, useFormState } from "@/components/ui/form-state";

/**
 * Inside the form of a fact: after a lost race it takes the newest version from the server, so that saving again is
 * a decision made with both values in sight, and not a second refusal.
 */
export function StaleFact() {
  const { fieldErrors, idPrefix } = useFormState();
  const router = useRouter();
  const message = fieldErrors.version;
  useEffect(() => {
    if (message !== undefined) router.refresh();
  }, [message, router]);
  if (message === undefined) return null;
  return (
    <p id={fieldId(idPrefix, "version")} tabIndex={-1} className="mb-3 text-sm text-ink-2">
      {message}
    </p>
  );
}

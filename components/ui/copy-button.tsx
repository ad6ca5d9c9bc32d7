"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { IconButton } from "./icon-button";
import { useHydrated } from "./use-hydrated";

interface CopyButtonProps {
  /** Exactly what goes to the clipboard. */
  value: string;
  /** What it is, for the name of the button and for what is announced: `Passport number`. */
  label: string;
}

/**
 * Puts a value on the clipboard, by mouse or keyboard, and says so to screen readers too. Without JavaScript it is not
 * there: the value itself can be selected.
 */
export function CopyButton({ value, label }: CopyButtonProps) {
  const alive = useHydrated();
  const [said, setSaid] = useState("");
  if (!alive) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid(`${label} copied`);
    } catch {
      setSaid(`The browser does not let this page copy. Select ${label} and copy it.`);
    }
  };
  return (
    <span className="inline-flex print:hidden">
      <IconButton
        label={`Copy ${label}`}
        size="sm"
        icon={said === "" ? <Copy size={14} aria-hidden /> : <Check size={14} aria-hidden />}
        onClick={() => void copy()}
        onBlur={() => setSaid("")}
      />
      <span role="status" className="sr-only">
        {said}
      </span>
    </span>
  );
}

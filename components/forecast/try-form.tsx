"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTransition } from "react";
import { LoaderCircle } from "lucide-react";

/** The id of the form: fields elsewhere on the page belong to it by the platform's `form` attribute. */
export const TRY_FORM = "try-a-change";

interface TryFormProps {
  /** The page; what is tried stands in its address. */
  base: string;
  /** The first day that is no choice: the address stays free of it. */
  today: string;
  /** Tried already and not a field here: improvements that were added. */
  add: readonly string[];
  children: ReactNode;
}

/**
 * What is tried, as a form of the platform: it sends its fields to the address of the page. Once the page is alive the
 * address holds only what was filled in, the panel closes, and the place on the page stays.
 */
export function TryForm({ base, today, add, children }: TryFormProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <form
      id={TRY_FORM}
      action={base}
      aria-label="Try a change"
      className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        const filled = [...new FormData(event.currentTarget)].filter(
          (entry): entry is [string, string] =>
            typeof entry[1] === "string" && entry[1] !== "" && !(entry[0] === "from" && entry[1] === today),
        );
        const query = new URLSearchParams(filled).toString();
        for (const panel of event.currentTarget.querySelectorAll<HTMLElement>(":popover-open"))
          panel.hidePopover();
        startTransition(() => router.push(query === "" ? base : `${base}?${query}`, { scroll: false }));
      }}
    >
      {add.map((id) => (
        <input key={id} type="hidden" name="add" value={id} readOnly />
      ))}
      {children}
      {isPending && (
        <span role="status" className="flex items-center gap-1.5 text-sm text-ink-2">
          <LoaderCircle size={14} aria-hidden className="animate-spin motion-reduce:hidden" />
          Computing…
        </span>
      )}
    </form>
  );
}

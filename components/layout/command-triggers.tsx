"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { Kbd } from "@/components/ui/kbd";
import { useCommands } from "./commands";

interface SearchTriggerProps {
  /** Where the search lives before JavaScript. */
  href: string;
  look: "field" | "icon";
}

/** The search box of the shell: opens the palette; before JavaScript it leads to the list that can be searched. */
export function SearchTrigger({ href, look }: SearchTriggerProps) {
  const { openPalette } = useCommands();
  const field = look === "field";
  return (
    <Link
      prefetch={false}
      href={href}
      role="button"
      aria-keyshortcuts="/"
      aria-label={field ? undefined : "Search"}
      onClick={(event) => {
        event.preventDefault();
        openPalette();
      }}
      className={
        field
          ? "flex h-8 items-center gap-2 rounded-md border border-line-strong border-b-field-edge bg-surface pr-1.5 pl-2 text-sm text-ink-3 hover:border-field-edge"
          : buttonClass({ variant: "quiet", square: true })
      }
    >
      <Search size={16} aria-hidden />
      {field && (
        <>
          Search
          <span className="ml-auto" aria-hidden>
            <Kbd>/</Kbd>
          </span>
        </>
      )}
    </Link>
  );
}

/** The line `? Keys` above the person. */
export function KeysTrigger() {
  const { openKeys } = useCommands();
  return (
    <button
      type="button"
      onClick={openKeys}
      aria-keyshortcuts="?"
      className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-xs text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:hidden"
    >
      <Kbd>?</Kbd> Keys
    </button>
  );
}

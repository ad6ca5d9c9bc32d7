/** One cell of a phone's bottom bar; in a file of its own because server and client components share it. */
export const barCellClass =
  "flex min-w-0 flex-1 flex-col items-center justify-center gap-1 text-xs text-ink-2 -outline-offset-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_2px_0_var(--maple)]";

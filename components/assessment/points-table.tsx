/** The look of the two tables of points: the score's lines and the grid's factors. */
export const lineCell = "h-7 border-b border-line px-2.5 py-1 text-sm first:pl-4 last:pr-4";
export const lineHead =
  "h-8 border-b border-line px-2.5 text-xs font-semibold text-ink-3 first:pl-4 last:pr-4";
